using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>A call to count segments; the date is left to the service where it is left out.</summary>
internal sealed record SegmentRequest(IReadOnlyList<SentPolicy> Policies, SegmentGrouping By, Option<string> Outlet, Option<DateOnly> AsOf)
{
    /// <summary>The call on the wire.</summary>
    public static Contract<SegmentRequest> Contract(FactCatalogue facts) => new(
        "Policies to be crossed; all customers together where by is left out.",
        new SegmentRequest([], SegmentGrouping.Whole, None, None),
        Sent<SegmentRequest>.Optional("by", SegmentContract.Grouping, (request, by) => request with { By = by }),
        Sent<SegmentRequest>.Optional("outlet", Forms.Unit, (request, code) => request with { Outlet = code }) with { Says = "Only customers of this outlet." },
        Sent<SegmentRequest>.Optional("asOf", Forms.Day, (request, day) => request with { AsOf = day }),
        Sent<SegmentRequest>.Needed("policies", CrossedPoliciesCodec.Form(facts), (request, policies) => request with { Policies = policies }));
}
