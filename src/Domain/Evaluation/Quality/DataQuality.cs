namespace Kehu.Domain;

/// <summary>By what the unknown facts of a portfolio are told apart beside the fact.</summary>
public enum QualityGrouping
{
    /// <summary>By nothing else.</summary>
    Fact = 0,

    /// <summary>By the outlet of the newest record.</summary>
    Outlet,

    /// <summary>By the sub-branch to which that outlet belongs today.</summary>
    SubBranch,

    /// <summary>By the branch to which that outlet belongs today.</summary>
    Branch,

    /// <summary>By the class that the newest record gives today.</summary>
    Class,
}

/// <summary>The groupings in codes.</summary>
public static class QualityGroupings
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this QualityGrouping grouping) => grouping switch
    {
        QualityGrouping.Fact => "fact",
        QualityGrouping.Outlet => "outlet",
        QualityGrouping.SubBranch => "sub-branch",
        QualityGrouping.Branch => "branch",
        QualityGrouping.Class => "class",
    };

    /// <summary>The name of the member with a group's code.</summary>
    public static string Member(this QualityGrouping grouping) => grouping.Level().Map(level => level.Member()).IfNone(() => grouping.Code());

    /// <summary>The level of the units that are told apart; none where no units are.</summary>
    public static Option<UnitLevel> Level(this QualityGrouping grouping) => grouping switch
    {
        QualityGrouping.Outlet => UnitLevel.Outlet,
        QualityGrouping.SubBranch => UnitLevel.SubBranch,
        QualityGrouping.Branch => UnitLevel.Branch,
        QualityGrouping.Fact or QualityGrouping.Class => Option<UnitLevel>.None,
    };
}

/// <summary>
/// What a data quality report looks at: the facts that there are, the policies whose open decisions are asked about, the grouping, and the
/// policy whose classes are grouped by, which is one of them.
/// </summary>
public sealed record QualityScope(FactCatalogue Facts, Arr<CompiledPolicy> Policies, QualityGrouping By, PolicyId Classes)
{
    /// <summary>After how many days facts are old.</summary>
    public FactAges Ages { get; init; } = FactAges.None;

    /// <summary>The facts that are counted, in the catalogue's order: all but <c>closedOn</c>.</summary>
    public Arr<Fact> Reported => Facts.All.Filter(fact => fact.Name != SharedFacts.ClosedOn.Name);
}

/// <summary>
/// Customers of a kind in a group: an outlet, a unit above outlets (none where there is none), a class (none where the decision is open or the policy does
/// not apply), or none where nothing is grouped.
/// </summary>
public readonly record struct QualityGroup(CustomerKind Kind, Option<string> Name);

/// <summary>
/// How many customers of a group there are, and by a fact's place in the catalogue how many lack the fact, and how many have a value on file
/// that would be refused today (<see cref="Fact.Accepted"/>).
/// </summary>
public sealed record FactGaps(long Customers, Arr<long> Unknown, Arr<long> OutOfRange)
{
    /// <summary>The customers of both.</summary>
    public static FactGaps operator +(FactGaps one, FactGaps other) =>
        new(checked(one.Customers + other.Customers), one.Unknown.Plus(other.Unknown), one.OutOfRange.Plus(other.OutOfRange));
}

/// <summary>
/// How a policy stands with customers: decided, open, not applicable; and of the open decisions, by a fact's place in the catalogue, how many
/// miss the fact and how many of these any answer would end.
/// </summary>
public sealed record OpenDecisions(long Decided, long Open, long NotApplicable, Arr<long> BearsOn, Arr<long> Decides)
{
    /// <summary>Nobody.</summary>
    public static readonly OpenDecisions Zero = new(0, 0, 0, Array<long>(), Array<long>());

    /// <summary>The customers of both.</summary>
    public static OpenDecisions operator +(OpenDecisions one, OpenDecisions other) => new(
        checked(one.Decided + other.Decided),
        checked(one.Open + other.Open),
        checked(one.NotApplicable + other.NotApplicable),
        one.BearsOn.Plus(other.BearsOn),
        one.Decides.Plus(other.Decides));
}

/// <summary>
/// What is unknown of a portfolio, and what asking would bring. Tallies of the parts of a portfolio add up to that of the whole, in any order;
/// groups and policies of nobody are not in it. Customers whose relationship has ended are counted apart and nowhere else.
/// </summary>
public sealed record QualityTally(long Closed, HashMap<QualityGroup, FactGaps> Groups, HashMap<PolicyId, OpenDecisions> Policies)
{
    /// <summary>Nobody.</summary>
    public static readonly QualityTally Zero = new(0, HashMap<QualityGroup, FactGaps>(), HashMap<PolicyId, OpenDecisions>());

    /// <summary>How many customers have facts that are old, by fact.</summary>
    public Arr<AgedFact> Aged { get; init; } = Array<AgedFact>();

    /// <summary>The customers looked at.</summary>
    public long Customers => Groups.Values.Sum(gaps => gaps.Customers);

    /// <summary>The groups of outlets put together to those of the units above them.</summary>
    public QualityTally Above(Func<string, Option<string>> unitOf) => this with
    {
        Groups = Groups.Fold(HashMap<QualityGroup, FactGaps>(), (groups, group, gaps) =>
            groups.AddOrUpdate(group with { Name = group.Name.Bind(unitOf) }, known => known + gaps, gaps)),
    };

    /// <summary>The customers of both.</summary>
    public static QualityTally operator +(QualityTally one, QualityTally other) => new(
        checked(one.Closed + other.Closed),
        other.Groups.Fold(one.Groups, (groups, group, gaps) => groups.AddOrUpdate(group, known => known + gaps, gaps)),
        other.Policies.Fold(one.Policies, (policies, id, open) => policies.AddOrUpdate(id, known => known + open, open)));
}

/// <summary>Counts by place.</summary>
internal static class CountsByPlace
{
    /// <summary>Both added up; where one ends before the other it is nothing from there on.</summary>
    public static Arr<long> Plus(this Arr<long> one, Arr<long> other) =>
        new(Enumerable.Range(0, Math.Max(one.Count, other.Count)).Select(place => checked(one.At(place) + other.At(place))).ToArray());

    private static long At(this Arr<long> counts, int place) => place < counts.Count ? counts[place] : 0;
}
