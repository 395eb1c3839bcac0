namespace Kehu.Domain;

/// <summary>
/// A data quality report: what was asked, on which day, and what was counted.
/// <paramref name="Classes"/>: the policy whose classes are grouped by, where they are.
/// </summary>
public sealed record QualityReport(UnitScope Whose, CompiledPolicy Classes, QualityScope Scope, DateOnly AsOf, QualityTally Tally)
{
    /// <summary>The feeds that are late, where that is told: what they would have brought is unknown.</summary>
    public Arr<FeedStanding> LateFeeds { get; init; } = Array<FeedStanding>();

    /// <summary>The registers of the moment at which it was asked: the names beside codes are theirs.</summary>
    public Organisation Bank { get; init; } = new(UnitTree.Empty, []);

    /// <summary>A report as it is answered.</summary>
    public static Contract<QualityReport> Contract { get; } = Answered<QualityReport>.Object(
        "What is unknown of the customers on file, and what to ask next.",
        [
            Answered<QualityReport>.Always("asOf", Forms.Day, report => report.AsOf),
            Answered<QualityReport>.Always("by", Forms.One<QualityGrouping>(QualityGroupings.Code), report => report.Scope.By),
            .. UnitAsked.ToldOrNull<QualityReport>(report => report.Whose.Unit),
            Answered<QualityReport>.Nullable("manager", Forms.Plain, report => report.Whose.Manager),
            .. ScopeNames.Told<QualityReport>(report => ScopeNames.Of(report.Bank, report.Whose)),
            Answered<QualityReport>.Always("customers", Forms.Counted, report => report.Tally.Customers),
            Answered<QualityReport>.Always("closed", Forms.Counted, report => report.Tally.Closed),
            Answered<QualityReport>.Optional(
                "lateFeeds", Forms.List(FeedStanding.Late), report => report.LateFeeds.IsEmpty ? None : Some(report.LateFeeds)) with
            { Says = "Feeds that were due and have not come; left out where none is late, and for callers who see a part of the bank." },
            Answered<QualityReport>.Always("facts", Forms.List(FactGap.Contract), report => report.Tally.Gaps(report.Scope)),
            Answered<QualityReport>.Optional(
                "aged", Forms.List(AgedFact.Contract), report => report.Tally.Aged.IsEmpty ? None : Some(report.Tally.Aged)) with
            { Says = "Of the facts for which the bank has set after how many days they are old (FactAges); left out where it has for none." },
            Answered<QualityReport>.Always("questions", Forms.List(NextQuestion.Contract), report => report.Tally.Questions(report.Scope.Facts)),
            Answered<QualityReport>.Always("policies", Forms.List(PolicyQuality.Contract), report => report.Scope.Policies.Map(policy =>
                new PolicyQuality(policy, report.Tally.Of(policy.Policy.Id), report.Scope.Facts))),
            Answered<QualityReport>.Optional(
                "classesOf", Forms.Plain, report => report.Scope.By == QualityGrouping.Class ? Some(report.Classes.Policy.Id.Value) : None),
            Answered<QualityReport>.Optional(
                "groups", Forms.List(QualityPart.Contract), report => report.Scope.By == QualityGrouping.Fact ? None : Some(report.Parts)),
        ]);

    /// <summary>The parts by unit or class.</summary>
    public Arr<QualityPart> Parts => Tally.GapsByGroup(Scope).Map(group => new QualityPart(Scope.By, group, group.Name.Bind(LabelOf))
    {
        Name = Scope.By.Level().Bind(level => group.Name.Bind(code => Bank.Units.NameOf(level, code))),
    });

    /// <summary>The rows of its table where nothing is grouped: the facts, with what asking for each would bring.</summary>
    public IEnumerable<AskedGap> Asked()
    {
        var questions = Tally.Questions(Scope.Facts).ToDictionary(question => question.Fact.Name, StringComparer.Ordinal);
        return Tally.Gaps(Scope).Map(gap => new AskedGap(
            gap, questions.TryGetValue(gap.Fact.Name, out var question) ? question : new NextQuestion(gap.Fact, 0, 0)));
    }

    /// <summary>The rows of its table by unit or class: the facts of each part.</summary>
    public IEnumerable<PartGap> PartGaps() => from part in Parts from gap in part.Group.Gaps select new PartGap(part, gap);

    private Option<Label> LabelOf(string code) => Classes.Policy.Classes.Find(one => one.Code.Value == code).Map(one => one.Label);
}

