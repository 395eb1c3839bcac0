namespace Kehu.Domain;

/// <summary>
/// Inquiries about many customers. Most of them are alike as far as a policy can tell, so what was found is remembered by the pattern of what
/// its diagram reads; a law holds what is remembered against what is found anew. Mutable, used by one pass over a portfolio.
/// </summary>
public sealed class Inquirer
{
    /// <summary>The most patterns remembered, of all policies together (house): some tens of megabytes. What comes later is found anew each time.</summary>
    public const int MostPatterns = 100_000;

    private readonly PatternMemory<Inquiry>[] personal;
    private readonly PatternMemory<Inquiry>[] enterprise;
    private int left;

    /// <summary>An inquirer into some policies that remembers so many patterns at most.</summary>
    public Inquirer(Arr<CompiledPolicy> policies, int mostPatterns)
    {
        (personal, enterprise) = ([.. policies.Map(policy => Of(policy.Personal))], [.. policies.Map(policy => Of(policy.Enterprise))]);
        (Policies, left) = (policies, mostPatterns);
    }

    /// <summary>The policies asked.</summary>
    public Arr<CompiledPolicy> Policies { get; }

    /// <summary>How many more patterns may be remembered.</summary>
    public int Room => left;

    /// <summary>How the policy at a place stands with a customer whose relationship has not ended, for facts that are completed already.</summary>
    public Inquiry Of(int place, CustomerKind kind, KnownFacts facts, DateOnly asOf) => kind switch
    {
        CustomerKind.Personal => personal[place].Of(facts, asOf, ref left),
        CustomerKind.Enterprise => enterprise[place].Of(facts, asOf, ref left),
    };

    private static PatternMemory<Inquiry> Of(Diagram diagram) =>
        new(diagram, [.. Enumerable.Range(0, diagram.NotApplicable + 1).Select(diagram.Settled)], diagram.Inquire);
}
