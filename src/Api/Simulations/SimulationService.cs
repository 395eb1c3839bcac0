using LanguageExt;

namespace Kehu.Api;

/// <summary>Simulations over the stored customers. What was answered is kept under its name.</summary>
internal sealed class SimulationService(PortfolioService desk, SimulationArchive archive)
{
    /// <summary>Answers, or gives again what was answered to the same question about the same customers.</summary>
    public async ValueTask<CountResult<Simulation>> Run(SimulationQuestion question, CancellationToken ct)
    {
        var result = await desk.Run(
            AccessScope.Bank,
            question,
            async (customers, stop) => await archive.Find(question.NameOver(customers), stop) is { } known ? known : Option<Simulation>.None,
            ct);

        // Of nobody there is nothing to cite, and a mistyped outlet must not push out what is.
        if (result is CountResult<Simulation>.Done({ Customers: > 0 } simulation, _))
        {
            await archive.Keep(simulation, ct);
        }

        return result;
    }
}
