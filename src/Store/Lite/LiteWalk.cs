using LanguageExt;

namespace Kehu.Store;

/// <summary>
/// Walks all of a LiteDB file that nobody writes: every record by id, with its check sum, and by its id alone; every entry of every index, which must
/// be just those of the records; every line, without a gap.
/// </summary>
internal sealed class LiteWalk
{
    /// <summary>So many records are looked up by their ids at once (house).</summary>
    private const int Portion = 500;

    private readonly LiteSession session;
    private readonly StoreSchema schema;
    private readonly LiteReader reader;
    private readonly Counted walked;

    private LiteWalk(LiteSession session, StoreSchema schema, LiteReader reader, Counted walked) =>
        (this.session, this.schema, this.reader, this.walked) = (session, schema, reader, walked);

    /// <summary>What the file says of itself, or what is wrong with it, named after its source.</summary>
    public static Either<StoreFault, Walked> Verify(string file, string source, StoreSchema schema, Watch watch) => StoreFaults.Caught(source, () =>
    {
        using var session = LiteSession.Open(new StillFolder(file));
        return schema.Identify(session.Engine, source).Bind<Walked>(meta =>
        {
            session.Meta = meta;
            using var reader = new LiteReader(session, schema.At(meta.Version));
            var known = schema.At(meta.Version);
            using var walked = new Counted(watch, "walking the copy", known.Tables.Keys.Concat(known.Logs).Sum(meta.Count), "records and lines");
            return new LiteWalk(session, known, reader, walked).Wrong().Match<Either<StoreFault, Walked>>(
                Some: wrong => new StoreFault.Damaged(source, wrong), None: () => Walked.Of(reader, known));
        });
    });

    private Option<string> Wrong() => schema.Tables.Keys.Map(Table).Concat(schema.Logs.Map(Log)).Find(wrong => wrong.IsSome).Flatten();

    private Option<string> Table(string table)
    {
        var (counts, last, found) = (new long[schema.Tables[table].Count], "", 0L);
        foreach (var portion in reader.Keyed(table, "").Chunk(Portion))
        {
            foreach (var one in portion)
            {
                if (LiteKeys.Id(last).AsSpan().SequenceCompareTo(LiteKeys.Id(one.Row.Id)) >= 0)
                {
                    return $"{table} is not in order";
                }

                (last, found) = (one.Row.Id, found + 1);
                walked.Add(1);
                foreach (var index in one.Keys.Keys)
                {
                    counts[schema.Tables[table].IndexOf(index)]++;
                }
            }

            if (reader.Get(table, [.. portion.Select(one => one.Row.Id)]).Count != portion.Length)
            {
                return $"not every record of {table} is found by its id";
            }
        }

        return found != session.Meta.Count(table)
            ? $"{table} has {found} records of {session.Meta.Count(table)}"
            : schema.Tables[table].Map((number, index) => Index(table, index, number, counts[number])).Find(wrong => wrong.IsSome).Flatten();
    }

    /// <summary>Each entry belongs to a record that has it, in order; and there are as many as records that have one.</summary>
    private Option<string> Index(string table, string index, int number, long expected)
    {
        var (last, found) = (System.Array.Empty<byte>(), 0L);
        foreach (var entry in reader.Entries(table, number))
        {
            if (entry is null || last.AsSpan().SequenceCompareTo(entry) >= 0)
            {
                return $"the index of {table} by {index} is not in order";
            }

            (last, found) = (entry, found + 1);
        }

        return found == expected ? Option<string>.None : $"the index of {table} by {index} has {found} entries of {expected}";
    }

    private Option<string> Log(string log)
    {
        var found = 0L;
        foreach (var line in reader.Read(log, 0))
        {
            walked.Add(1);
            if (line.Seq != ++found)
            {
                return $"{log} has a gap before {line.Seq}";
            }
        }

        return found == session.Meta.Count(log) ? Option<string>.None : $"{log} has {found} lines of {session.Meta.Count(log)}";
    }
}
