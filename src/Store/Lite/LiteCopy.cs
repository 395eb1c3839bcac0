namespace Kehu.Store;

/// <summary>Copying the two files of a store that a server may be writing, while it is kept from folding.</summary>
internal static class LiteCopy
{
    private const int Portion = 1 << 20;

    /// <summary>The file, which nobody writes meanwhile.</summary>
    public static void File(string from, string to)
    {
        using var source = FileBytes.Still(from);
        using var target = FileBytes.Open(to);
        All(source, target);
    }

    /// <summary>The log of a store, if it has one.</summary>
    public static void LogOf(string from, string to)
    {
        if (System.IO.File.Exists(LiteFolder.LogOf(from)))
        {
            using var source = FileBytes.Still(LiteFolder.LogOf(from));
            using var target = FileBytes.Open(LiteFolder.LogOf(to));
            Log(source, target);
        }
    }

    /// <summary>
    /// The log, which is written meanwhile. Where it was folded just before, what is copied is of the generation that is in the file already,
    /// and a unit may begin the next one over it: then the copy would have a part of the old one, which leads pages back.
    /// The head of a generation is on the disk before its frames, so a head that is still the same says that none of them is in the copy.
    /// Without folding there is no third generation.
    /// </summary>
    public static void Log(IBytes source, IBytes target)
    {
        ulong? copied;
        do
        {
            target.SetLength(0);
            copied = LogFrame.Generation(source);
            All(source, target);
        }
        while (LogFrame.Generation(source) != copied);
    }

    private static void All(IBytes source, IBytes target)
    {
        var portion = new byte[Portion];
        for (var at = 0L; source.Read(at, portion) is var read and > 0; at += read)
        {
            target.Write(at, portion.AsSpan(0, read));
        }
    }
}
