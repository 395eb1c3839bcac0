using LanguageExt;

namespace Kehu.Properties.Evaluation;

/// <summary>A store that tells which tables were read through, one of which may fail.</summary>
internal sealed class ReadStore(IStore store, Option<string> failing) : PassingStore(store)
{
    private readonly System.Collections.Generic.HashSet<string> read = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Read => read;

    public override ValueTask<T> Together<T>(Func<IReader, T> what, CancellationToken ct) => Inner.Together(reader => what(new NotingReader(reader, Note)), ct);

    private void Note(string table)
    {
        read.Add(table);
        if (failing == table)
        {
            throw new IOException("the disk is gone");
        }
    }

    private sealed class NotingReader(IReader reader, Action<string> note) : IReader
    {
        public DateTime? LastMoment => reader.LastMoment;

        public Row? Get(string table, string id) => Noted(table).Get(table, id);

        public IReadOnlyList<Row> Get(string table, IReadOnlyCollection<string> ids) => Noted(table).Get(table, ids);

        public long Count(string table) => Noted(table).Count(table);

        public IEnumerable<Row> Range(string table, string after, string before) => Noted(table).Range(table, after, before);

        public IEnumerable<Row> Page(string table, string index, string key, string after) => Noted(table).Page(table, index, key, after);

        public IEnumerable<Indexed> Between(string table, string index, string first, string last) => Noted(table).Between(table, index, first, last);

        public IEnumerable<Keyed> Keyed(string table, string after) => Noted(table).Keyed(table, after);

        public IEnumerable<Entry> Read(string log, long after) => Noted(log).Read(log, after);

        public LogHead Head(string log) => Noted(log).Head(log);

        private IReader Noted(string table)
        {
            note(table);
            return reader;
        }
    }
}
