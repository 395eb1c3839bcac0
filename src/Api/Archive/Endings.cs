using System.Buffers;
using LanguageExt;

namespace Kehu.Api;

/// <summary>All that ending and restricting a customer follows from, as of one moment.</summary>
/// <param name="Row">The customer's head.</param>
/// <param name="File">What is on file of the customer, of all dates.</param>
/// <param name="Restrictions">The restrictions.</param>
internal sealed record EndingOnFile(Row Row, OnFile File, RestrictionFile Restrictions)
{
    /// <summary>What is on file of a customer; null where there is none.</summary>
    public static EndingOnFile? Read(IReader reader, string customer) =>
        reader.Get(Tables.Customers, customer) is { } head && OnFile.Of(reader, head, DateOnly.MinValue) is { IsThere: true } file
            ? new EndingOnFile(head, file, RestrictionFile.Of(reader.Get(Tables.Restrictions, RestrictionFile.IdOf(customer))))
            : null;

    /// <summary>The date of the first record.</summary>
    public DateOnly First => File.Older.Keys.HeadOrNone().IfNone(File.Head.Held.AsOf);
}

/// <summary>
/// What ending or restricting a customer comes to: the unit of work, empty where nothing changes, and how the customer stands before and after.
/// </summary>
internal sealed record Ending(Arr<Write> Unit, long Version, EndedCustomer Before, EndedCustomer After);

/// <summary>The pure part of ending and restricting customers: the end is a reading of the service itself, filed as any other part.</summary>
internal sealed class Endings(Filings filings)
{
    private static readonly string Member = Provenance.Facts + SharedFacts.ClosedOn.Name;

    /// <summary>What it comes to, or all that is wrong with it.</summary>
    public Either<Seq<Fault>, Ending> Draft(CustomerEnd end, EndingOnFile found, Option<string> by, DateOnly today, DateTime moment)
    {
        if (end.Faults(found.First, today) is { IsEmpty: false } faults)
        {
            return faults;
        }

        return end.On
            .Map(day => filings.File(Part(found, day, today), found.File, moment, new ArrayBufferWriter<byte>()))
            .Match(
                Some: filing => filing switch
                {
                    Filing.Refused(var why) => why,
                    Filing.Filed filed => Beside(filed.Unit, filed.Head),
                    Filing.Unchanged or Filing.NotSeen => Beside(Arr<Write>.Empty, found.File.Head),
                },
                None: () => Beside(Arr<Write>.Empty, found.File.Head));

        Either<Seq<Fault>, Ending> Beside(Arr<Write> filed, Head head)
        {
            var log = end.Restrict ? found.Restrictions.Log.Set(today, moment, end.Reason, by) : found.Restrictions.Log;
            var unit = filed + new Arr<Write>(found.Restrictions.With(log, found.Row.Id).AsEnumerable());
            return new Ending(
                unit.IsEmpty ? unit : unit.Add(new Write.Moment(moment)), head.Version, Standing(found.File.Head, found.Restrictions.Log), Standing(head, log));
        }

        EndedCustomer Standing(Head head, RestrictionLog log) => new(
            found.Row.Id, head.Held.Record(filings.Facts).Facts.Find(SharedFacts.ClosedOn).Map(day => DateOnly.FromDayNumber((int)day)), log.InForce);
    }

    /// <summary>
    /// The end as a part of the service itself: of today, or of the date of the newest record where that lies ahead, so that no record on file leaves it out.
    /// </summary>
    private Incoming.Part Part(EndingOnFile found, DateOnly day, DateOnly today)
    {
        var (newest, nothing) = (found.File.Head.Held.Record(filings.Facts), CustomerCodecs.For(filings.Facts).Contract.Record.Blank);
        return new Incoming.Part(
            new CustomerPart(
                nothing with
                {
                    Id = newest.Id,
                    Kind = newest.Kind,
                    AsOf = newest.AsOf > today ? newest.AsOf : today,
                    Facts = filings.Facts.NothingKnown.With(SharedFacts.ClosedOn, day.DayNumber),
                },
                Prelude.Array(Member),
                Arr<string>.Empty),
            Origin.Service);
    }
}
