using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// An import under way: records are gathered into portions and each portion is one durable unit of work, so that a kill leaves whole
/// lines only. The same customer and date may come once in an import: repeating it then ends as the first time did. Who sees a part of the bank files
/// customers who are seen, and brings nobody on file anew.
/// </summary>
internal sealed class CustomerImport(
    CustomerStore store, AccessScope sees, Moments moments, FactCatalogue facts, RejectsWriter rejects, int portionRecords = CustomerImport.PortionRecords)
    : IImportLines, IDisposable
{
    /// <summary>How many records one import takes; a larger file is split.</summary>
    public const int MostRecords = 2_000_000;

    /// <summary>How many records are one unit, and of how many bytes at most.</summary>
    public const int PortionRecords = 2_000;

    private const int PortionBytes = 4 << 20;

    /// <summary>The most letters of a customer's id.</summary>
    private const int LongestId = 64;

    /// <summary>Every line has to be about somebody on file: whoever is not there is refused.</summary>
    public bool OnlyExisting { get; init; }

    private readonly System.Collections.Generic.HashSet<UInt128> seen = [];
    private readonly List<ImportError> errors = [];
    private readonly Lock refusing = new();
    private readonly RecordPortion[] portions = [new(), new(), new()];
    private Task committing = Task.CompletedTask;
    private Task earlier = Task.CompletedTask;
    private int gathering;
    private long read;
    private long created;
    private long updated;
    private long unchanged;
    private long rejected;

    /// <summary>Takes a line as JSON, a record or not. Completes at once unless a portion is full and the one before is still being stored.</summary>
    public ValueTask Take(long line, ReadOnlySpan<byte> json)
    {
        var cursor = new JsonCursor(json);
        var record = CustomerCodecs.ReadRecord(ref cursor, facts);
        var faults = cursor.Finish();
        if (faults.Count == 0 && record is not null)
        {
            return Take(line, record, json);
        }

        Reject(line, json, faults);
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes a line's record. Completes at once unless a portion is full and the one before is still being stored.</summary>
    public ValueTask Take(long line, CustomerRecord record, ReadOnlySpan<byte> source)
    {
        read++;
        if (seen.Count == MostRecords)
        {
            Refuse(line, source, [Fault.At(
                "", "import.too-long", $"an import takes at most {MostRecords} records; split the file", $"一次导入最多 {MostRecords} 条，请拆分文件")]);
            return ValueTask.CompletedTask;
        }

        if (!seen.Add(KeyOf(record)))
        {
            Refuse(line, source, [Fault.At(
                "/asOf", "import.repeated", "an earlier line of this import has the same id and asOf; keep one of them",
                "本次导入中已有相同编号与日期的行，请只保留一行")]);
            return ValueTask.CompletedTask;
        }

        var portion = portions[gathering];
        portion.Add(line, record);
        return portion.Count < portionRecords && portion.Length < PortionBytes ? ValueTask.CompletedTask : new ValueTask(Store());
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
        return new ImportReport(id, read, created, updated, unchanged, rejected, [.. errors.OrderBy(error => error.Line)])
        {
            RejectsIncomplete = rejects.IsIncomplete,
        };
    }

    public void Dispose() => rejects.Dispose();

    /// <summary>
    /// Hands the portion on and goes on reading: while it is read, the one before is looked up and the one before that is stored; there are never
    /// more. Portions are stored in their order. What was looked up too early, since an earlier portion changes it, is a conflict and is looked
    /// up again.
    /// </summary>
    private async Task Store()
    {
        await earlier;
        var full = portions[gathering];
        gathering = (gathering + 1) % portions.Length;
        portions[gathering].Clear();
        (earlier, committing) = (committing, Commit(full, Task.Run(() => Draft(full)), committing));
    }

    private async Task Commit(RecordPortion full, Task<Drafted> draft, Task before)
    {
        await before;
        var drafted = await draft;
        while (drafted.Unit.Count > 0 && await store.Commit(drafted.Unit, CancellationToken.None) is not null)
        {
            drafted = await Draft(full);
        }

        created += drafted.Created;
        updated += drafted.Updated;
        unchanged += full.Count - drafted.Created - drafted.Updated - drafted.Refused.Count;
        foreach (var (at, fault) in drafted.Refused)
        {
            Refuse(full.Line(at), ConsentFiling.AsSent(full[at], full.Json(at), facts).Span, [fault]);
        }
    }

    /// <summary>One unit for the whole portion, from what is on file now.</summary>
    private async Task<Drafted> Draft(RecordPortion full)
    {
        var ((before, ofDate), consents) = await store.Within(sees).Together(
            reader => (OnFile(reader, full), ConsentFiling.Of(reader, full.Keys)), CancellationToken.None);
        var heads = new Dictionary<string, Head>(before, StringComparer.Ordinal);
        var (drafted, moment, room) = (new Drafted(new List<Write>(full.Count + 1), [], 0, 0), moments.Take(), full.Room());
        for (var at = 0; at < full.Count; at++)
        {
            var key = full[at];
            Head? head = heads.TryGetValue(key.Id, out var known) ? known : null;
            var filing = IsNobodyToBring(head)
                ? new Filing.NotSeen()
                : key.File(full.Json(at), head, Displaced(key, head, before) ?? ofDate.GetValueOrDefault(at), moment, facts, room);
            switch (consents.Beside(filing, key, moment))
            {
                case Filing.Filed filed:
                    drafted.Unit.AddRange(filed.Unit);
                    heads[key.Id] = filed.Head;
                    drafted = filed.Created ? drafted with { Created = drafted.Created + 1 } : drafted with { Updated = drafted.Updated + 1 };
                    break;
                case Filing.NotSeen:
                    drafted.Refused.Add((at, NotOnFile(key.Id)));
                    break;
                case Filing.Refused(var why):
                    drafted.Refused.Add((at, why));
                    break;
                case Filing.Unchanged { BringsConsents: true }:
                    drafted = drafted with { Updated = drafted.Updated + 1 };
                    break;
                case Filing.Unchanged:
                    break;
            }
        }

        drafted.Unit.AddRange(consents.Writes(before, heads));

        if (drafted.Unit.Count > 0)
        {
            drafted.Unit.Add(new Write.Moment(moment));
        }

        return drafted;
    }

    /// <summary>
    /// The heads of a portion's customers, and of each record, by its place, what the history holds as of its date where the
    /// head on file is of a later one.
    /// </summary>
    private static (Dictionary<string, Head> Heads, Dictionary<int, Held?> OfDate) OnFile(IReader reader, RecordPortion full)
    {
        var heads = reader.Get(Tables.Customers, full.Ids).ToDictionary(row => row.Id, Head.Of, StringComparer.Ordinal);
        var ofDate = new Dictionary<int, Held?>();
        for (var at = 0; at < full.Count; at++)
        {
            if (heads.TryGetValue(full[at].Id, out var head) && reader.SameDate(full[at], head) is { } held)
            {
                ofDate.Add(at, held);
            }
        }

        return (heads, ofDate);
    }

    /// <summary>Whether a customer is not there, and whoever imports may not or would not bring it.</summary>
    private bool IsNobodyToBring(Head? head) => (OnlyExisting || sees is AccessScope.Part) && head is not { Held.IsWithdrawn: false };

    /// <summary>What an earlier line of the portion has moved from the head to the history, where it is of the record's date.</summary>
    private static Held? Displaced(SnapshotKey record, Head? head, Dictionary<string, Head> before) =>
        head is { } now && before.TryGetValue(record.Id, out var first) && first.Version != now.Version
        && first.Held is { IsWithdrawn: false } held && held.AsOf == record.AsOf && now.Held.AsOf > record.AsOf
            ? held
            : null;

    private void Refuse(long line, ReadOnlySpan<byte> source, IReadOnlyList<Fault> faults)
    {
        // Lines are refused while they are read, and others while a portion before is stored.
        lock (refusing)
        {
            rejected++;
            rejects.Add(source);
            errors.AddRange(faults.Take(ImportReport.MostErrors - errors.Count).Select(fault => new ImportError(line, fault)));
        }
    }

    private static Fault NotOnFile(string id) =>
        Fault.At("/id", "customer.unknown", $"there is no customer '{id}' on file", $"没有客户“{id}”的档案");

    /// <summary>128 bits of a cryptographic hash: two different keys do not meet.</summary>
    private static UInt128 KeyOf(CustomerRecord record)
    {
        Span<byte> key = stackalloc byte[LongestId + sizeof(int)];
        var length = Encoding.ASCII.GetBytes(record.Id.Value, key);
        BinaryPrimitives.WriteInt32LittleEndian(key[length..], record.AsOf.DayNumber);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key[..(length + sizeof(int))], hash);
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }

    /// <summary>The unit that stores a portion, and what it does; lines about whom may not be brought on file anew are left out.</summary>
    private sealed record Drafted(List<Write> Unit, List<(int At, Fault Why)> Refused, long Created, long Updated);
}
