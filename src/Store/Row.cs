using Kehu.Domain;

namespace Kehu.Store;

/// <summary>One stored record: its id, how often it has been written since it came to be (from 1), and its bytes.</summary>
internal readonly record struct Row(string Id, long Version, byte[] Body);

/// <summary>A record with its value in the index by which it was found.</summary>
internal readonly record struct Indexed(string Key, Row Row);

/// <summary>A record with its values in all indexes that list it.</summary>
internal readonly record struct Keyed(Row Row, IReadOnlyDictionary<string, string> Keys);

/// <summary>
/// One line of a log. Numbers rise by one with every line, from 1, and are never used again. A line of a chained log has its link
/// (<see cref="ChainLink"/>), of any other log it is empty.
/// </summary>
internal readonly record struct Entry(long Seq, byte[] Body, ReadOnlyMemory<byte> Link = default);

/// <summary>How far a chained log goes: the number and the link of its last line; 0 and <see cref="ChainLink.Start"/> where it has none.</summary>
internal sealed record LogHead(long Seq, ReadOnlyMemory<byte> Link)
{
    /// <summary>Before the first line.</summary>
    public static LogHead Start { get; } = new(0, ChainLink.Start);

    /// <summary>With a line as the last.</summary>
    public static LogHead Of(Entry? last) => last is { } line ? new LogHead(line.Seq, line.Link) : Start;
}
