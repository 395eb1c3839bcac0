using System.Security.Cryptography;
using System.Text;

namespace Kehu.Domain;

/// <summary>
/// What a simulation is asked: a policy against the one that it would replace (none: it is new), on a date, for the outlets of a unit or the whole; how many
/// customers of each cell are named; within how many basis points of a line customers stand close to it; and the standards that serve the policies.
/// </summary>
public sealed record SimulationQuestion(
    CompiledPolicy Candidate, Option<CompiledPolicy> Against, DateOnly AsOf, Option<OutletsAsked> Outlets, int First, int Within,
    Arr<WrittenStandard> Standards)
    : IPortfolioQuestion<SimulationCount, Simulation>
{
    /// <summary>The most customers that are named of a cell, and how many are where nothing is said.</summary>
    public const int MostFirst = 100;

    public const int UsualFirst = 10;

    /// <summary>The farthest that counts as close, half of the line, and what does where nothing is said: 5 %.</summary>
    public const int MostWithin = 5_000;

    public const int UsualWithin = 500;

    /// <summary>The most outlets that an answer tells (house), lest it has no end.</summary>
    public const int MostOutlets = 1_000;

    /// <summary>The kinds of customer that either policy is for.</summary>
    public Arr<CustomerKind> Kinds => CustomerKinds.All.Filter(kind => Candidate.IsFor(kind) || Against.Exists(policy => policy.IsFor(kind)));

    /// <summary>The question with the standards of a book that serve either policy.</summary>
    public SimulationQuestion ServedBy(Arr<WrittenStandard> standards) => this with
    {
        Standards = standards.Filter(written =>
            written.Standard.Policy == Candidate.Policy.Id || Against.Exists(policy => policy.Policy.Id == written.Standard.Policy)),
    };

    /// <summary>
    /// The name of the answer: a hash over the hashes of both policies, of the customers looked at and of the standards, and all that was asked.
    /// Equal names, equal answers.
    /// </summary>
    public string NameOver(PortfolioHash customers)
    {
        var text = new StringBuilder("kehu-simulation-1\n");
        foreach (var policy in Against.AsEnumerable().Prepend(Candidate))
        {
            text.Append($"{policy.Hash} {policy.Version}\n");
        }

        text.Append($"{customers} {AsOf.DayNumber} {First} {Within} {Outlets.Map(asked => asked.Key).IfNone("")}\n");
        foreach (var standard in Standards)
        {
            text.Append(standard.Text);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public SimulationCount Nobody() => new(this);

    public Option<Simulation> Answer(SimulationCount counted, PortfolioHash customers) => counted.HasTooManyOutlets ? None : Some(counted.Done(customers));
}
