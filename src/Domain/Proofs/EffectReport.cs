using System.Globalization;
using System.Text;

namespace Kehu.Domain;

/// <summary>What a change of a policy does, as a page that its author reads before accepting it. In English, as the approved texts are.</summary>
public static class EffectReport
{
    /// <summary>How many regions are told in words.</summary>
    private const int MostRegions = 12;

    /// <summary>The parameters that changed, the exact difference, and the effect on a portfolio.</summary>
    public static string Effect(this PolicyChange change, IEnumerable<Customer> portfolio, DateOnly asOf, Budget budget)
    {
        var text = new StringBuilder();
        text.Append($"# {change.Id}: what the change does\n\n{Kind(change)}\n");
        text.Append(Settings(change)).Append(Exactly(change, asOf, budget)).Append(OverPortfolio(change.Over(portfolio, asOf), asOf));
        return text.ToString();
    }

    private static string Kind(PolicyChange change) => (change.Old.IsSome, change.Now.IsSome) switch
    {
        (false, _) => "The policy is new.",
        (_, false) => "The policy is gone.",
        _ when change.IsOwn => "The text of the policy changed.",
        _ => "The policy's own text is the same; a policy that it refers to changed, and its content hash with it.",
    };

    private static string Settings(PolicyChange change)
    {
        var (old, now) = (Values(change.Old), Values(change.Now));
        var rows = old.Keys.Union(now.Keys)
            .Where(name => old.GetValueOrDefault(name, "none") != now.GetValueOrDefault(name, "none"))
            .Select(name => $"- `{name}`: {old.GetValueOrDefault(name, "none")} → {now.GetValueOrDefault(name, "none")}\n").ToList();
        return rows.Count == 0 ? "" : $"\nHouse parameters:\n\n{string.Concat(rows)}";
    }

    private static Dictionary<string, string> Values(Option<CompiledPolicy> policy) => policy
        .Map(compiled => Parameters.Of(compiled.Policy)).IfNone(Array<Parameter>())
        .ToDictionary(parameter => parameter.Name, parameter => parameter.Value.Describe().En, StringComparer.Ordinal);

    private static string Exactly(PolicyChange change, DateOnly asOf, Budget budget) =>
        change.Old.Bind(old => change.Now.Map(now => (Old: old, Now: now))).Match(
            Some: both => "\n## For all customers there can be\n\n"
                + new PolicyInContext(both.Old.Policy, both.Old.Policies).To(new PolicyInContext(both.Now.Policy, both.Now.Policies), asOf, budget).Match(
                    Succ: Told,
                    Fail: faults => string.Concat(faults.Map(fault => $"{fault.Detail.En}\n"))),
            None: () => "");

    private static string Told(PolicyDifference difference) => difference.IsEmpty
        ? "No customer is decided otherwise.\n"
        : $"{Cells(difference.Cells)} of facts {(difference.Cells.IsOne ? "is" : "are")} decided otherwise.\n\n"
            + "| kind | old | new | cells | for example |\n|---|---|---|---|---|\n"
            + string.Concat(difference.Moves.Map(move =>
                $"| {move.Kind.Code()} | {Code(move.Old)} | {Code(move.New)} "
                + $"| {move.Cells.ToString(CultureInfo.InvariantCulture)} | {Facts(move.Witness)} |\n"))
            + $"\n{(difference.Regions.Count > MostRegions ? $"The first {MostRegions} regions" : "The regions")}:\n\n"
            + string.Concat(difference.Regions.Take(MostRegions).Select(region =>
                $"- {region.Kind.Code()}, {Where(region)}: {Code(region.Old)} → {Code(region.New)}\n"));

    private static string Cells(System.Numerics.BigInteger count) => count.IsOne ? "1 cell" : $"{count.ToString(CultureInfo.InvariantCulture)} cells";

    private static string Code(Option<PolicyClass> c) => c.Match(Some: assigned => $"`{assigned.Code}`", None: () => "(not applicable)");

    private static string Where(DifferenceRegion region)
    {
        var bounds = region.Where.Filter(range => range.Values != range.Quantity.Domain)
            .Map(range => $"{range.Quantity.Name} {range.Quantity.WordsWithin(range.Values).En}");
        return bounds.IsEmpty ? "whatever the facts" : string.Join(", ", bounds);
    }

    private static string Facts(Option<Witness> witness) => witness.Match(
        Some: shown => shown.Customer.Facts.Count == 0
            ? "nothing known"
            : string.Join(", ", shown.Customer.Facts.InOrder().Select(pair => $"{pair.Fact.Name} {pair.Fact.Words(pair.Value).En}")),
        None: () => "no customer with such facts can be filed");

    private static string OverPortfolio(Arr<Transition> transitions, DateOnly asOf)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"\n## For the sample portfolio on {asOf:yyyy-MM-dd}\n"));
        foreach (var kind in transitions.GroupBy(transition => transition.Kind).Where(IsFor))
        {
            var (all, moved) = (kind.Sum(transition => transition.Customers), kind.Where(transition => transition.Moves).ToList());
            text.Append($"\n{kind.Key.Label().En}: {Count(moved.Sum(transition => transition.Customers))} of {Count(all)} move");
            text.Append(moved.Count == 0 ? ".\n" : $", with total assets of {Assets(moved)}.\n").Append(Matrix([.. kind]));
        }

        return text.ToString();
    }

    /// <summary>A kind that neither version is for is not shown.</summary>
    private static bool IsFor(IEnumerable<Transition> transitions) =>
        transitions.Any(transition => !IsNone(transition.Old) || !IsNone(transition.New));

    private static bool IsNone(Placement placement) => placement is Placement.NotApplicable or Placement.NoPolicy;

    /// <summary>Old answers down, new ones across; a cell is customers and their total assets.</summary>
    private static string Matrix(IReadOnlyList<Transition> transitions)
    {
        var olds = transitions.Select(transition => transition.Old.Code).Distinct().ToList();
        var news = transitions.OrderBy(transition => transition.New.Order).Select(transition => transition.New.Code).Distinct().ToList();
        string Between(string old, string now) =>
            Cell(transitions.Where(transition => transition.Old.Code == old && transition.New.Code == now).ToList());
        return $"\n| old \\ new | {string.Join(" | ", news)} |\n|---|{string.Concat(news.Select(_ => "---|"))}\n"
            + string.Concat(olds.Select(old => $"| {old} | {string.Join(" | ", news.Select(now => Between(old, now)))} |\n"));
    }

    private static string Cell(IReadOnlyList<Transition> cell) => cell.Count == 0
        ? ""
        : $"{(cell[0].Moves ? "**" : "")}{Count(cell.Sum(transition => transition.Customers))}{(cell[0].Moves ? "**" : "")}<br>{Assets(cell)}";

    private static string Assets(IReadOnlyList<Transition> transitions)
    {
        var sum = transitions.Aggregate((Int128)0, (all, transition) => all + transition.Assets);
        var unknown = transitions.Sum(transition => transition.Unvalued);
        var told = sum <= long.MaxValue ? Decimals.Grouped((long)sum, 2) : $"more than {Decimals.Grouped(long.MaxValue, 2)}";
        return unknown == 0 ? $"{told} yuan" : $"{told} yuan and those of {Count(unknown)} unknown";
    }

    private static string Count(int count) => Decimals.Grouped(count, 0);
}
