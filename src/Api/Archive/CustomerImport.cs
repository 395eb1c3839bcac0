using System.Security.Cryptography;
using System.Text;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Archive;

/// <summary>
/// An import under way: records are gathered into portions and each portion is one durable unit of work, so that a kill leaves whole
/// lines only. The same customer and date may come once in an import: repeating it then ends as the first time did.
/// </summary>
internal sealed class CustomerImport(IStore store, CustomerArchive archive, TimeProvider time, Rejects.Writer rejects) : IDisposable
{
    /// <summary>How many records one import takes; a larger file is split.</summary>
    public const int MostRecords = 2_000_000;

    private const int PortionRecords = 2_000;

    private const int PortionBytes = 4 << 20;

    private readonly System.Collections.Generic.HashSet<UInt128> seen = [];
    private readonly List<ImportError> errors = [];
    private List<Pending> portion = [];
    private Task committing = Task.CompletedTask;
    private int bytes;
    private long read;
    private long created;
    private long updated;
    private long unchanged;
    private long rejected;

    /// <summary>Takes a line's record. Completes at once unless a portion is full and the one before is still being stored.</summary>
    public ValueTask Take(long line, CustomerRecord record, ReadOnlySpan<byte> source)
    {
        read++;
        if (seen.Count == MostRecords)
        {
            Refuse(line, source, [Fault.At("", "import.too-long", $"an import takes at most {MostRecords} records; split the file", $"一次导入最多 {MostRecords} 条，请拆分文件")]);
            return ValueTask.CompletedTask;
        }

        if (!seen.Add(KeyOf(record)))
        {
            Refuse(line, source, [Fault.At("/asOf", "import.repeated", "an earlier line of this import has the same id and asOf; keep one of them", "本次导入中已有相同编号与日期的行，请只保留一行")]);
            return ValueTask.CompletedTask;
        }

        var json = Held.JsonOf(record);
        portion.Add(new Pending(record, json));
        bytes += json.Length;
        return portion.Count < PortionRecords && bytes < PortionBytes ? ValueTask.CompletedTask : new ValueTask(Store());
    }

    /// <summary>Takes a line that is no record.</summary>
    public void Reject(long line, ReadOnlySpan<byte> source, IReadOnlyList<Fault> faults)
    {
        read++;
        Refuse(line, source, faults);
    }

    /// <summary>Stores what is left; everything accepted is durable afterwards.</summary>
    public async Task<ImportReport> Finish(string id)
    {
        await Store();
        await committing;
        return new ImportReport(id, read, created, updated, unchanged, rejected, errors);
    }

    public void Dispose() => rejects.Dispose();

    /// <summary>Hands the portion to the store and goes on reading: one portion is stored while the next is read.</summary>
    private async Task Store()
    {
        await committing;
        var full = portion;
        (portion, bytes) = ([], 0);
        committing = Task.Run(() => Commit(full));
    }

    private async Task Commit(List<Pending> full)
    {
        Tally? tally = null;
        while (tally is null)
        {
            tally = await TryCommit(full);
        }

        created += tally.Value.Created;
        updated += tally.Value.Updated;
        unchanged += full.Count - tally.Value.Created - tally.Value.Updated;
    }

    /// <summary>One unit for the whole portion; nothing where somebody else changed one of its customers meanwhile.</summary>
    private async Task<Tally?> TryCommit(List<Pending> full)
    {
        var heads = (await store.Get(Tables.Customers, full.ConvertAll(pending => pending.Record.Id.Value), CancellationToken.None))
            .ToDictionary(row => row.Id, StringComparer.Ordinal);
        var before = new Dictionary<string, Row>(heads, StringComparer.Ordinal);
        var (unit, tally, now) = (new List<Write>(full.Count), default(Tally), time.GetUtcNow().UtcDateTime);
        foreach (var (record, json) in full)
        {
            Row? head = heads.TryGetValue(record.Id.Value, out var row) ? row : null;
            var sameDate = Displaced(record, head, before) ?? await archive.SameDate(record, head, CancellationToken.None);
            if (record.File(json, head, sameDate, now) is Filing.Filed filed)
            {
                unit.AddRange(filed.Unit);
                heads[record.Id.Value] = filed.Head;
                tally = filed.Created ? tally with { Created = tally.Created + 1 } : tally with { Updated = tally.Updated + 1 };
            }
        }

        return unit.Count == 0 || await store.Commit(unit, CancellationToken.None) is null ? tally : null;
    }

    /// <summary>What an earlier line of the portion has moved from the head to the history, where it is of the record's date.</summary>
    private static Held? Displaced(CustomerRecord record, Row? head, Dictionary<string, Row> before) =>
        head is { } now && before.TryGetValue(record.Id.Value, out var row) && row.Version != now.Version
        && Held.From(row.Body) is { IsWithdrawn: false } held && held.Record.AsOf == record.AsOf && Held.From(now.Body).Record.AsOf > record.AsOf
            ? held
            : null;

    private void Refuse(long line, ReadOnlySpan<byte> source, IReadOnlyList<Fault> faults)
    {
        rejected++;
        rejects.Add(source);
        errors.AddRange(faults.Take(ImportReport.MostErrors - errors.Count).Select(fault => new ImportError(line, fault)));
    }

    /// <summary>128 bits of a cryptographic hash: two different keys do not meet.</summary>
    private static UInt128 KeyOf(CustomerRecord record)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes($"{record.Id} {record.AsOf.DayNumber}"), hash);
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }

    private readonly record struct Pending(CustomerRecord Record, byte[] Json);

    private readonly record struct Tally(long Created, long Updated);
}
