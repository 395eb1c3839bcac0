using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Tests that read approved texts once all others have been held to them, or accepted: they run last, and not beside others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AfterTheConversations
{
    public const string Name = "after the conversations";
}
