using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// What was changed and why, beside an entry of the audit: a reason; the versions before and after; or the members that changed with both values, of
/// which only the names are kept where the values are too long.
/// </summary>
internal sealed record AuditText(
    Option<string> Id, Option<string> Reason, Option<string> VersionBefore, Option<string> VersionAfter,
    Option<ReadOnlyMemory<byte>> Before, Option<ReadOnlyMemory<byte>> After, Arr<string> Changed)
{
    /// <summary>How long both values may be together, in bytes (house).</summary>
    public const int Longest = 16 << 10;

    private static readonly AuditText Nothing = new(
        Option<string>.None, Option<string>.None, Option<string>.None, Option<string>.None,
        Option<ReadOnlyMemory<byte>>.None, Option<ReadOnlyMemory<byte>>.None, Arr<string>.Empty);

    /// <summary>The source that an import named.</summary>
    public Option<string> Source { get; private init; }

    /// <summary>The text on the wire, and as it is kept behind its salt.</summary>
    public static Contract<AuditText> Contract { get; } = Answered<AuditText>.Object(
        "What was changed, and why. Of values that are too long only the names of the members are kept.",
        Answered<AuditText>.Optional("id", Forms.Plain, text => text.Id) with { Says = "Which of the customer's events: its caller chose the id." },
        Answered<AuditText>.Optional("reason", Forms.Plain, text => text.Reason),
        Answered<AuditText>.Optional("source", Forms.Plain, text => text.Source) with { Says = "The source that an import named." },
        Answered<AuditText>.Optional("versionBefore", Forms.Plain, text => text.VersionBefore),
        Answered<AuditText>.Optional("versionAfter", Forms.Plain, text => text.VersionAfter),
        Answered<AuditText>.Optional("before", RawJson.Object, text => text.Before),
        Answered<AuditText>.Optional("after", RawJson.Object, text => text.After),
        Answered<AuditText>.Optional("changed", Forms.List(Forms.Plain), text => text.Changed.IsEmpty ? Option<Arr<string>>.None : text.Changed) with
        { Says = "JSON Pointers to the members that changed, where their values are too long to be kept." });

    private static readonly ContractCodec<AuditText> Codec = JsonForms.All.Of(Contract);

    /// <summary>The bytes that stand behind the salt.</summary>
    public byte[] Bytes => WireJson.Bytes(json => Codec.Write(json, this));

    /// <summary>Another version, and why, where somebody said so.</summary>
    public static AuditText OfVersions(Option<string> before, Option<string> after, Option<string> reason = default) =>
        Nothing with { VersionBefore = before, VersionAfter = after, Reason = reason };

    /// <summary>An import of a source.</summary>
    public static AuditText OfSource(string source) => Nothing with { Source = source };

    /// <summary>One of a customer's events that came or went: its id may say something about the customer, and so may its version.</summary>
    public static AuditText OfEvent(string id, Option<string> before, Option<string> after) =>
        Nothing with { Id = id, VersionBefore = before, VersionAfter = after };

    /// <summary>The members in which two records in canonical JSON differ; an empty one: there was none, or there is none any more.</summary>
    public static AuditText OfMembers(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        var changes = MemberChanges.Of(before, after);
        return changes.Before.Length + changes.After.Length > Longest
            ? Nothing with { Changed = new Arr<string>(changes.Names) }
            : Nothing with { Before = Found(before, changes.Before), After = Found(after, changes.After) };
    }

    /// <summary>The same, and why.</summary>
    public AuditText Because(string reason) => this with { Reason = reason };

    private static Option<ReadOnlyMemory<byte>> Found(ReadOnlyMemory<byte> whole, byte[] members) =>
        whole.IsEmpty ? Option<ReadOnlyMemory<byte>>.None : Prelude.Some<ReadOnlyMemory<byte>>(members);
}
