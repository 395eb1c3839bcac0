namespace Kehu.Domain;

/// <summary>By what segments are counted.</summary>
public enum SegmentGrouping
{
    Whole = 0,
    Outlet,
    SubBranch,
    Branch,
}

/// <summary>Segments on the wire: answers of policies in a word, assets in yuan.</summary>
public static class SegmentContract
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this SegmentGrouping by) => by switch
    {
        SegmentGrouping.Whole => "whole",
        SegmentGrouping.Outlet => "outlet",
        SegmentGrouping.SubBranch => "sub-branch",
        SegmentGrouping.Branch => "branch",
    };

    /// <summary>The level of the units that segments are told by; none where all are counted together.</summary>
    public static Option<UnitLevel> Level(this SegmentGrouping by) => by switch
    {
        SegmentGrouping.Whole => Option<UnitLevel>.None,
        SegmentGrouping.Outlet => UnitLevel.Outlet,
        SegmentGrouping.SubBranch => UnitLevel.SubBranch,
        SegmentGrouping.Branch => UnitLevel.Branch,
    };

    /// <summary>By what segments are counted.</summary>
    public static Form<SegmentGrouping> Grouping { get; } = Forms.One<SegmentGrouping>(Code);

    public static Field<Segment, CustomerKind> Kind { get; } = Answered<Segment>.Always(
        "kind", Forms.One<CustomerKind>(CustomerKinds.Code), segment => segment.Kind);

    private static readonly Contract<Segment> One = Answered<Segment>.Object(
        "Customers with the same answers, in the order of the policies; with by=outlet, sub-branch or branch the unit, null for all outlets above which the "
        + "register of units has none.",
        [
            .. UnitAsked.Levels.Map(level => Answered<Segment>.Optional(
                level.Member(), new Form.OrNull<string>(Forms.Plain), segment => segment.By.Level() == Some(level) ? Some(segment.Unit) : None)),
            Kind,
            Answered<Segment>.Always("answers", Forms.List(Forms.Plain), segment => segment.Answers.Map(answer => answer.Code)),
            .. Answered<Segment>.Part(CountedSum.Contract, segment => segment.Sum.Counted),
        ]);

    /// <summary>How many customers have each combination of answers.</summary>
    public static Contract<Segmentation> Contract { get; } = Answered<Segmentation>.Object(
        "How many customers have each combination of answers.",
        [
            Answered<Segmentation>.Always("name", Forms.Plain, told => told.Name),
            Answered<Segmentation>.Always("asOf", Forms.Day, told => told.AsOf),
            .. UnitAsked.ToldOrNull<Segmentation>(told => told.Unit),
            Answered<Segmentation>.Always("by", Grouping, told => told.By),
            Answered<Segmentation>.Always("portfolio", Forms.Plain, told => told.Portfolio) with { Says = "The content hash of the customers looked at." },
            Answered<Segmentation>.Always("policies", Forms.List(SimulatedPolicy.Contract), told => told.Policies),
            Answered<Segmentation>.Always("customers", Forms.Count, told => told.Customers),
            Answered<Segmentation>.Always("segments", Forms.List(One), told => told.Segments),
        ]);
}
