namespace Kehu.Domain;

/// <summary>The policy that a request means: a version in force, or one that it proposes.</summary>
public abstract record ChosenPolicy
{
    private ChosenPolicy()
    {
    }

    /// <summary>A version in force.</summary>
    public sealed record InForce(CompiledPolicy Version) : ChosenPolicy;

    /// <summary>A policy that the request brings along; where in the request its faults lie is known to it.</summary>
    public sealed record Proposed(Policy Policy, Func<Fault, Fault> Placed) : ChosenPolicy;
}
