using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// A line of the log <c>changes</c>: a customer whose answer under a policy is another since a run, or, with nobody named, the first run of a policy,
/// whose decisions are where a follower begins.
/// </summary>
internal sealed record ChangeEntry(PolicyId Policy, string Run, DateOnly AsOf, DateTime At, Option<PlacementChange> Change)
{
    /// <summary>The log's name.</summary>
    public const string Log = Tables.Changes;

    private const byte Format = 1;

    private const byte Nothing = 0;

    private const byte Class = 1;

    private const byte Open = 2;

    private const byte NotApplicable = 3;

    /// <summary>The write that adds the line.</summary>
    public Write ToWrite() => new Write.Append(Log, ToBody());

    /// <summary>The bytes of the line.</summary>
    public byte[] ToBody() => RunCodec.Bytes(Format, to =>
    {
        to.Write(Policy.Value);
        to.Write(Run);
        to.WriteDay(AsOf);
        to.WriteMoment(At);
        to.WriteOption(Change, change =>
        {
            to.Write(change.Customer);
            WriteAnswer(to, change.Old);
            WriteAnswer(to, change.Now);
        });
    });

    /// <summary>The line in a body.</summary>
    public static ChangeEntry From(byte[] body)
    {
        using var from = RunCodec.Open(body, Format);
        var policy = new PolicyId(from.ReadString());
        return new ChangeEntry(policy, from.ReadString(), from.ReadDay(), from.ReadMoment(), from.ReadOption(() =>
            new PlacementChange(from.ReadString(), policy, ReadAnswer(from), ReadAnswer(from))));
    }

    private static void WriteAnswer(BinaryWriter to, Option<RunPlacement> answer)
    {
        to.Write(answer.Map(Tag).IfNone(Nothing));
        answer.Bind(known => known.Assigned).IfSome(code => to.Write(code.Value));
    }

    private static Option<RunPlacement> ReadAnswer(BinaryReader from) => from.ReadByte() switch
    {
        Nothing => Option<RunPlacement>.None,
        Class => new RunPlacement.Class(new ClassCode(from.ReadString())),
        Open => new RunPlacement.Open(),
        NotApplicable => new RunPlacement.NotApplicable(),
        var tag => throw new InvalidDataException($"a stored change has an unknown answer {tag}"),
    };

    private static byte Tag(RunPlacement answer) => answer switch
    {
        RunPlacement.Class => Class,
        RunPlacement.Open => Open,
        RunPlacement.NotApplicable => NotApplicable,
    };
}
