namespace Kehu.Domain;

/// <summary>Whether the order of a policy's classes means "higher".</summary>
public enum Ordering
{
    /// <summary>Classes in any order.</summary>
    Nominal = 0,

    /// <summary>Best class first; rank 1 is the best.</summary>
    Ranked = 1,
}

/// <summary>Orderings in codes.</summary>
public static class Orderings
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this Ordering ordering) => ordering switch
    {
        Ordering.Nominal => "nominal",
        Ordering.Ranked => "ranked",
    };
}

/// <summary>Something a class carries besides its name, with its source: an expected churn, say.</summary>
public sealed record Note(string Code, Label Label, Label Value, Citation Citation);

/// <summary>What a policy assigns, with what its source has it carry and be offered.</summary>
public sealed record PolicyClass(ClassCode Code, Label Label, Arr<Note> Notes, Arr<Offer> Offers)
{
    /// <summary>A class as it is listed.</summary>
    public static Contract<PolicyClass> Contract { get; } = Answered<PolicyClass>.Object(
        "",
        Answered<PolicyClass>.Always("code", Forms.Plain, one => one.Code.Value),
        Answered<PolicyClass>.Always("label", Forms.Words, one => one.Label));
}

/// <summary>
/// A class with the criterion to enter it. <see cref="ExceptAbove"/> cites why the classes above are excepted,
/// where the criteria of an earlier class need not imply this one's.
/// </summary>
public sealed record Rung(PolicyClass Class, Criterion Criterion, Option<Citation> ExceptAbove);

/// <summary>A kind of customer that the policy is for, and what must hold for it to apply, with the reason given when it does not.</summary>
public sealed record Scope(CustomerKind Kind, Option<Applicability> Applies);

/// <summary>What must hold for a policy to apply, and the reason given when it does not.</summary>
public sealed record Applicability(Criterion Criterion, Label Otherwise);

/// <summary>
/// A classification policy (分类办法) for one customer at a time: the first class whose criterion holds is assigned, the last is otherwise.
/// The citations say where the scheme as a whole comes from; interpretations record how an unclear source was read.
/// </summary>
public sealed record Policy(
    PolicyId Id,
    Label Label,
    Ordering Ordering,
    Arr<Scope> Scopes,
    Arr<Rung> Rungs,
    PolicyClass Otherwise,
    Arr<Citation> Citations,
    Arr<Label> Interpretations)
{
    /// <summary>All classes in the policy's order, the otherwise class last.</summary>
    public Arr<PolicyClass> Classes => Rungs.Map(rung => rung.Class).Add(Otherwise);

    /// <summary>The scope for a kind of customer, if the policy is for it.</summary>
    public Option<Scope> ScopeOf(CustomerKind kind) => Scopes.Find(scope => scope.Kind == kind);

    /// <summary>1 for the best class of a ranked policy; none for nominal ones.</summary>
    public Option<int> RankOf(int place) => Ordering switch
    {
        Ordering.Ranked => Some(place + 1),
        Ordering.Nominal => None,
    };
}
