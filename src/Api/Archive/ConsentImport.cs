using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// An import of consents under way: lines are gathered into portions and each portion is one durable unit of work, so that a kill leaves whole lines only.
/// What is on file already changes nothing, so that an import can be repeated.
/// </summary>
internal sealed class ConsentImport(CustomerStore store, AccessScope sees, Moments moments, FactCatalogue facts, DateOnly today, RejectsWriter rejects)
    : IDisposable
{
    private const int PortionLines = 2_000;

    private const int PortionBytes = 4 << 20;

    private static readonly ContractCodec<ConsentLine> Codec = JsonForms.All.Of(ConsentLine.Contract);

    private readonly RefusedLines refusals = new(rejects);
    private List<Pending> portion = [];
    private int bytes;
    private long read;
    private long created;
    private long unchanged;

    /// <summary>Takes every line.</summary>
    public async Task TakeAll(LineReader lines, CancellationToken aborted)
    {
        for (; !lines.Ended; await lines.Fill(aborted))
        {
            while (Next(lines))
            {
                if (portion.Count == PortionLines || bytes >= PortionBytes)
                {
                    await Store();
                }
            }
        }
    }

    /// <summary>Stores what is left; everything accepted is durable afterwards.</summary>
    public async Task<ImportReport> Finish(string id)
    {
        await Store();
        return refusals.Report(id, read, created, updated: 0, unchanged);
    }

    public void Dispose() => refusals.Dispose();

    /// <summary>Takes the next line that is there; false where none is.</summary>
    private bool Next(LineReader lines)
    {
        if (!lines.TryRead(out var line))
        {
            return false;
        }

        read++;
        if (line.Oversized)
        {
            refusals.Add(line.Number, [], [ImportReading.TooLong]);
            return true;
        }

        var faults = Codec.Read(line.Text, out var sent);
        if (faults.Count == 0)
        {
            faults = [.. sent.Consent.Faults(today, moments.Now)];
        }

        if (faults.Count > 0)
        {
            refusals.Add(line.Number, line.Text, faults);
            return true;
        }

        portion.Add(new Pending(line.Number, sent, line.Text.ToArray()));
        bytes += line.Text.Length;
        return true;
    }

    private async Task Store()
    {
        var full = portion;
        (portion, bytes) = ([], 0);
        Outcome? outcome = null;
        while (full.Count > 0 && outcome is null)
        {
            outcome = await TryCommit(full);
        }

        var refused = outcome?.Refused ?? [];
        created += outcome?.Created ?? 0;
        unchanged += full.Count - (outcome?.Created ?? 0) - refused.Count;
        foreach (var (pending, fault) in refused)
        {
            refusals.Add(pending.Line, pending.Source, [fault]);
        }
    }

    /// <summary>One unit for the whole portion; null where somebody else changed one of its customers meanwhile.</summary>
    private async Task<Outcome?> TryCommit(List<Pending> full)
    {
        var (heads, files) = (new Dictionary<string, Row>(StringComparer.Ordinal), new Dictionary<string, ConsentFile>(StringComparer.Ordinal));
        var customers = full.Select(pending => pending.Sent.Customer).Distinct(StringComparer.Ordinal);
        await foreach (var rows in store.Within(sees).Customers(customers, _ => CustomerParts.History | CustomerParts.Consents, CancellationToken.None))
        {
            if (!rows.Held.IsWithdrawn)
            {
                (heads[rows.Id], files[rows.Id]) = (rows.Head, rows.ConsentFile(facts));
            }
        }

        var (moment, count, refused) = (moments.Take(), 0L, new List<(Pending, Fault)>());
        foreach (var pending in full)
        {
            var (customer, consent) = pending.Sent;
            if (!files.TryGetValue(customer, out var file))
            {
                refused.Add((pending, await store.WhyUnknown(sees, customer, CancellationToken.None)));
                continue;
            }

            var filed = consent.RecordedAt == default ? file.With([consent with { RecordedAt = moment }]) : file.WithRecorded(consent);
            filed.Match(
                Left: full => refused.Add((pending, full)),
                Right: after =>
                {
                    count += after == file ? 0 : 1;
                    files[customer] = after;
                });
        }

        List<Write> unit =
        [
            .. files.Where(file => file.Value.IsChanged).SelectMany(file => new Write[]
            {
                file.Value.Write(file.Key), new Write.Expect(Tables.Customers, file.Key, heads[file.Key].Version),
            }),
        ];
        return unit.Count == 0 || await store.Commit([.. unit, new Write.Moment(moment)], CancellationToken.None) is null ? new Outcome(count, refused) : null;
    }

    private sealed record Pending(long Line, ConsentLine Sent, byte[] Source);

    private sealed record Outcome(long Created, List<(Pending Pending, Fault Fault)> Refused);
}
