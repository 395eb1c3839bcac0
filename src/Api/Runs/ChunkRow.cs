using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// A part of what a run found as one row of the table <c>decisions</c>, under "run last!", where last is the id of its last customer: a space sorts before all
/// that an id may hold, and so does '!', so that the first row after "run customer" is the one that holds the customer if any does. A body is a format byte,
/// the counts of each policy's answers (so that a list by class skips a row without reading on), the different verdicts of each policy, then the customers,
/// a verdict being its place among the different ones.
/// </summary>
internal static class ChunkRow
{
    /// <summary>The table's name.</summary>
    public const string Table = Tables.Decisions;

    /// <summary>How many customers a row holds.</summary>
    public const int Customers = 1_000;

    private const byte Format = 1;

    /// <summary>The write that stores a part that ends with this customer; it was not there before.</summary>
    public static Write.Put ToWrite(string run, string last, Arr<RunPolicy> policies, RunChunk chunk) =>
        new(Table, Id(run, last), 0, ToBody(policies, chunk), Store.Write.Unlisted);

    /// <summary>The id of the part that ends with a customer.</summary>
    public static string Id(string run, string last) => $"{run} {last}!";

    /// <summary>Below every part that holds customers after one (none: every one), and above every part of the run.</summary>
    public static (string After, string Before) Of(string run, string after) => (Id(run, after), $"{run}!");

    /// <summary>The last customer of the part with an id.</summary>
    public static string LastOf(string id) => id[(id.IndexOf(' ', StringComparison.Ordinal) + 1)..^1];

    /// <summary>The bytes of a part.</summary>
    public static byte[] ToBody(Arr<RunPolicy> policies, RunChunk chunk) => RunCodec.Bytes(Format, to =>
    {
        to.WriteMany(chunk.Tallies(policies), tally => to.WriteMany(tally.Counts, to.Write7BitEncodedInt64));
        var places = new Dictionary<RunVerdict, int>[policies.Count];
        for (var policy = 0; policy < places.Length; policy++)
        {
            Write(to, places[policy] = Different(chunk, policy));
        }

        to.Write7BitEncodedInt(chunk.Customers.Count);
        foreach (var customer in chunk.Customers)
        {
            to.Write(customer.Id);
            to.WriteDay(customer.AsOf);
            to.WriteMoment(customer.RecordedAt);
            to.WriteOption(customer.Assets, to.Write7BitEncodedInt64);
            for (var policy = 0; policy < places.Length; policy++)
            {
                to.Write7BitEncodedInt(places[policy][customer.Verdicts[policy]]);
            }
        }
    });

    /// <summary>How many customers of a part have each answer, by policy.</summary>
    public static Arr<RunTally> Tallies(byte[] body)
    {
        using var from = RunCodec.Open(body, Format);
        return ReadTallies(from);
    }

    /// <summary>The part in a body.</summary>
    public static RunChunk From(byte[] body)
    {
        using var from = RunCodec.Open(body, Format);
        var verdicts = new RunVerdict[ReadTallies(from).Count][];
        for (var policy = 0; policy < verdicts.Length; policy++)
        {
            verdicts[policy] = [.. from.ReadMany(() => ReadVerdict(from))];
        }

        return new RunChunk(from.ReadMany(() => ReadCustomer(from, verdicts)));
    }

    private static Arr<RunTally> ReadTallies(BinaryReader from) => from.ReadMany(() => new RunTally(from.ReadMany(from.Read7BitEncodedInt64)));

    private static DecidedCustomer ReadCustomer(BinaryReader from, RunVerdict[][] verdicts)
    {
        var (id, asOf, recordedAt, assets) = (from.ReadString(), from.ReadDay(), from.ReadMoment(), from.ReadOption(from.Read7BitEncodedInt64));
        var found = new RunVerdict[verdicts.Length];
        for (var policy = 0; policy < found.Length; policy++)
        {
            found[policy] = verdicts[policy][from.Read7BitEncodedInt()];
        }

        return new DecidedCustomer(id, asOf, recordedAt, assets, new Arr<RunVerdict>(found));
    }

    /// <summary>The different verdicts of a policy, in the order in which they come.</summary>
    private static Dictionary<RunVerdict, int> Different(RunChunk chunk, int policy)
    {
        var places = new Dictionary<RunVerdict, int>();
        foreach (var customer in chunk.Customers)
        {
            places.TryAdd(customer.Verdicts[policy], places.Count);
        }

        return places;
    }

    private static void Write(BinaryWriter to, Dictionary<RunVerdict, int> places) =>
        to.WriteMany(new Arr<RunVerdict>(places.OrderBy(verdict => verdict.Value).Select(verdict => verdict.Key)), verdict => Write(to, verdict));

    private static void Write(BinaryWriter to, RunVerdict verdict)
    {
        to.Write((byte)TagOf(verdict));
        switch (verdict)
        {
            case RunVerdict.Decided(var place):
                to.Write((byte)place);
                break;
            case RunVerdict.Ranked(var place, var standing):
                to.Write((byte)place);
                to.Write((byte)standing);
                break;
            case RunVerdict.Open(var possible, var mayNotApply, var missing):
                to.Write(possible.Bits);
                to.Write(mayNotApply);
                to.WriteMany(missing, to.Write);
                break;
            case RunVerdict.NotApplicable(var reason):
                to.Write(reason);
                break;
        }
    }

    private static RunVerdict ReadVerdict(BinaryReader from) => (Tag)from.ReadByte() switch
    {
        Tag.Decided => new RunVerdict.Decided(from.ReadByte()),
        Tag.Ranked => new RunVerdict.Ranked(from.ReadByte(), (RankReason)from.ReadByte()),
        Tag.Open => new RunVerdict.Open(new OutcomeSet(from.ReadUInt64()), from.ReadBoolean(), from.ReadMany(from.ReadString)),
        Tag.NotApplicable => new RunVerdict.NotApplicable(from.ReadString()),
    };

    private static Tag TagOf(RunVerdict verdict) => verdict switch
    {
        RunVerdict.Decided => Tag.Decided,
        RunVerdict.Ranked => Tag.Ranked,
        RunVerdict.Open => Tag.Open,
        RunVerdict.NotApplicable => Tag.NotApplicable,
    };

    private enum Tag
    {
        Decided = 0,
        Ranked,
        Open,
        NotApplicable,
    }
}
