using LanguageExt;

namespace Kehu.Api;

/// <summary>What a line of the feed tells.</summary>
internal enum ChangeKind
{
    /// <summary>The first run of a policy.</summary>
    Baseline = 0,

    /// <summary>A customer whose answer is another.</summary>
    Change,
}

/// <summary>A line of the feed with its number.</summary>
internal sealed record ChangeLine(long Seq, ChangeEntry Entry)
{
    private ChangeKind Kind => Entry.Change.IsSome ? ChangeKind.Change : ChangeKind.Baseline;

    private static readonly Form<Option<RunPlacement>> Answer = new Form.OrNull<RunPlacement>(RunPlacement.Contract);

    /// <summary>The line on the wire; null is a customer who was not in the run.</summary>
    public static Contract<ChangeLine> Contract { get; } = Answered<ChangeLine>.Object(
        "A line of the feed. customer, from and to are those of a change.",
        Answered<ChangeLine>.Always("seq", Forms.Counted, line => line.Seq),
        Answered<ChangeLine>.Always("kind", Forms.One<ChangeKind>(Code), line => line.Kind),
        Answered<ChangeLine>.Always("policy", Forms.Plain, line => line.Entry.Policy.Value),
        Answered<ChangeLine>.Always("run", Forms.Plain, line => line.Entry.Run),
        Answered<ChangeLine>.Always("asOf", Forms.Day, line => line.Entry.AsOf),
        Answered<ChangeLine>.Always("at", Forms.Instant, line => line.Entry.At),
        Answered<ChangeLine>.Optional("customer", Forms.Plain, line => line.Entry.Change.Map(change => change.Customer)),
        Answered<ChangeLine>.Optional("from", Answer, line => line.Entry.Change.Map(change => change.Old)),
        Answered<ChangeLine>.Optional("to", Answer, line => line.Entry.Change.Map(change => change.Now))) with
    { Name = "Change" };

    private static string Code(ChangeKind kind) => kind switch
    {
        ChangeKind.Baseline => "baseline",
        ChangeKind.Change => "change",
    };
}

/// <summary>A page of the feed, and after which line the next one begins.</summary>
internal sealed record ChangePage(Arr<ChangeLine> Items, long Next)
{
    /// <summary>The page on the wire.</summary>
    public static Contract<ChangePage> Contract { get; } = Answered<ChangePage>.Object(
        "A page of the feed; next is what to send as after.",
        Answered<ChangePage>.Always("items", Forms.List(ChangeLine.Contract), page => page.Items),
        Answered<ChangePage>.Always("next", Forms.Counted, page => page.Next));
}
