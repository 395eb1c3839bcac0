using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>A call to count segments; the date is left to the service where it is left out.</summary>
internal sealed record SegmentRequest(IReadOnlyList<SentPolicy> Policies, SegmentGrouping By, Arr<UnitAsked> Units, Option<DateOnly> AsOf)
{
    private static readonly UnitMembers<SegmentRequest> OfUnit = new(
        request => request.Units, (request, unit) => request with { Units = request.Units.Add(unit) });

    /// <summary>The unit whose customers are counted; none where all are.</summary>
    public Option<UnitAsked> Unit => Units.HeadOrNone();

    /// <summary>The call on the wire.</summary>
    public static Contract<SegmentRequest> Contract(FactCatalogue facts) => new(
        "Policies to be crossed; all customers together where by is left out.",
        new SegmentRequest([], SegmentGrouping.Whole, Array<UnitAsked>(), None),
        [
            Sent<SegmentRequest>.Optional("by", SegmentContract.Grouping, (request, by) => request with { By = by }),
            .. OfUnit.Fields,
            Sent<SegmentRequest>.Optional("asOf", Forms.Day, (request, day) => request with { AsOf = day }),
            Sent<SegmentRequest>.Needed("policies", CrossedPoliciesCodec.Form(facts), (request, policies) => request with { Policies = policies }),
        ])
    {
        Rules = Array(OfUnit.Once),
    };
}
