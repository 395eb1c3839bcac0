using System.Buffers;
using LanguageExt;

namespace Kehu.Api;

/// <summary>A snapshot on file: the version of the customer it was read with, when it was recorded, and the record.</summary>
internal sealed record Filed(long Version, DateTime RecordedAt, CustomerRecord Record);

/// <summary>What withdrawing a customer comes to.</summary>
internal abstract record Withdrawal
{
    private Withdrawal()
    {
    }

    /// <summary>The unit of work that does it, with all that is stored of the customer.</summary>
    public sealed record Withdrawn(Withdrawals Of, Arr<Write> Unit) : Withdrawal;

    /// <summary>The customer is not in the version demanded.</summary>
    public sealed record Stale : Withdrawal;

    /// <summary>There is no such customer.</summary>
    public sealed record Absent : Withdrawal;
}

/// <summary>Customers over the store's port: reading as of a date and as known at a moment, filing, withdrawing, listing.</summary>
internal sealed class CustomerArchive(CustomerStore store, Moments moments, Filings filings)
{
    /// <summary>
    /// The newest snapshot, or the one as of a date, as known now or at an earlier moment. The history is read where the newest is not the one.
    /// </summary>
    public async ValueTask<Filed?> Find(AccessScope sees, string id, DateOnly? asOf, DateTime? knownAt, CancellationToken ct) =>
        (await store.Within(sees).Customer(id, head => Held.From(head.Body).IsBy(asOf, knownAt) ? CustomerParts.None : CustomerParts.History, ct))
        ?.By(filings.Facts, asOf, knownAt);

    /// <summary>
    /// The newest snapshot as of a date, and why nothing that is chosen for the customer is offered on a day, by what stands beside it at the same moment.
    /// </summary>
    public async ValueTask<(Filed Filed, Option<Withheld> Withheld)?> FindToSend(
        AccessScope sees, string id, DateOnly asOf, DateOnly today, CancellationToken ct) =>
        await store.Within(sees).Customer(
            id, head => ToSend | (Held.From(head.Body).IsBy(asOf, null) ? CustomerParts.None : CustomerParts.History), ct) is { } rows
            && rows.By(filings.Facts, asOf, null) is { } filed
            ? (filed, Why(rows, today))
            : null;

    /// <summary>
    /// Every snapshot on file, by date and then by the moment it was recorded, superseded ones included; none where there is no such customer.
    /// </summary>
    public async ValueTask<IReadOnlyList<Filed>> History(AccessScope sees, string id, CancellationToken ct) =>
        await store.Within(sees).Customer(id, CustomerParts.History, ct) is { Held: { IsWithdrawn: false } held } rows
            ? [.. rows.Older.Append(held).Select(known => new Filed(rows.Head.Version, known.RecordedAt, known.Record(filings.Facts)))]
            : [];

    /// <summary>
    /// What filing a record, or a part of one, comes to as things stand, or whether the customer is there where the precondition is not met. Nothing is filed
    /// into a customer's history without a new version of the customer, which the unit expects: so both are of one moment.
    /// </summary>
    public async ValueTask<Either<Unmet, Filing>> Draft(AccessScope sees, Incoming coming, Precondition precondition, CancellationToken ct)
    {
        var (onFile, consents) = await store.Within(sees).Together(
            reader => (OnFile.Of(reader, coming.Id, coming.AsOf), ConsentFiling.Of(reader, [coming])), ct);
        var moment = moments.Take();
        if (VersionOf(onFile?.Head) is var version && !precondition.IsMetBy(version) && onFile is not { Into.IsSome: true })
        {
            return new Unmet(version.IsSome);
        }

        if (onFile is null && sees is AccessScope.Part)
        {
            return new Filing.NotSeen();
        }

        var filing = consents.Beside(filings.File(coming, onFile, moment, new ArrayBufferWriter<byte>()), coming, moment);
        return filing switch
        {
            Filing.Filed filed => filed with { Unit = new Arr<Write>([.. filed.Unit, .. consents.Writes(), new Write.Moment(moment)]) },
            Filing.Unchanged { BringsConsents: true } same => same with { Unit = new Arr<Write>([.. consents.Writes(), new Write.Moment(moment)]) },
            Filing.Unchanged or Filing.NotSeen or Filing.Refused => filing,
        };
    }

    /// <summary>What withdrawing a customer comes to as things stand.</summary>
    public async ValueTask<Withdrawal> DraftWithdrawal(AccessScope sees, string id, Precondition precondition, CancellationToken ct)
    {
        if (await store.Whole(sees, id, ct) is not { } whole
            || VersionOf(Head.Of(whole.Rows.Head)) is not { IsSome: true } version)
        {
            return new Withdrawal.Absent();
        }

        return precondition.IsMetBy(version) ? new Withdrawal.Withdrawn(whole, whole.Withdraw(moments.Take())) : new Withdrawal.Stale();
    }

    /// <summary>Customers by id, of an outlet or a manager or both, after an id.</summary>
    public async ValueTask<IReadOnlyList<Filed>> List(AccessScope sees, string? outlet, string? manager, string after, int take, CancellationToken ct)
    {
        var within = store.Within(sees);
        var rows = (outlet, manager) switch
        {
            (_, { } m) => within.Page(Tables.Customers, Tables.OfManager, m, after, int.MaxValue, ct),
            ({ } o, null) => within.Page(Tables.Customers, Tables.OfOutlet, o, after, int.MaxValue, ct),
            (null, null) => within.Range(Tables.Customers, after, "", ct),
        };
        var found = new List<Filed>();
        await foreach (var row in rows)
        {
            if (Held.From(row.Body) is { IsWithdrawn: false } held && held.Record(filings.Facts) is var record && (outlet is null || record.Outlet == outlet))
            {
                found.Add(new Filed(row.Version, held.RecordedAt, record));
            }

            if (found.Count == take)
            {
                break;
            }
        }

        return found;
    }

    private const CustomerParts ToSend = CustomerParts.Restrictions | CustomerParts.Consents;

    /// <summary>Why nothing that is chosen for a customer is offered on a day, if nothing is.</summary>
    private Option<Withheld> Why(CustomerRows rows, DateOnly today) =>
        RestrictionFile.Of(rows.Restrictions).Log.InForce.IsSome ? Withheld.Restricted
        : rows.ConsentFile(filings.Facts).Log.On(today).Allows(ConsentPurpose.PersonalisedOffers) ? Option<Withheld>.None
        : Withheld.NoConsent;

    private static Option<string> VersionOf(Head? head) => head is { Held.IsWithdrawn: false } known
        ? known.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Option<string>.None;
}
