using System.Security.Cryptography;
using System.Text;

namespace Kehu.Domain;

/// <summary>
/// How many customers have each combination of answers of some policies, on a date, for the outlets of a unit or the whole, unit by unit or together: the
/// segments of a bank and how they cross. Only kinds of customer that all the policies are for are counted. <paramref name="Above"/>: to which unit of the
/// level that is grouped by each outlet belongs, where that is one above outlets.
/// </summary>
public sealed record SegmentQuestion(
    Arr<CompiledPolicy> Policies, DateOnly AsOf, Option<OutletsAsked> Outlets, SegmentGrouping By, Map<string, string> Above = default)
    : IPortfolioQuestion<SegmentCount, Segmentation>
{
    /// <summary>The most policies that are crossed (house): more make tables that nobody reads.</summary>
    public const int MostPolicies = 3;

    /// <summary>The most combinations that an answer tells (house), lest it has no end.</summary>
    public const int MostSegments = 20_000;

    /// <summary>The kinds of customer that are counted; none where the policies are for different ones.</summary>
    public Arr<CustomerKind> Kinds => CustomerKinds.All.Filter(kind => Policies.ForAll(policy => policy.IsFor(kind)));

    /// <summary>The name of the answer: a hash over those of the policies and of the customers, and all that was asked. Equal names, equal answers.</summary>
    public string NameOver(PortfolioHash customers)
    {
        var text = new StringBuilder("kehu-segments-1\n");
        foreach (var policy in Policies)
        {
            text.Append($"{policy.Hash} {policy.Version}\n");
        }

        text.Append($"{customers} {AsOf.DayNumber} {(int)By} {Outlets.Map(asked => asked.Key).IfNone("")}\n");
        foreach (var (outlet, unit) in Above.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append($"{outlet} {unit}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The group of an outlet's customers; none for those of outlets above which there is no such unit, and where all are counted together.</summary>
    public Option<string> UnitOf(string outlet) => By switch
    {
        SegmentGrouping.Whole => None,
        SegmentGrouping.Outlet => Some(outlet),
        SegmentGrouping.SubBranch or SegmentGrouping.Branch => Above.Find(outlet),
    };

    public SegmentCount Nobody() => new(this);

    public Option<Segmentation> Answer(SegmentCount counted, PortfolioHash customers) => counted.IsTooMuch ? None : Some(counted.Done(customers));
}

/// <summary>The customers of a kind, of a unit where they are told by units, with the same answers of all policies, in their order.</summary>
public sealed record Segment(SegmentGrouping By, Option<string> Unit, CustomerKind Kind, Arr<Placement> Answers, CustomerSum Sum);

/// <summary>How many customers have each combination of answers: every one that some customer has, by unit, kind and the policies' orders.</summary>
public sealed record Segmentation(
    string Name, Arr<SimulatedPolicy> Policies, DateOnly AsOf, Option<UnitAsked> Unit, SegmentGrouping By, string Portfolio, Arr<Segment> Segments)
{
    /// <summary>Everybody counted.</summary>
    public int Customers => Segments.Sum(segment => segment.Sum.Customers);
}
