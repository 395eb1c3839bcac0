using System.Buffers;
using LanguageExt;

namespace Kehu.Api;

/// <summary>Handing customers over: one unit of work, from one reading of those who are meant.</summary>
internal sealed class HandoverDraft(CustomerStore store, Moments moments, Filings filings)
{
    /// <summary>What a hand-over comes to as things stand, and the unit that does it; or what stands against it.</summary>
    public async ValueTask<Either<Seq<Fault>, (HandoverReport Report, Arr<Write> Unit)>> Of(AccessScope sees, Handover handover, CancellationToken ct)
    {
        var index = handover.What == HandedOver.Manager ? Tables.OfManager : Tables.OfOutlet;
        var meant = await store.Within(sees).Together(reader => Meant(reader, handover, index).Take(Handover.MostCustomers + 1).ToList(), ct);
        return meant.Count > Handover.MostCustomers
            ? Prelude.Seq1(Fault.At("/filter", "handover.too-many", Handover.TooMany.En, Handover.TooMany.Zh))
            : Filed(meant, handover, moments.Take());
    }

    private IEnumerable<(CustomerRecord Newest, OnFile There)> Meant(IReader reader, Handover handover, string index)
    {
        foreach (var row in reader.Page(Tables.Customers, index, handover.From, ""))
        {
            if (OnFile.Of(reader, row, handover.AsOf) is { IsThere: true } there
                && there.Head.Held.Record(filings.Facts) is var newest && handover.Filter.Means(newest))
            {
                yield return (newest, there);
            }
        }
    }

    private Either<Seq<Fault>, (HandoverReport Report, Arr<Write> Unit)> Filed(
        List<(CustomerRecord Newest, OnFile There)> meant, Handover handover, DateTime moment)
    {
        var (unit, faults, unchanged, room) = (new List<Write>(), Prelude.Seq<Fault>(), 0, new ArrayBufferWriter<byte>());
        foreach (var (newest, there) in meant)
        {
            switch (filings.File(new Incoming.Part(handover.Part(newest), Origin.Service), there, moment, room))
            {
                case Filing.Filed filed:
                    unit.AddRange(filed.Unit);
                    break;
                case Filing.Refused(var why):
                    faults += why.Map(fault => Of(newest.Id.Value, fault));
                    break;
                case Filing.Unchanged:
                    unchanged++;
                    break;
                case Filing.NotSeen:
                    break;
            }
        }

        unit.AddRange(unit.Count > 0 ? [new Write.Moment(moment)] : []);
        return faults.IsEmpty
            ? (new HandoverReport(handover.AsOf, handover.From, handover.To, meant.Count, unchanged), new Arr<Write>(unit))
            : faults.Take(MostFaults).Strict();
    }

    /// <summary>How many faults of records an answer tells (house).</summary>
    private const int MostFaults = 100;

    /// <summary>A fault of a record on file, with whose it is.</summary>
    private static Fault Of(string id, Fault fault) => Fault.At(
        "", fault.Code, $"the record of '{id}' cannot be handed over: {fault.Detail.En}", $"客户“{id}”的档案无法移交：{fault.Detail.Zh}");
}
