using Kehu.Api.Sample;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Commands;

/// <summary>The commands of a rule author: writing the generated pages, and a look at what a change does.</summary>
internal static class PolicyCommands
{
    private const string ToOption = "--to";
    private const string AgainstOption = "--against";

    /// <summary>The date and the customers of the sample portfolio that changes are shown on.</summary>
    public static DateOnly SampleAsOf { get; } = new(2026, 11, 20);

    public static IEnumerable<Customer> SampleCustomers => SamplePortfolio.Customers(0.01, 1, SampleAsOf).Select(record => record.Customer);

    /// <summary>Writes the pages of every policy into a folder; what was wrong, or what was done.</summary>
    public static Either<Label, string> WritePages(string[] args) =>
        Options(args, ToOption, out var folder).Bind<string>(rest => rest.Length > 0
            ? new Label($"'docs' takes {ToOption} FOLDER and nothing else", $"docs 只接受 {ToOption} 文件夹")
            : Shipped().Map(book => Write(book, folder)));

    /// <summary>What the policies of this build do otherwise than their approved versions: all that changed, or one.</summary>
    public static Either<Label, string> Effects(string[] args) =>
        Options(args, AgainstOption, out var folder).Bind(rest => rest.Length > 1
            ? new Label("'effect' takes one policy, or none for all that changed", "effect 至多接受一项办法")
            : from old in Sound(ApprovedPolicies.Read(folder, FactCatalogue.Shipped), folder)
              from now in Shipped()
              from told in Effects(old, now, rest, folder)
              select told);

    private static Either<Label, string> Effects(RuleBook old, RuleBook now, string[] wanted, string folder)
    {
        if (wanted is [var id] && old.Find(id).IsNone && now.Find(id).IsNone)
        {
            return new Label($"there is no policy '{id}'; the policies are {string.Join(", ", now.Policies.Map(policy => policy.Policy.Id))}", $"没有办法“{id}”");
        }

        var changes = old.ChangesTo(now).Filter(change => wanted.Length == 0 || wanted.Contains(change.Id.Value));
        var portfolio = changes.IsEmpty ? [] : SampleCustomers.ToList();
        return changes.IsEmpty
            ? $"No policy differs from its approved version in {folder}."
            : string.Join("\n", changes.Map(change => change.Effect(portfolio, SampleAsOf, Budget.Standard))).TrimEnd('\n');
    }

    private static string Write(RuleBook book, string folder)
    {
        Directory.CreateDirectory(folder);
        var pages = book.Pages();
        foreach (var page in pages)
        {
            File.WriteAllText(Path.Combine(folder, page.Name), page.Text);
        }

        return $"{pages.Count} pages written to {folder}";
    }

    private static Either<Label, RuleBook> Shipped() => Sound(RuleBook.Of(ShippedPolicies.All), "the shipped policies");

    private static Either<Label, RuleBook> Sound(Validation<Fault, RuleBook> book, string where) => book.Match<Either<Label, RuleBook>>(
        Succ: sound => sound,
        Fail: faults => new Label(
            $"{where}: {string.Join("; ", faults.Map(fault => $"{At(fault)}{fault.Detail.En}"))}",
            $"{where}：{string.Join("；", faults.Map(fault => $"{At(fault)}{fault.Detail.Zh}"))}"));

    private static string At(Fault fault) => fault.Place is Place.Pointer { Path: { Length: > 0 } path } ? $"{path} " : "";

    /// <summary>The arguments without one option and its value, which is the folder of the approved versions where it is left out.</summary>
    private static Either<Label, string[]> Options(string[] args, string option, out string folder)
    {
        var at = Array.IndexOf(args, option);
        folder = at >= 0 && at + 1 < args.Length ? args[at + 1] : ApprovedPolicies.Folder;
        string[] rest = at < 0 ? args : [.. args[..at], .. args.Skip(at + 2)];
        return at >= 0 && at + 1 == args.Length ? new Label($"{option} needs a folder", $"{option} 需要文件夹")
            : rest.FirstOrDefault(arg => arg.StartsWith("--", StringComparison.Ordinal)) is { } unknown ? new Label($"there is no option '{unknown}'", $"没有选项“{unknown}”")
            : rest;
    }
}
