using Kehu.Api.Store;
using Kehu.Domain;

namespace Kehu.Api.Commands;

/// <summary>The sample portfolio on the command line: written out, or loaded before the service starts.</summary>
internal sealed record Sampling
{
    public static int Write(string[] args) => 2;

    public static Sampling? Take(ref string[] args) => null;

    public static Task<Label?> Load(IStore store) => Task.FromResult<Label?>(null);
}
