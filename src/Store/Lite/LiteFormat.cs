namespace Kehu.Store;

/// <summary>The file is LiteDB's, of another release than ours, or not at all.</summary>
internal sealed class ForeignFileException() : IOException("no LiteDB file");

/// <summary>What is looked at in a file before LiteDB sees it, since LiteDB would cut or make over a file that is not its own.</summary>
internal static class LiteFormat
{
    private const int MarkAt = 32;
    private const int VersionAt = 59;
    private const byte Version = 8;

    private static ReadOnlySpan<byte> Mark => "** This is a LiteDB file **"u8;

    /// <summary>How many bytes tell a LiteDB file.</summary>
    public const int Head = 60;

    /// <summary>Whether a file begins like one of LiteDB's.</summary>
    public static bool IsHead(ReadOnlySpan<byte> head) => head.Length >= Head && head[MarkAt..VersionAt].SequenceEqual(Mark) && head[VersionAt] == Version;

    /// <summary>Refuses what LiteDB could not or must not open; a file whose log is there may end within a page.</summary>
    public static void Check(IBytes file, bool mayBeCut)
    {
        Span<byte> head = stackalloc byte[Head];
        if (!IsHead(head[..file.Read(0, head)]))
        {
            throw new ForeignFileException();
        }

        if (!mayBeCut && file.Length % LogFrame.Page != 0)
        {
            throw new EndOfStreamException("its length is not one of whole pages");
        }
    }
}
