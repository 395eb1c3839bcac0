using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LanguageExt;

namespace Kehu.Api;

/// <summary>How the lines of an import of customers are meant.</summary>
/// <param name="Source">The source that sends them; empty where it did not name itself.</param>
internal sealed record ImportManner(string Source)
{
    /// <summary>Whole records of nobody in particular.</summary>
    public static readonly ImportManner Usual = new("");

    /// <summary>Every line has to be about somebody on file: whoever is not there is refused.</summary>
    public bool OnlyExisting { get; init; }

    /// <summary>The lines are parts of records.</summary>
    public bool OfParts { get; init; }
}

/// <summary>
/// An import under way: records, or parts of them, are gathered into portions and each portion is one durable unit of work, so that a kill leaves whole
/// lines only. The same customer and date may come once in an import: repeating it then ends as the first time did. Who sees a part of the bank files
/// customers who are seen, and brings nobody on file anew.
/// </summary>
internal sealed class CustomerImport(
    CustomerStore store, AccessScope sees, Moments moments, Filings filings, RejectsWriter rejects, ImportManner manner,
    int portionRecords = CustomerImport.PortionRecords)
    : IImportLines, IDisposable
{
    /// <summary>How many records one import takes; a larger file is split.</summary>
    public const int MostRecords = 2_000_000;

    /// <summary>How many records are one unit, and of how many bytes at most.</summary>
    public const int PortionRecords = 2_000;

    private const int PortionBytes = 4 << 20;

    private static readonly Fault TooLong = Fault.At(
        "", "import.too-long", $"an import takes at most {MostRecords} records; split the file", $"一次导入最多 {MostRecords} 条，请拆分文件");

    private static readonly Fault Repeated = Fault.At(
        "/asOf", "import.repeated", "an earlier line of this import has the same id and asOf; keep one of them", "本次导入中已有相同编号与日期的行，请只保留一行");

    /// <summary>The most letters of a customer's id.</summary>
    private const int LongestId = 64;

    private readonly System.Collections.Generic.HashSet<UInt128> seen = [];
    private readonly RefusedLines refusals = new(rejects);
    private readonly RecordPortion[] portions = [new(), new(), new()];
    private Task committing = Task.CompletedTask;
    private Task earlier = Task.CompletedTask;
    private int gathering;
    private long read;

    /// <summary>What portions came to: lines are read meanwhile, so that nobody but their storing, one after the other, adds to it.</summary>
    private ImportTally tally;

    /// <summary>Takes a line as JSON, a record or not. Completes at once unless a portion is full and the one before is still being stored.</summary>
    public ValueTask Take(long line, ReadOnlySpan<byte> json) => manner.OfParts ? TakePart(line, json) : TakeWhole(line, json);

    /// <summary>Takes a line's record. Completes at once unless a portion is full and the one before is still being stored.</summary>
    public ValueTask Take(long line, CustomerRecord record, ReadOnlySpan<byte> source)
    {
        var isNew = IsNew(line, record, source);
        if (isNew)
        {
            portions[gathering].Add(line, record.SaidBy(manner.Source));
        }

        return isNew ? Gathered() : ValueTask.CompletedTask;
    }

    /// <summary>Takes a line that is no record.</summary>
    public void Reject(long line, ReadOnlySpan<byte> source, IReadOnlyList<Fault> faults)
    {
        read++;
        refusals.Add(line, source, faults);
    }

    /// <summary>Stores what is left; everything accepted is durable afterwards.</summary>
    public async Task<ImportReport> Finish(string id)
    {
        await Store();
        await committing;
        return refusals.Report(id, read, tally.Created, tally.Updated, tally.Unchanged) with
        {
            Dropped = manner.OfParts ? Option<long>.None : tally.Dropped,
            PassedOver = tally.PassedOver,
        };
    }

    public void Dispose() => refusals.Dispose();

    private ValueTask TakeWhole(long line, ReadOnlySpan<byte> json)
    {
        var cursor = new JsonCursor(json);
        var record = CustomerCodecs.ReadRecord(ref cursor, filings.Facts);
        var faults = cursor.Finish();
        if (faults.Count == 0 && record is not null)
        {
            return Take(line, record, json);
        }

        Reject(line, json, faults);
        return ValueTask.CompletedTask;
    }

    private ValueTask TakePart(long line, ReadOnlySpan<byte> json)
    {
        if (CustomerCodecs.For(filings.Facts).ReadPart(json, out var faults) is not { } part)
        {
            Reject(line, json, faults);
            return ValueTask.CompletedTask;
        }

        var isNew = IsNew(line, part.Values, json);
        if (isNew)
        {
            portions[gathering].Add(line, new Incoming.Part(part, manner.Source), json);
        }

        return isNew ? Gathered() : ValueTask.CompletedTask;
    }

    /// <summary>Counts a line, and refuses it where there was one of the same customer and date, or where there are too many.</summary>
    private bool IsNew(long line, CustomerRecord values, ReadOnlySpan<byte> source)
    {
        read++;
        if (seen.Count < MostRecords && seen.Add(KeyOf(values)))
        {
            return true;
        }

        refusals.Add(line, source, [seen.Count == MostRecords ? TooLong : Repeated]);
        return false;
    }

    private ValueTask Gathered() =>
        portions[gathering] is { } portion && portion.Count < portionRecords && portion.Length < PortionBytes
            ? ValueTask.CompletedTask
            : new ValueTask(Store());

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

        tally = tally.With(drafted.Tally);
        foreach (var (at, faults) in drafted.Refused)
        {
            refusals.Add(full.Line(at), ConsentFiling.AsSent(full[at], full.Json(at), filings.Facts).Span, [.. faults]);
        }
    }

    /// <summary>One unit for the whole portion, from what is on file now.</summary>
    private async Task<Drafted> Draft(RecordPortion full)
    {
        var (before, consents) = await store.Within(sees).Together(
            reader => (OnFile(reader, full), ConsentFiling.Of(reader, full.All)), CancellationToken.None);
        var customers = new Dictionary<string, OnFile>(before, StringComparer.Ordinal);
        var (drafted, moment, room) = (new Drafted(full.Count), moments.Take(), full.Room());
        for (var at = 0; at < full.Count; at++)
        {
            var coming = full[at];
            var there = customers.GetValueOrDefault(coming.Id);
            // Two lines may change the same later snapshot: each change has a moment of its own.
            moment = there is { IsThere: true } && coming.AsOf < there.Head.Held.AsOf ? moments.Take() : moment;
            var filing = IsNobodyToBring(there)
                ? new Filing.NotSeen()
                : consents.Beside(filings.File(coming, there, moment, room), coming, moment);
            drafted.Take(at, coming.Id, filing);
            if (filing is Filing.Filed filed)
            {
                customers[coming.Id] = filed.After;
            }
        }

        drafted.Unit.AddRange(consents.Writes(before, customers));
        if (drafted.Unit.Count > 0)
        {
            drafted.Unit.Add(new Write.Moment(moment));
        }

        return drafted;
    }

    /// <summary>What is on file of a portion's customers; what is older too, where a line is of an earlier date than the newest.</summary>
    private static Dictionary<string, OnFile> OnFile(IReader reader, RecordPortion full)
    {
        var rows = reader.Get(Tables.Customers, full.Ids).ToDictionary(row => row.Id, StringComparer.Ordinal);
        var first = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        for (var at = 0; at < full.Count; at++)
        {
            var coming = full[at];
            first[coming.Id] = first.TryGetValue(coming.Id, out var known) && known < coming.AsOf ? known : coming.AsOf;
        }

        return rows.Values.ToDictionary(row => row.Id, row => Kehu.Api.OnFile.Of(reader, row, first[row.Id]), StringComparer.Ordinal);
    }

    /// <summary>Whether a customer is not there, and whoever imports may not or would not bring it.</summary>
    private bool IsNobodyToBring(OnFile? there) => (manner.OnlyExisting || sees is AccessScope.Part) && there is not { IsThere: true };

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
}
