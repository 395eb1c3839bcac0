namespace Kehu.Domain;

/// <summary>
/// A version of a policy as a run decides by it, with the codes of its classes in their order: what a run found is read by these,
/// whatever becomes of the policy.
/// </summary>
public sealed record RunPolicy(PolicyId Id, int Version, string Hash, Arr<ClassCode> Classes)
{
    /// <summary>The version on the wire.</summary>
    public static Contract<RunPolicy> Contract { get; } = Answered<RunPolicy>.Object(
        "",
        Answered<RunPolicy>.Always("policy", Forms.Plain, policy => policy.Id.Value),
        Answered<RunPolicy>.Always("version", Forms.Count, policy => policy.Version),
        Answered<RunPolicy>.Always("hash", Forms.Plain, policy => policy.Hash));

    /// <summary>How many answers there are: the classes in their order, then open, then not applicable. An answer is counted under its number.</summary>
    public int Answers => Classes.Count + 2;

    /// <summary>The number of "open".</summary>
    public int Open => Classes.Count;

    /// <summary>The number of "not applicable".</summary>
    public int NotApplicable => Classes.Count + 1;

    /// <summary>A policy for one customer at a time.</summary>
    public static RunPolicy Of(CompiledPolicy policy) => new(policy.Policy.Id, policy.Version, policy.Hash, policy.Policy.Classes.Map(one => one.Code));

    /// <summary>A policy for whole portfolios.</summary>
    public static RunPolicy Of(PopulationVersion policy) => new(policy.Policy.Id, policy.Version, policy.Hash, policy.Policy.Classes.Map(one => one.Code));

    /// <summary>The answer of a number.</summary>
    public RunPlacement AnswerOf(int number) =>
        number < Classes.Count ? new RunPlacement.Class(Classes[number])
        : number == Open ? new RunPlacement.Open()
        : new RunPlacement.NotApplicable();

    /// <summary>The number under which a verdict is counted.</summary>
    public int NumberOf(RunVerdict verdict) => verdict switch
    {
        RunVerdict.Decided(var place) => place,
        RunVerdict.Ranked(var place, _) => place,
        RunVerdict.Open => Open,
        RunVerdict.NotApplicable => NotApplicable,
    };
}

/// <summary>What a run found of a customer, in words that mean the same under every version of a policy.</summary>
public abstract record RunPlacement
{
    private RunPlacement()
    {
    }

    /// <summary>The class of this code.</summary>
    public sealed record Class(ClassCode Code) : RunPlacement;

    /// <summary>Unknown facts leave it open.</summary>
    public sealed record Open : RunPlacement;

    /// <summary>The policy is not for the customer.</summary>
    public sealed record NotApplicable : RunPlacement;

    /// <summary>The codes of all outcomes.</summary>
    public static Arr<string> Outcomes { get; } = Array<RunPlacement>(new Class(default), new Open(), new NotApplicable()).Map(answer => answer.Outcome);

    /// <summary>The answer on the wire: the outcome, and the class where there is one.</summary>
    public static Contract<RunPlacement> Contract { get; } = Answered<RunPlacement>.Object(
        "",
        Answered<RunPlacement>.Always("outcome", new Form.Code(Outcomes), answer => answer.Outcome),
        Answered<RunPlacement>.Nullable("class", Forms.Plain, answer => answer.Assigned.Map(code => code.Value)));

    /// <summary>The outcome's kebab-case code, as decisions have it.</summary>
    public string Outcome => this switch
    {
        Class => "decided",
        Open => "open",
        NotApplicable => "not-applicable",
    };

    /// <summary>The class's code, where there is one.</summary>
    public Option<ClassCode> Assigned => this switch
    {
        Class(var code) => Some(code),
        Open or NotApplicable => None,
    };
}
