using Kehu.Api.Codecs;
using Kehu.Domain;

namespace Kehu.Api.Endpoints;

/// <summary>Whether what is done pays.</summary>
internal static class EvaluationEndpoints
{
    public static void MapEvaluation(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/cost-benefit", (Delegate)CostsAndBenefits).Documented("cost-benefit");

    private static Task<IResult> CostsAndBenefits(HttpContext context) => context.Answer<CostPlan>(EvaluationCodecs.Plan.Read, plan =>
    {
        var result = plan.Evaluate();
        return new JsonResult(json => EvaluationCodecs.PlanResult.Write(json, result));
    });
}