/// <summary>How a policy stands with the customers.</summary>
public sealed record PolicyQuality(CompiledPolicy Policy, OpenDecisions Open, FactCatalogue Facts)
{
    /// <summary>A policy of the report as it is answered.</summary>
    public static Contract<PolicyQuality> Contract { get; } = Answered<PolicyQuality>.Object(
        "How many customers a policy decides, leaves open and does not apply to, and what to ask those it leaves open.",
        Answered<PolicyQuality>.Always("policy", Forms.Plain, one => one.Policy.Policy.Id.Value),
        Answered<PolicyQuality>.Always("version", Forms.Count, one => one.Policy.Version),
        Answered<PolicyQuality>.Always("hash", Forms.Plain, one => one.Policy.Hash),
        Answered<PolicyQuality>.Always("label", Forms.Words, one => one.Policy.Policy.Label),
        Answered<PolicyQuality>.Always("decided", Forms.Counted, one => one.Open.Decided),
        Answered<PolicyQuality>.Always("open", Forms.Counted, one => one.Open.Open),
        Answered<PolicyQuality>.Always("notApplicable", Forms.Counted, one => one.Open.NotApplicable),
        Answered<PolicyQuality>.Always("questions", Forms.List(NextQuestion.Contract), one => one.Open.Questions(one.Facts)));
}

/// <summary>What is unknown of a part of the customers, and the words for it where it is a class; none for those in no class.</summary>
public sealed record QualityPart(QualityGrouping By, GroupGaps Group, Option<Label> Label)
{
    /// <summary>The name of the unit in the register.</summary>
    public Option<string> Name { get; init; }

    /// <summary>Which unit or class it is, for each of the groupings.</summary>
    private static readonly Arr<(QualityGrouping By, Field<QualityPart> Field)> Names =
        Array(QualityGrouping.Outlet, QualityGrouping.SubBranch, QualityGrouping.Branch, QualityGrouping.Class).Map(by => (by, (Field<QualityPart>)Code(by)));

    /// <summary>A part as it is answered.</summary>
    public static Contract<QualityPart> Contract { get; } = Answered<QualityPart>.Object(
        "With by=outlet, sub-branch or branch the unit, null for all outlets above which the register of units has none; "
        + "with by=class the class and its label, null for those in no class.",
        [
            .. Names.Map(name => name.Field),
            OfName,
            Answered<QualityPart>.Optional("label", new Form.OrNull<Label>(Forms.Words), part => part.By == QualityGrouping.Class ? Some(part.Label) : None),
            Answered<QualityPart>.Always("customers", Forms.Counted, part => part.Group.Customers),
            Answered<QualityPart>.Always("facts", Forms.List(FactGap.Contract), part => part.Group.Gaps),
        ]);

    /// <summary>What the unit is called; for tables too.</summary>
    internal static Field<QualityPart> OfName => Answered<QualityPart>.Optional("name", Forms.Plain, part => part.Name) with
    {
        Says = "The unit's name in the register.",
    };

    /// <summary>Which unit or class it is.</summary>
    internal static Field<QualityPart> Of(QualityGrouping by) => Names.Filter(name => name.By == by).Map(name => name.Field)[0];

    private static Field<QualityPart, Option<string>> Code(QualityGrouping by) => Answered<QualityPart>.Optional(
        by.Member(), new Form.OrNull<string>(Forms.Plain), part => part.By == by ? Some(part.Group.Name) : None);
}

/// <summary>A fact of all customers with what asking for it would bring: a row of a table.</summary>
public sealed record AskedGap(FactGap Gap, NextQuestion Question)
{
    /// <summary>The columns.</summary>
    public static Contract<AskedGap> Contract { get; } = Answered<AskedGap>.Object(
        "A fact a row.",
        [
            .. Answered<AskedGap>.FieldsOf(FactGap.Contract.Fields, row => row.Gap),
            .. Answered<AskedGap>.FieldsOf(NextQuestion.Gain, row => row.Question),
        ]);
}

/// <summary>A fact of a part of the customers: a row of a table.</summary>
public sealed record PartGap(QualityPart Part, FactGap Gap)
{
    /// <summary>The columns of a table by units of a level.</summary>
    public static Contract<PartGap> By(QualityGrouping by) => Answered<PartGap>.Object(
        "A fact and unit a row.", [.. Answered<PartGap>.FieldsOf(Array(QualityPart.Of(by), QualityPart.OfName), row => row.Part), .. Facts]);

    /// <summary>The columns of a table by class.</summary>
    public static Contract<PartGap> ByClass { get; } = Answered<PartGap>.Object(
        "A fact and class a row.",
        [
            .. Answered<PartGap>.FieldsOf(Array(QualityPart.Of(QualityGrouping.Class)), row => row.Part),
            Answered<PartGap>.Optional("classLabel", Forms.Words, row => row.Part.Label),
            .. Facts,
        ]);

    private static Arr<Field<PartGap>> Facts => Answered<PartGap>.FieldsOf(FactGap.Contract.Fields, row => row.Gap);
}
