namespace Kehu.Api;

/// <summary>Whether what is done pays.</summary>
internal sealed class EvaluationRoutes : IFeature
{
    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/cost-benefit", "cost-benefit", "Evaluation", "Whether a plan pays",
            "Costs once, a quarter and a year against benefits a year. One-off costs fall into month 0 and are costs of the first year; "
            + "all else falls evenly on the months. The values of year y are divided by (1 + discountRate)^y, the rate in percent, "
            + "0 where left out; cumulatedNet adds discounted values. paidBackInMonth is the first month with a cumulated net of 0 or more, "
            + "null where there is none in these years. Winning a new customer costs four to six times keeping one (source 001): "
            + "retention is a benefit of customersKept × costOfKeeping × factor a year, told apart in benefitOfKeeping. "
            + "Sums are exact; what is shown is rounded to the fen, halves away from zero.")
        {
            Needs = AccessRoles.Any,
            Body = [new Content(MediaTypes.Json, "CostPlan", Examples.CostPlan)],
            Replies = [new Reply(200, "A line a year.", new Content(MediaTypes.Json, "CostBenefit"))],
            InWords = true,
            Do = CostsAndBenefits,
        },
    ];

    private static Task<IResult> CostsAndBenefits(Call call) =>
        call.Body<CostPlan>(EvaluationCodecs.Plan.Read, plan => JsonResult.Of(EvaluationCodecs.PlanResult, plan.Evaluate()));
}
