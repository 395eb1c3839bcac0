using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Which entries are wanted; none named: all.</summary>
/// <param name="Person">Those of a caller.</param>
/// <param name="Subject">Those about something.</param>
/// <param name="Record">Those about one of these, or about what belongs to a customer of this id.</param>
/// <param name="From">Those recorded at a moment or later.</param>
/// <param name="To">Those recorded before a moment.</param>
internal sealed record AuditQuery(Option<string> Person, Option<string> Subject, Option<string> Record, Option<DateTime> From, Option<DateTime> To)
{
    /// <summary>Whether an entry is wanted; one that cannot be read is, so that it is seen.</summary>
    public bool Wants(AuditLine line) => line.Entry.ForAll(entry =>
        Person.ForAll(person => entry.Person == person)
        && Subject.ForAll(subject => entry.Subject == subject)
        && Record.ForAll(record => entry.Record == record || entry.Customer == record)
        && From.ForAll(from => entry.At >= from)
        && To.ForAll(to => entry.At < to));
}

/// <summary>The audit over the store's port: read in pages, and gone along from its first entry to its last.</summary>
internal sealed class AuditArchive(IStore store)
{
    /// <summary>How many entries one page looks at (house); a page may then be short and still have a next one.</summary>
    public const int MostLooked = 5_000;

    /// <summary>How many entries are read at once.</summary>
    private const int Portion = 500;

    private const long PortionBytes = 4 << 20;

    /// <summary>How far the log goes.</summary>
    public async ValueTask<AuditHead> Head(CancellationToken ct)
    {
        var head = await store.Together(reader => reader.Head(Tables.Audit), ct);
        return new AuditHead(head.Seq, Convert.ToHexStringLower(head.Link.Span));
    }

    /// <summary>At most so many of the entries wanted behind a number, by number, and the number behind which the rest comes.</summary>
    public async ValueTask<(IReadOnlyList<AuditLine> Shown, Option<long> Next)> Page(AuditQuery query, long after, int limit, CancellationToken ct)
    {
        var (found, looked, last) = (new List<AuditLine>(), 0, after);
        await foreach (var line in Lines(after, ct))
        {
            if (looked == MostLooked || found.Count == limit)
            {
                return (found, last);
            }

            (looked, last) = (looked + 1, line.Seq);
            if (query.Wants(line))
            {
                found.Add(line);
            }
        }

        return (found, None);
    }

    /// <summary>
    /// Every entry that belongs to one of some customers, of those recorded at a moment or later: what was before is about whoever had the id then.
    /// </summary>
    public async ValueTask<IReadOnlyList<AuditLine>> About(IReadOnlyDictionary<string, DateTime> since, CancellationToken ct) => await Lines(0, ct)
        .Where(line => line.Entry.Exists(entry => entry.Customer.Exists(customer => since.TryGetValue(customer, out var first) && entry.At >= first)))
        .ToListAsync(ct);

    /// <summary>Goes along the whole log, some entries at a time, and says what it found; whoever writes meanwhile is not held up.</summary>
    public async ValueTask<AuditVerification> Verify(CancellationToken ct)
    {
        var head = await store.Together(reader => reader.Head(Tables.Audit), ct);
        var chain = AuditChain.Start;
        await foreach (var line in Lines(0, ct))
        {
            chain = chain.Then(line);
            if (chain.Broken.IsSome)
            {
                break;
            }
        }

        return new AuditVerification(chain.UpTo(head.Seq, head.Link), Behind: 0);
    }

    /// <summary>Entries behind a number with the texts beside them, those read at once as of one moment.</summary>
    private async IAsyncEnumerable<AuditLine> Lines(long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var last = after; ;)
        {
            var from = last;
            var lines = await store.Together(reader => Lines(reader, from), ct);
            foreach (var line in lines)
            {
                yield return line;
            }

            if (lines.Count == 0)
            {
                yield break;
            }

            last = lines[^1].Seq;
        }
    }

    private static List<AuditLine> Lines(IReader reader, long after)
    {
        var read = reader.Read(Tables.Audit, after).UpTo(Portion, PortionBytes, line => line.Body.Length)
            .ConvertAll(line => (Line: line, Entry: AuditRows.Find(line.Body)));
        var named = read.SelectMany(one => one.Entry.Bind(entry => entry.Text).Map(mark => mark.Id).AsEnumerable()).ToList();
        var texts = reader.Get(Tables.AuditTexts, named).ToDictionary(row => row.Id, row => (ReadOnlyMemory<byte>)row.Body, StringComparer.Ordinal);
        return read.ConvertAll(one => new AuditLine(
            one.Line.Seq, one.Line.Link, one.Line.Body, one.Entry,
            one.Entry.Bind(entry => entry.Text).Bind(mark => texts.TryGetValue(mark.Id, out var text) ? Some(text) : None)));
    }
}
