namespace Kehu.Domain;

/// <summary>
/// What a counter or a queue machine is told of whoever stands before it: the class, and nothing else of the customer. Source: governance, people, keys, roles.
/// </summary>
/// <param name="Policy">The policy that decided.</param>
/// <param name="AsOf">The date of the decision.</param>
/// <param name="Class">The class; none where it is open, or where the policy does not classify such a customer.</param>
public sealed record CounterClass(PolicyId Policy, DateOnly AsOf, Option<PolicyClass> Class)
{
    /// <summary>The class on the wire.</summary>
    public static Contract<CounterClass> Contract { get; } = Answered<CounterClass>.Object(
        "No class: what is on file leaves it open, or the policy does not classify such a customer.",
        Answered<CounterClass>.Always("policy", Forms.Plain, told => told.Policy.Value),
        Answered<CounterClass>.Always("asOf", Forms.Day, told => told.AsOf),
        Answered<CounterClass>.Optional("class", Forms.Plain, told => told.Class.Map(one => one.Code.Value)),
        Answered<CounterClass>.Optional("label", Forms.Words, told => told.Class.Map(one => one.Label))) with
    {
        Name = "CounterClass",
    };

    /// <summary>What a policy makes of a customer, as of a date.</summary>
    public static CounterClass Of(Customer customer, CompiledPolicy policy, DateOnly asOf) => new(
        policy.Policy.Id, asOf, customer.By(policy, asOf, ask: false).Outcome is Outcome.Decided(var assigned, _) ? assigned : None);
}
