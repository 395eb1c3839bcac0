using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The schemas of simulations and of the portfolio in memory.</summary>
internal static class SimulationSchemas
{
    public static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document, FactCatalogue facts) => new(StringComparer.Ordinal)
    {
        ["SimulationRequest"] = SchemaForms.Sent(SimulationRequest.Contract(facts), document),
        ["SimulationOfVersionRequest"] = SchemaForms.Sent(SimulationRequest.OfVersion(facts), document),
        ["Simulation"] = SchemaForms.Answered(SimulationContract.Contract, document),
        ["SimulatedPolicy"] = SchemaForms.Answered(SimulatedPolicy.Contract, document),
        ["Portfolio"] = SchemaForms.Answered(PortfolioState.Contract, document),
    };
}
