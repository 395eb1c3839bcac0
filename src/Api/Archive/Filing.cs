using System.Buffers;
using LanguageExt;

namespace Kehu.Api;

/// <summary>What a call demanded of a resource was not so; whether the resource is there at all.</summary>
internal readonly record struct Unmet(bool IsThere);

/// <summary>A customer's newest snapshot as it is on file: the version of the customer and what is stored.</summary>
internal readonly record struct Head(long Version, Held Held)
{
    public static Head Of(Row row) => new(row.Version, Held.From(row.Body));
}

/// <summary>What filing comes to.</summary>
internal abstract record Filing
{
    private Filing()
    {
    }

    /// <summary>What comes in is on file already, or shows in no record.</summary>
    public sealed record Unchanged(Head Head, MergeCounts Counts) : Filing
    {
        /// <summary>The canonical JSON of the record as of the date.</summary>
        public ReadOnlyMemory<byte> Shown { get; init; }

        /// <summary>True where it says something new of consents, which is filed beside.</summary>
        public bool BringsConsents { get; init; }

        /// <summary>The unit of work that files that.</summary>
        public Arr<Write> Unit { get; init; } = Arr<Write>.Empty;
    }

    /// <summary>There is no such customer for who files it, and who sees a part of the bank brings nobody on file anew.</summary>
    public sealed record NotSeen : Filing;

    /// <summary>
    /// It would bring somebody on file under an id that is refused or was merged into another, or with less than a record needs; records would contradict
    /// themselves; or more is said of consents than may be kept.
    /// </summary>
    public sealed record Refused(Seq<Fault> Why) : Filing;

    /// <summary>The unit of work that files it, with what is on file afterwards.</summary>
    public sealed record Filed(bool Created, OnFile After, MergeCounts Counts, Arr<Write> Unit) : Filing
    {
        /// <summary>The customer's head as it will be.</summary>
        public Head Head => After.Head;

        /// <summary>The canonical JSON of what was known as of the date; empty where nothing was.</summary>
        public ReadOnlyMemory<byte> Before { get; init; }

        /// <summary>The canonical JSON of the record as of the date.</summary>
        public ReadOnlyMemory<byte> Shown { get; init; }
    }
}

/// <summary>
/// What filing asks of a whole record beside its canonical JSON, with the one origin of all its members, if there is one: small, where thousands wait to be
/// filed.
/// </summary>
internal sealed record SnapshotKey(string Id, DateOnly AsOf, string Outlet, Option<string> Manager, Option<Origin> Only)
{
    /// <summary>What it says of consents.</summary>
    public Preferences Said { get; private init; } = Preferences.Unknown;

    public static SnapshotKey Of(CustomerRecord record) =>
        new(record.Id.Value, record.AsOf, record.Outlet, record.Manager, record.Origins.Only) { Said = record.Preferences };
}

/// <summary>The pure part of keeping customers: from what is on file and what comes in to a unit of work.</summary>
internal sealed class Filings(FactCatalogue facts, SourceOrder order)
{
    /// <summary>The facts that there are.</summary>
    public FactCatalogue Facts => facts;

    private readonly CustomerContract contract = CustomerCodecs.For(facts).Contract;
    private readonly RecordMerging merging = new(CustomerCodecs.For(facts).Contract.Members, order);

    /// <summary>
    /// Files what comes in, at a moment later than all that is on file. The newest snapshot is the head; an older one goes to the history, and so does
    /// what is superseded. What the unit writes lies in <paramref name="room"/>; the moment is still to be noted with it.
    /// </summary>
    public Filing File(Incoming coming, OnFile? onFile, DateTime moment, IBufferWriter<byte> room)
    {
        if (onFile is { Into.Case: string into })
        {
            return new Filing.Refused(Prelude.Seq1(Merged.Gone(new Place.Pointer(CustomerContract.Id.Pointer), coming.Id, into)));
        }

        if (onFile is not { IsThere: true } there)
        {
            return Bring(coming, onFile?.Head.Version ?? 0, moment, room);
        }

        var unit = new Refiling(there, moment, room);
        return coming is Incoming.Whole whole && there.By(coming.AsOf).Case is Held shown && shown.Json.Span.SequenceEqual(whole.Json.Span)
                ? new Filing.Unchanged(there.Head, default) { Shown = whole.Json }
            : coming is Incoming.Whole { Key: { Only.Case: Origin origin } key } newest && coming.AsOf >= there.Head.Held.AsOf
                && there.Head.Held.Record(facts) is var before && merging.Replaces(origin, before)
                ? unit.Headed(key, newest.Json, new MergeCounts(0, 0, 0, merging.Dropped(before, CustomerCodecs.For(facts).Stored(newest.Json.Span))))
            : Merge(coming, there, unit);
    }

    private Filing Bring(Incoming coming, long version, DateTime moment, IBufferWriter<byte> room)
    {
        if (IdentityCard.IsNumber(coming.Id))
        {
            return new Filing.Refused(Prelude.Seq1(IdentityCard.IsNoId.Under(CustomerContract.Id.Pointer)));
        }

        if (coming is Incoming.Part(var part, _) && Faults(part) is { IsEmpty: false } faults)
        {
            return new Filing.Refused(faults);
        }

        if (coming is Incoming.Whole whole)
        {
            return Refiling.Brought(whole.Key, version, new Held(moment, moment, whole.Json), default, room);
        }

        var (said, counts) = merging.First(Record(coming));
        return Refiling.Brought(SnapshotKey.Of(said), version, new Held(moment, moment, Held.JsonOf(said)), counts, room);
    }

    private Seq<Fault> Faults(CustomerPart part) =>
        part.Missing() is { IsEmpty: false } missing ? missing : contract.FaultsOf(part.Values);

    private Filing Merge(Incoming coming, OnFile there, Refiling unit)
    {
        var (said, before) = (Record(coming), there.By(coming.AsOf));
        if (before.IsNone && coming is Incoming.Part(var first, _) && first.Missing() is { IsEmpty: false } missing)
        {
            return new Filing.Refused(missing);
        }

        var merged = before.Match(Some: held => merging.Merge(held.Record(facts), said, coming.AsOf), None: () => merging.First(said));
        if (coming is Incoming.Part { Sent.HasKind: true } && said.Kind != merged.Record.Kind)
        {
            return new Filing.Refused(Prelude.Seq1(OtherKind(merged.Record.Kind)));
        }

        merged = coming is Incoming.Whole ? merged with { Record = merged.Record with { Kind = said.Kind } } : merged;
        var later = there.After(coming.AsOf).Map(held => (Held: held, merging.Merge(held.Record(facts), said, held.AsOf).Record));
        var faults = contract.FaultsOf(merged.Record) + later.Bind(one => contract.FaultsOf(one.Record).ToArr()).ToSeq();
        return faults.IsEmpty
            ? unit.Changed(coming.AsOf, before, merged, later)
            : new Filing.Refused(faults.Distinct());
    }

    /// <summary>What comes in as a record that says where its members come from.</summary>
    private CustomerRecord Record(Incoming coming) => coming switch
    {
        Incoming.Whole(_, var json) => CustomerCodecs.For(facts).Stored(json.Span),
        Incoming.Part(var part, var source) => part.Said(part.Source.IfNone(source), contract.Members),
    };

    private static Fault OtherKind(CustomerKind kind) => Fault.At(
        "/kind", "part.other-kind",
        $"the customer is on file as {kind.Code()}; a part does not change the kind: leave it out, or send the whole record",
        $"该客户在档案中的种类为 {kind.Code()}；部分更新不改变种类：请省略，或发送完整记录");
}
