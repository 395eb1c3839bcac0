using LanguageExt;

namespace Kehu.Api;

/// <summary>The commands of a rule author: writing the generated pages, and a look at what a change does.</summary>
internal static class PolicyCommands
{
    /// <summary>The date and the customers of the sample portfolio that changes are shown on.</summary>
    public static DateOnly SampleAsOf { get; } = new(2026, 11, 20);

    public static IEnumerable<Customer> SampleCustomers => SamplePortfolio.Customers(0.01, 1, SampleAsOf).Select(record => record.Customer);

    /// <summary>Writes the pages of every policy into a folder; what was wrong, or what was done.</summary>
    public static Either<Label, string> WritePages(string folder, Watch watch) => Shipped().Map(book => Write(book, folder, watch));

    /// <summary>What the policies of this build do otherwise than their approved versions: all that changed, or one.</summary>
    public static Either<Label, string> Effects(Option<string> policy, string folder, Watch watch) =>
        from old in Sound(ApprovedPolicies.Read(folder, FactCatalogue.Shipped), folder)
        from now in Shipped()
        from told in Effects(old, now, policy, folder, watch)
        select told;

    private static Either<Label, string> Effects(RuleBook old, RuleBook now, Option<string> wanted, string folder, Watch watch) =>
        wanted.Filter(id => old.Find(id).IsNone && now.Find(id).IsNone).Match<Either<Label, string>>(
            Some: id => Label.Same($"{id}: ") + new Label("there is no such policy", "没有该办法")
                + FaultWords.Meant(id, [.. now.Policies.Map(policy => policy.Policy.Id.Value)], $"{ApprovedPolicies.Folder}/{PolicyPages.Index}"),
            None: () => Told(old.ChangesTo(now).Filter(change => wanted.ForAll(id => change.Id.Value == id)), folder, watch));

    private static string Told(Arr<PolicyChange> changes, string folder, Watch watch)
    {
        var portfolio = changes.IsEmpty ? [] : SampleCustomers.ToList();
        using var compared = new Counted(watch, "comparing", changes.Count, "policies");
        return changes.IsEmpty
            ? $"No policy differs from its approved version in {folder}."
            : string.Join("\n", changes.Map(change => Counted(compared, change.Effect(portfolio, SampleAsOf, Budget.Standard)))).TrimEnd('\n');
    }

    private static string Write(RuleBook book, string folder, Watch watch)
    {
        Directory.CreateDirectory(folder);
        var pages = book.Pages();
        using var written = new Counted(watch, "writing", pages.Count, "pages");
        foreach (var page in pages)
        {
            File.WriteAllText(Path.Combine(folder, page.Name), page.Text);
            written.Add(1);
        }

        return $"{pages.Count} pages written to {folder}";
    }

    private static string Counted(Counted counted, string text)
    {
        counted.Add(1);
        return text;
    }

    private static Either<Label, RuleBook> Shipped() => Sound(RuleBook.Of(ShippedPolicies.All), "the shipped policies");

    private static Either<Label, RuleBook> Sound(Validation<Fault, RuleBook> book, string where) => book.Match<Either<Label, RuleBook>>(
        Succ: sound => sound,
        Fail: faults => new Label(
            $"{where}: {string.Join("; ", faults.Map(fault => $"{At(fault)}{fault.Detail.En}"))}",
            $"{where}：{string.Join("；", faults.Map(fault => $"{At(fault)}{fault.Detail.Zh}"))}"));

    private static string At(Fault fault) => fault.Place is Place.Pointer { Path: { Length: > 0 } path } ? $"{path} " : "";
}
