namespace Kehu.Api;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    /// <summary>What was asked is done.</summary>
    public const int Done = 0;

    /// <summary>It could not be done: the store, the disk, an address in use.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a setting is wrong; nothing was begun.</summary>
    public const int Misused = 2;
}
