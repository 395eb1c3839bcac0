using LanguageExt;

namespace Kehu.Properties;

/// <summary>How a change of a customer ended.</summary>
internal abstract record Change
{
    private Change()
    {
    }

    /// <summary>It is durable.</summary>
    public sealed record Done(bool Created, Filed Filed) : Change;

    /// <summary>The customer is not in the version demanded, or not there, or there already.</summary>
    public sealed record Stale : Change;

    /// <summary>There is no such customer.</summary>
    public sealed record Absent : Change;
}

/// <summary>Files and withdraws customers as the service's calls do, without a call: drafted from what is on file, committed, drafted again where another was faster.</summary>
internal sealed class CustomerFiling(IStore store, Moments moments, FactCatalogue facts)
{
    private readonly CustomerArchive archive = new(new CustomerStore(store, facts), moments, new Filings(facts, SourceOrder.None));

    public ValueTask<Filed?> Find(string id, DateOnly? asOf, DateTime? knownAt, CancellationToken ct) => archive.Find(AccessScope.Bank, id, asOf, knownAt, ct);

    public ValueTask<Either<Unmet, Filing>> Draft(CustomerRecord record, Precondition precondition, CancellationToken ct) => archive.Draft(AccessScope.Bank, Incoming.Whole.Of(record), precondition, ct);

    /// <summary>Files a record where the precondition is met.</summary>
    public async ValueTask<Change> File(CustomerRecord record, Precondition precondition, CancellationToken ct)
    {
        while (true)
        {
            if ((await archive.Draft(AccessScope.Bank, Incoming.Whole.Of(record), precondition, ct)).Case is not Filing filing)
            {
                return new Change.Stale();
            }

            if (await Commit(filing, ct) is { } done)
            {
                return new Change.Done(done.Created, new Filed(done.Head.Version, done.Head.Held.RecordedAt, record));
            }
        }
    }

    /// <summary>Withdraws a customer where the precondition is met.</summary>
    public async ValueTask<Change> Withdraw(string id, Precondition precondition, CancellationToken ct)
    {
        while (true)
        {
            switch (await archive.DraftWithdrawal(AccessScope.Bank, id, precondition, ct))
            {
                case Withdrawal.Absent:
                    return new Change.Absent();
                case Withdrawal.Stale:
                    return new Change.Stale();
                case Withdrawal.Withdrawn(var of, var unit) when await store.Commit(unit.ToList(), ct) is null:
                    return new Change.Done(Created: false, new Filed(of.Rows.Head.Version + 1, of.Rows.Held.RecordedAt, of.Rows.Held.Record(facts)));
                case Withdrawal.Withdrawn:
                    break;
            }
        }
    }

    private async ValueTask<Filing.Filed?> Commit(Filing filing, CancellationToken ct) => filing switch
    {
        Filing.NotSeen => throw new InvalidOperationException("everybody is seen"),
        Filing.Refused(var why) => throw new InvalidOperationException(string.Join("; ", why.Map(fault => fault.Detail.En))),
        Filing.Unchanged(var head, var counts) same => same.Unit.IsEmpty || await store.Commit(same.Unit.ToList(), ct) is null
            ? new Filing.Filed(Created: false, new OnFile(head, Map<DateOnly, Held>.Empty), counts, Arr<Write>.Empty)
            : null,
        Filing.Filed filed => await store.Commit(filed.Unit.ToList(), ct) is null ? filed : null,
    };
}
