using System.Globalization;
using LanguageExt;

namespace Kehu.Api;

/// <summary>A run on file, in the version it was read with.</summary>
internal sealed record RunOnFile(long Version, Run Run)
{
    /// <summary>The run of a row.</summary>
    public static RunOnFile Of(Row row) => new(row.Version, RunRow.From(row.Id, row.Body));

    /// <summary>The version as an entity tag has it.</summary>
    public string Tag => Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The write that puts the run as it then is over this one.</summary>
    public Write.Put Then(Run next) => RunRow.ToWrite(next, Version);
}

/// <summary>A run as one row of the table <c>runs</c>, listed by its phase.</summary>
internal static class RunRow
{
    /// <summary>The table's name.</summary>
    public const string Table = Tables.Runs;

    /// <summary>The index by phase.</summary>
    public const string Phase = "phase";

    private const byte Format = 1;

    /// <summary>The id of a run: its number in hexadecimal, so that runs are in the order in which they were asked for.</summary>
    public static string Id(long number) => number.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The number of a run with an id.</summary>
    public static long NumberOf(string id) => long.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>The number of the last run as it is stored.</summary>
    public static byte[] Number(long number) => RunCodec.Bytes(Format, to => to.Write(number));

    /// <summary>The number of the last run in a body.</summary>
    public static long NumberIn(byte[] body)
    {
        using var from = RunCodec.Open(body, Format);
        return from.ReadInt64();
    }

    /// <summary>Whether a text is made like an id.</summary>
    public static bool IsId(string text) => text.Length == 16 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>A phase's name in the index.</summary>
    public static string KeyOf(RunPhase phase) => phase switch
    {
        RunPhase.Queued => "queued",
        RunPhase.Deciding => "deciding",
        RunPhase.Telling => "telling",
        RunPhase.Finished => "finished",
        RunPhase.Removing => "removing",
        RunPhase.Ended => "ended",
    };

    /// <summary>The write that stores a run over a row of this version (0: none).</summary>
    public static Write.Put ToWrite(Run run, long version) =>
        new(Table, run.Id, version, ToBody(run), new Dictionary<string, string>(StringComparer.Ordinal) { [Phase] = KeyOf(run.Phase) });

    /// <summary>The bytes of a run.</summary>
    public static byte[] ToBody(Run run) => RunCodec.Bytes(Format, to =>
    {
        to.WriteDay(run.AsOf);
        to.WriteMoment(run.KnownAt);
        to.Write((byte)run.Phase);
        to.WriteOption(run.StartedAt, to.WriteMoment);
        to.WriteOption(run.DecidedAt, to.WriteMoment);
        to.WriteOption(run.EndedAt, to.WriteMoment);
        to.WriteOption(run.Failure, failure => to.Write((byte)failure));
        to.Write7BitEncodedInt64(run.Progress.Done);
        to.Write7BitEncodedInt64(run.Progress.Total);
        to.Write(run.Progress.Last);
        to.Write7BitEncodedInt64(run.Progress.Withdrawn);
        to.Write7BitEncodedInt64(run.Progress.NotOnFile);
        to.Write(run.Progress.Compared);
        to.WriteMany(run.Policies, policy => Write(to, policy));
    });

    /// <summary>The run in a body.</summary>
    public static Run From(string id, byte[] body)
    {
        using var from = RunCodec.Open(body, Format);
        var (asOf, knownAt, phase) = (from.ReadDay(), from.ReadMoment(), (RunPhase)from.ReadByte());
        var (started, decided, ended) = (from.ReadOption(from.ReadMoment), from.ReadOption(from.ReadMoment), from.ReadOption(from.ReadMoment));
        var failure = from.ReadOption(() => (RunFailure)from.ReadByte());
        var progress = new RunProgress(
            from.Read7BitEncodedInt64(), from.Read7BitEncodedInt64(), from.ReadString(),
            from.Read7BitEncodedInt64(), from.Read7BitEncodedInt64(), from.ReadString());
        return new Run(id, asOf, knownAt, phase, started, decided, ended, progress, from.ReadMany(() => ReadPolicy(from)), failure);
    }

    private static void Write(BinaryWriter to, PolicyRun policy)
    {
        to.WriteVersion(policy.Policy);
        to.WriteOption(policy.Previous, previous =>
        {
            to.Write(previous.Run);
            to.WriteVersion(previous.Policy);
            to.Write7BitEncodedInt(previous.Place);
        });
        to.Write(policy.LooksBack);
        to.WriteMany(policy.Tally.Counts, to.Write7BitEncodedInt64);
        to.WriteOption(policy.Matrix, matrix => to.WriteMany(matrix.Sums, sum => Write(to, sum)));
        to.WriteOption(policy.Lines, lines => to.WriteMany(lines, line => to.WriteOption(line, last => Write(to, last))));
    }

    private static PolicyRun ReadPolicy(BinaryReader from)
    {
        var policy = from.ReadVersion();
        var previous = from.ReadOption(() => new PreviousRun(from.ReadString(), from.ReadVersion(), from.Read7BitEncodedInt()));
        var looksBack = from.ReadBoolean();
        var tally = new RunTally(from.ReadMany(from.Read7BitEncodedInt64));
        var sums = from.ReadOption(() => from.ReadMany(() => ReadSum(from)));
        var lines = from.ReadOption(() => from.ReadMany(() => from.ReadOption(() => new Ranked(from.ReadString(), Prelude.Some(from.ReadInt64())))));
        return new PolicyRun(policy, previous, looksBack, tally, previous.Bind(before => sums.Map(all => new RunMatrix(before.Policy, policy, all))), lines);
    }

    private static void Write(BinaryWriter to, Ranked last)
    {
        to.Write(last.Id);
        to.Write(last.Amount.IfNone(0));
    }

    private static void Write(BinaryWriter to, RunSum sum)
    {
        to.Write7BitEncodedInt64(sum.Customers);
        if (sum.Customers > 0)
        {
            to.WriteWide(sum.Assets);
            to.Write7BitEncodedInt64(sum.Unvalued);
        }
    }

    private static RunSum ReadSum(BinaryReader from) =>
        from.Read7BitEncodedInt64() is > 0 and var customers ? new RunSum(customers, from.ReadWide(), from.Read7BitEncodedInt64()) : default;
}
