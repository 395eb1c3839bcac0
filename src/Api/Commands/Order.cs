using LanguageExt;

namespace Kehu.Api;

/// <summary>What the program is asked to do. Settings are arguments for the configuration, as they were written.</summary>
internal abstract record Order
{
    private Order()
    {
    }

    /// <summary>To serve, with the sample portfolio loaded first where one is named.</summary>
    public sealed record Serve(Option<SampleArguments> Load, Arr<string> Settings) : Order;

    /// <summary>To write the sample portfolio to standard output.</summary>
    public sealed record Sample(SampleArguments Arguments) : Order;

    /// <summary>To copy the store to a new file.</summary>
    public sealed record Backup(string Target, Arr<string> Settings) : Order;

    /// <summary>To put a backup in the store's place.</summary>
    public sealed record Restore(string File, bool Force, Arr<string> Settings) : Order;

    /// <summary>To walk all of the store.</summary>
    public sealed record Verify(Arr<string> Settings) : Order;

    /// <summary>To go along the audit of a store that is not served.</summary>
    public sealed record Audit(Arr<string> Settings) : Order;

    /// <summary>To make the store one of another kind.</summary>
    public sealed record Convert(StoreKind To, Arr<string> Settings) : Order;

    /// <summary>To make, list or revoke keys while the service is stopped.</summary>
    public sealed record Keys(KeyOrder What, Arr<string> Settings) : Order;

    /// <summary>To write the pages of the policies into a folder.</summary>
    public sealed record Docs(string Folder) : Order;

    /// <summary>To say what changed policies do otherwise than the approved versions in a folder: one of them, or all.</summary>
    public sealed record Effect(Option<string> Policy, string Folder) : Order;

    /// <summary>To explain a command; the program itself where the name is empty.</summary>
    public sealed record Help(string Command) : Order;

    /// <summary>To say the version.</summary>
    public sealed record Version : Order;
}
