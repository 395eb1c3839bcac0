using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Kehu.Properties.Access;

/// <summary>
/// Nothing that answers a call reads customers without a scope. Who holds the store as it is, and who asks for the whole bank whoever calls, is listed here
/// with the reason; everybody else has it within what the caller sees.
/// </summary>
public sealed partial class WholeBankTests
{
    private const string Whole = "for callers of the whole bank only";

    private static readonly Dictionary<string, string> Holders = new(StringComparer.Ordinal)
    {
        [nameof(CustomerStore)] = "gives it out within a scope",
        [nameof(StoreWithin)] = "is the store within a scope",
        [nameof(WatchedStore)] = "is the store, watched",
        [nameof(AnswerArchive)] = "kept answers by their keys; no customer is read",
        [nameof(AuditArchive)] = "the audit, for who examines it",
        [nameof(FeedArchive)] = "the register of what came last of each source; it tells of no customer",
        [nameof(Imports)] = "writes the entry of an import",
        [nameof(NotedStore)] = "is the store, noting whether anything was stored",
        [nameof(OrganisationArchive)] = "the registers of units and staff",
        ["Remembered"] = "reads keys",
        [nameof(SimulationArchive)] = $"kept simulations, {Whole}",
        [nameof(RunArchive)] = $"runs, {Whole}",
        [nameof(RunWork)] = "a run decides the whole portfolio in the background",
        [nameof(Erasure)] = "works in the background, on the withdrawn",
        [nameof(PortfolioMirror)] = "is told of what was written; reads through the stream",
        [nameof(EvaluationService)] = "asks whether anything was written; reads through the pass",
        [nameof(ServiceRoutes)] = "asks how the store is",
        [nameof(SampleLoading)] = "a command",
    };

    private static readonly Dictionary<string, string> Askers = new(StringComparer.Ordinal)
    {
        ["Commands/Sampling.cs"] = "a command",
        ["Portfolios/DatedPortfolio.cs"] = $"the portfolio in memory is of everybody, {Whole}",
        ["Portfolios/PortfolioMirror.cs"] = $"the portfolio in memory is of everybody, {Whole}",
        ["Portfolios/PortfolioService.cs"] = "instead of the portfolio in memory, where the caller sees everything",
        ["Routing/Route.cs"] = "what a caller sees who is bound to nothing less",
        ["Runs/ClassifiedCustomers.cs"] = "the run leads, where the caller sees everything",
        ["Runs/RunUnits.cs"] = "a unit of a run, which only callers of the whole bank ask for",
        ["Simulations/SimulationService.cs"] = $"simulations are over the whole portfolio, {Whole}",
    };

    [Fact]
    public void Who_holds_the_store_as_it_is_says_why() =>
        Assert.Equal(Holders.Keys.Order(StringComparer.Ordinal), typeof(Composition).Assembly.GetTypes()
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))
            .Where(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
                .Any(field => typeof(IStore).IsAssignableFrom(field.FieldType)))
            .Select(type => type.Name.Split('`')[0])
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Who_asks_for_the_whole_bank_says_why()
    {
        var shell = Path.GetFullPath(Path.Combine(
            typeof(WholeBankTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "ProjectDirectory").Value!, "..", "..", "src", "Api"));
        Assert.Equal(Askers.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(shell, "*.cs", SearchOption.AllDirectories)
            .Where(file => Asked().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(shell, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_table_says_whose_its_rows_are()
    {
        Assert.Equal(Tables.Schema.Tables.Keys.Order(StringComparer.Ordinal), Tables.Belongings.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            Tables.Belongings.AsEnumerable().Where(one => one.Value is Belonging.Indexed),
            one => Assert.Contains(((Belonging.Indexed)one.Value).Index, Tables.Schema.Tables[one.Key]));
    }

    [GeneratedRegex(@"AccessScope\.Bank\b|GetRequiredService<IStore>")]
    private static partial Regex Asked();
}
