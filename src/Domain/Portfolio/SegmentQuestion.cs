using System.Security.Cryptography;
using System.Text;

namespace Kehu.Domain;

/// <summary>
/// How many customers have each combination of answers of some policies, on a date, for an outlet or the whole, outlet by outlet or together: the segments of
/// a bank and how they cross. Only kinds of customer that all the policies are for are counted.
/// </summary>
public sealed record SegmentQuestion(Arr<CompiledPolicy> Policies, DateOnly AsOf, Option<string> Outlet, bool ByOutlet)
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

        text.Append($"{customers} {AsOf.DayNumber} {(ByOutlet ? 1 : 0)} {Outlet.IfNone("")}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public SegmentCount Nobody() => new(this);

    public Option<Segmentation> Answer(SegmentCount counted, PortfolioHash customers) => counted.IsTooMuch ? None : Some(counted.Done(customers));
}

/// <summary>The customers of a kind, of an outlet where they are told by outlet, with the same answers of all policies, in their order.</summary>
public sealed record Segment(Option<string> Outlet, CustomerKind Kind, Arr<Placement> Answers, CustomerSum Sum);

/// <summary>How many customers have each combination of answers: every one that some customer has, by outlet, kind and the policies' orders.</summary>
public sealed record Segmentation(
    string Name, Arr<SimulatedPolicy> Policies, DateOnly AsOf, Option<string> Outlet, bool ByOutlet, string Portfolio, Arr<Segment> Segments)
{
    /// <summary>Everybody counted.</summary>
    public int Customers => Segments.Sum(segment => segment.Sum.Customers);
}
