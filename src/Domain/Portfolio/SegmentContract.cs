namespace Kehu.Domain;

/// <summary>By what segments are counted.</summary>
public enum SegmentGrouping
{
    Whole = 0,
    Outlet,
}

/// <summary>Segments on the wire: answers of policies in a word, assets in yuan.</summary>
public static class SegmentContract
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this SegmentGrouping by) => by switch
    {
        SegmentGrouping.Whole => "whole",
        SegmentGrouping.Outlet => "outlet",
    };

    /// <summary>By what segments are counted.</summary>
    public static Form<SegmentGrouping> Grouping { get; } = Forms.One<SegmentGrouping>(Code);

    public static Field<Segment, string> Outlet { get; } = Answered<Segment>.Optional("outlet", Forms.Plain, segment => segment.Outlet);

    public static Field<Segment, CustomerKind> Kind { get; } = Answered<Segment>.Always(
        "kind", Forms.One<CustomerKind>(CustomerKinds.Code), segment => segment.Kind);

    private static readonly Contract<Segment> One = Answered<Segment>.Object(
        "Customers with the same answers, in the order of the policies; outlet only where they are told by outlet.",
        [
            Outlet,
            Kind,
            Answered<Segment>.Always("answers", Forms.List(Forms.Plain), segment => segment.Answers.Map(answer => answer.Code)),
            .. Answered<Segment>.Part(CountedSum.Contract, segment => segment.Sum.Counted),
        ]);

    /// <summary>How many customers have each combination of answers.</summary>
    public static Contract<Segmentation> Contract { get; } = Answered<Segmentation>.Object(
        "How many customers have each combination of answers.",
        Answered<Segmentation>.Always("name", Forms.Plain, told => told.Name),
        Answered<Segmentation>.Always("asOf", Forms.Day, told => told.AsOf),
        Answered<Segmentation>.Nullable("outlet", Forms.Plain, told => told.Outlet),
        Answered<Segmentation>.Always("by", Grouping, told => told.ByOutlet ? SegmentGrouping.Outlet : SegmentGrouping.Whole),
        Answered<Segmentation>.Always("portfolio", Forms.Plain, told => told.Portfolio) with { Says = "The content hash of the customers looked at." },
        Answered<Segmentation>.Always("policies", Forms.List(SimulatedPolicy.Contract), told => told.Policies),
        Answered<Segmentation>.Always("customers", Forms.Count, told => told.Customers),
        Answered<Segmentation>.Always("segments", Forms.List(One), told => told.Segments));
}
