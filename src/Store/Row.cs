namespace Kehu.Store;

/// <summary>One stored record: its id, how often it has been written since it came to be (from 1), and its bytes.</summary>
internal readonly record struct Row(string Id, long Version, byte[] Body);

/// <summary>A record with its value in the index by which it was found.</summary>
internal readonly record struct Indexed(string Key, Row Row);

/// <summary>A record with its values in all indexes that list it.</summary>
internal readonly record struct Keyed(Row Row, IReadOnlyDictionary<string, string> Keys);

/// <summary>One line of a log. Numbers rise by one with every line, from 1, and are never used again.</summary>
internal readonly record struct Entry(long Seq, byte[] Body);
