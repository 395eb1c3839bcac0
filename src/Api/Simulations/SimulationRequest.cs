using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// A call to simulate a policy; against which, on which date and how closely is left to the service where it is left out. No candidate: the route names it.
/// </summary>
internal sealed record SimulationRequest(
    Option<SentPolicy> Candidate, Option<SentPolicy> Against, Option<DateOnly> AsOf, int First, int Within, Arr<UnitAsked> Units)
{
    private static readonly SimulationRequest Blank = new(None, None, None, SimulationQuestion.UsualFirst, SimulationQuestion.UsualWithin, Array<UnitAsked>());

    private static readonly UnitMembers<SimulationRequest> OfUnit = new(
        request => request.Units, (request, unit) => request with { Units = request.Units.Add(unit) });

    /// <summary>The unit whose customers are looked at; none where all are.</summary>
    public Option<UnitAsked> Unit => Units.HeadOrNone();

    /// <summary>The call with its candidate, on the wire.</summary>
    public static Contract<SimulationRequest> Contract(FactCatalogue facts) => new(
        "A candidate; against left out means the version in force of the same id.",
        Blank,
        [
            .. Question(facts),
            Sent<SimulationRequest>.Needed("candidate", PolicyForms.One(facts), (request, policy) => request with { Candidate = Some(policy) }),
        ])
    {
        Rules = Array(OfUnit.Once),
    };

    /// <summary>The call for a version that the route names.</summary>
    public static Contract<SimulationRequest> OfVersion(FactCatalogue facts) => new("What a version is held against, and how.", Blank, [.. Question(facts)])
    {
        Rules = Array(OfUnit.Once),
    };

    private static Arr<Field<SimulationRequest>> Question(FactCatalogue facts) => Array<Field<SimulationRequest>>(
        Sent<SimulationRequest>.Optional("against", PolicyForms.One(facts), (request, policy) => request with { Against = Some(policy) }),
        Sent<SimulationRequest>.Optional("asOf", Forms.Day, (request, day) => request with { AsOf = day }),
        Sent<SimulationRequest>.Optional("first", new Form.Count(0, SimulationQuestion.MostFirst), (request, first) => request with { First = first }) with
        {
            Says = $"How many customers of each cell are named, 0 to {SimulationQuestion.MostFirst}; {SimulationQuestion.UsualFirst} where left out.",
        },
        Sent<SimulationRequest>.Optional("within", SimulationContract.Within, (request, within) => request with { Within = (int)within }) with
        {
            Says = "Within how many percent of a line customers stand close to it, 0 to 50 with at most two decimals; 5 where left out.",
        }) + OfUnit.Fields;
}
