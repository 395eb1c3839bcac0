namespace Kehu.Domain;

/// <summary>From a policy to its diagram: criteria become diagrams with leaves 0 and 1, classes are chosen by them from the last to the first.</summary>
public static class Compilation
{
    /// <summary>
    /// The diagram of a policy for a kind of customer (the constant "not applicable" where it is not for that kind), or why it cannot be made.
    /// Each order of variables is tried within the budget; the smallest diagram is kept, the first of equals.
    /// The policy is without structure faults.
    /// </summary>
    public static Validation<Fault, Diagram> Compile(this Policy policy, CustomerKind kind, PolicySet policies, Budget budget)
    {
        // Strict: the work is done here, within the caller's turn, and once.
        var tried = policy.Orders(kind, policies).Map(order => policy.Compile(kind, policies, budget, order)).Strict();
        return tried.Map(attempt => attempt.Diagram).Somes().OrderBy(diagram => diagram.NodeCount).HeadOrNone()
            .ToValidation(TooLarge(tried.Map(attempt => attempt.TooLargeAt).HeadOrNone().IfNone("")));
    }

    /// <summary>The fault of a policy whose diagram passes the limits; the pointer is that of the criterion being added.</summary>
    public static Fault TooLarge(string pointer) => Fault.At(
        pointer,
        "policy.too-large",
        "the decision diagram of the policy passes the limit of nodes or steps here; use fewer criteria or bounds",
        "该办法的决策图在此处超出节点数或步数上限，请减少条件或界限");

    /// <summary>The diagram under one order, none where it passes the budget, and where in the policy that was.</summary>
    internal static (Option<Diagram> Diagram, string TooLargeAt) Compile(
        this Policy policy, CustomerKind kind, PolicySet policies, Budget budget, Arr<Quantity> order)
    {
        var workshop = new Workshop(new DiagramTable(budget), order, kind, policies);
        var root = workshop.Outcomes(policy);
        return workshop.Table.Exhausted
            ? (None, workshop.ExhaustedAt(policy))
            : (Some(Diagram.Seal(workshop.Table, root, order, policies.Facts, policy.Classes.Count)), "");
    }

    /// <summary>
    /// The orders worth trying: first mention in the text with the referred policies written out, so that facts read together stay together;
    /// and the same with the choices before all else, which is smaller where a choice splits the whole policy but is mentioned late.
    /// </summary>
    internal static Seq<Arr<Quantity>> Orders(this Policy policy, CustomerKind kind, PolicySet policies)
    {
        var mentioned = policy.ScopeOf(kind).IsSome ? policy.Quantities(kind, policies) : Array<Quantity>();
        return Seq(mentioned, mentioned.ChoicesFirst());
    }

    /// <summary>The same quantities with the choices before all else.</summary>
    internal static Arr<Quantity> ChoicesFirst(this Arr<Quantity> quantities) =>
        quantities.Filter(IsChoice) + quantities.Filter(quantity => !IsChoice(quantity));

    private static bool IsChoice(Quantity quantity) => quantity is Quantity.Of { Fact: Fact.Choice };
}
