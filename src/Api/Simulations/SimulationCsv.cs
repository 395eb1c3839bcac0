using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>A simulation as a table: a row for each pair of answers that some customer of an outlet has.</summary>
internal static class SimulationCsv
{
    private static readonly Arr<string> Header = Array(
        TransitionContract.Outlet.Name,
        TransitionContract.Kind.Name,
        TransitionContract.Before.Name,
        $"{TransitionContract.Before.Name}Label",
        TransitionContract.After.Name,
        $"{TransitionContract.After.Name}Label",
        "moves",
        CountedSum.OfCustomers.Name,
        CountedSum.OfAssets.Name,
        CountedSum.OfUnvalued.Name);

    public static CsvTable Table(Simulation simulation, Language language) => new(
        Header,
        simulation.Outlets.SelectMany(outlet => outlet.Transitions.Map(transition => Array(
            CsvField.Text(outlet.Outlet),
            CsvField.Text(transition.Kind.Code()),
            CsvField.Text(transition.Old.Code),
            CsvField.Text(transition.Old.Words().In(language)),
            CsvField.Text(transition.New.Code),
            CsvField.Text(transition.New.Words().In(language)),
            CsvField.Text(transition.Moves ? "yes" : "no"),
            CsvField.Number(transition.Customers),
            CsvField.Digits(Decimals.Plain(transition.Assets, 2)),
            CsvField.Number(transition.Unvalued)))));
}
