using Kehu.Domain;

namespace Kehu.Api.Codecs;

/// <summary>Whether a plan pays, in JSON.</summary>
internal static class EvaluationCodecs
{
    public static ContractCodec<CostPlan> Plan { get; } = JsonForms.All.Of(CostPlan.Contract);

    public static ContractCodec<PlanResult> PlanResult { get; } = JsonForms.All.Of(Domain.PlanResult.Contract);
}
