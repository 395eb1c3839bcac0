namespace Kehu.Domain;

/// <summary>A version of a policy of either sort as it is listed and shown.</summary>
public abstract record ListedPolicy
{
    private ListedPolicy()
    {
    }

    /// <summary>A policy for one customer at a time.</summary>
    public sealed record ForCustomers(CompiledPolicy Policy) : ListedPolicy;

    /// <summary>A policy that ranks whole portfolios.</summary>
    public sealed record ForPortfolios(PopulationVersion Policy) : ListedPolicy;

    /// <summary>The version alone: a line of the list of versions.</summary>
    public static Contract<ListedPolicy> Version { get; } = Answered<ListedPolicy>.Object(
        "",
        Answered<ListedPolicy>.Always("id", Forms.Plain, one => one.Id.Value),
        Answered<ListedPolicy>.Always("version", Forms.Count, one => one.Number),
        Answered<ListedPolicy>.Always("hash", Forms.Plain, one => one.Hash),
        Answered<ListedPolicy>.Always("effectiveFrom", Forms.Day, one => one.From));

    /// <summary>A line of the list: what the policy is called, for whom it is, its classes.</summary>
    public static Contract<ListedPolicy> Line { get; } = Answered<ListedPolicy>.Object(
        "A version of a policy; population says that it ranks whole portfolios.",
        [
            .. Version.Fields,
            Answered<ListedPolicy>.Always("label", Forms.Words, one => one.Label),
            Answered<ListedPolicy>.Always("ordering", Forms.One<Ordering>(Orderings.Code), one => one.Ordering),
            Answered<ListedPolicy>.Always("population", Forms.Flag, one => one is ForPortfolios),
            Answered<ListedPolicy>.Always("kinds", Forms.Kinds, one => one.Kinds),
            Answered<ListedPolicy>.Always("classes", Forms.List(PolicyClass.Contract), one => one.Classes),
        ]);

    public PolicyId Id => this switch
    {
        ForCustomers(var version) => version.Policy.Id,
        ForPortfolios(var version) => version.Policy.Id,
    };

    /// <summary>The number of the version.</summary>
    public int Number => this switch
    {
        ForCustomers(var version) => version.Version,
        ForPortfolios(var version) => version.Version,
    };

    public string Hash => this switch
    {
        ForCustomers(var version) => version.Hash,
        ForPortfolios(var version) => version.Hash,
    };

    /// <summary>The day from which it is in force.</summary>
    public DateOnly From => this switch
    {
        ForCustomers(var version) => version.EffectiveFrom,
        ForPortfolios(var version) => version.EffectiveFrom,
    };

    private Label Label => this switch
    {
        ForCustomers(var version) => version.Policy.Label,
        ForPortfolios(var version) => version.Policy.Label,
    };

    /// <summary>The classes of a population policy come best first.</summary>
    private Ordering Ordering => this switch
    {
        ForCustomers(var version) => version.Policy.Ordering,
        ForPortfolios => Ordering.Ranked,
    };

    private Arr<CustomerKind> Kinds => this switch
    {
        ForCustomers(var version) => version.Policy.Scopes.Map(scope => scope.Kind),
        ForPortfolios(var version) => version.Policy.Kinds,
    };

    private Arr<PolicyClass> Classes => this switch
    {
        ForCustomers(var version) => version.Policy.Classes,
        ForPortfolios(var version) => version.Policy.Classes,
    };

    private Arr<Parameter> Numbers => this switch
    {
        ForCustomers(var version) => Parameters.Of(version.Policy),
        ForPortfolios(var version) => Parameters.Of(version.Policy),
    };

    private Option<Arr<DiagramSize>> Diagrams => this switch
    {
        ForCustomers(var version) => version.Sizes,
        ForPortfolios => None,
    };

    /// <summary>The version with the policy itself, in the form given, which can be posted back.</summary>
    public static Contract<ListedPolicy> Whole(Form<ListedPolicy> document) => Answered<ListedPolicy>.Object(
        "A version of a policy; its member policy can be posted back. That of a population policy has the fact by which customers are ranked and, "
            + "for each class, the share of the total in percent; it has no diagrams.",
        [
            .. Line.Fields,
            Answered<ListedPolicy>.Always("parameters", Forms.List(Parameter.Contract), one => one.Numbers),
            Answered<ListedPolicy>.Optional("diagrams", Forms.List(DiagramSize.Contract), one => one.Diagrams),
            Answered<ListedPolicy>.Always("policy", document, one => one),
        ]);

    /// <summary>Every policy of a book.</summary>
    public static Arr<ListedPolicy> Of(RuleBook book) =>
        book.Policies.Map(policy => (ListedPolicy)new ForCustomers(policy)) + book.Populations.Map(population => (ListedPolicy)new ForPortfolios(population));

    /// <summary>The policy of an id, if there is one.</summary>
    public static Option<ListedPolicy> Find(RuleBook book, string id) =>
        book.Find(id).Map(policy => (ListedPolicy)new ForCustomers(policy))
        | book.FindPopulation(id).Map(population => (ListedPolicy)new ForPortfolios(population));
}
