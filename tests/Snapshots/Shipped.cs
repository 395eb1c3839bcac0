using Xunit;

namespace Kehu.Snapshots;

/// <summary>The shipped policies, compiled once for all approved texts, and the date on which they are asked.</summary>
internal static class Shipped
{
    public static readonly DateOnly AsOf = new(2026, 6, 30);

    public static readonly RuleBook Book = Compile(ShippedPolicies.All);

    /// <summary>The ids of all policies, as rows of a theory.</summary>
    public static TheoryData<string> Ids => new(Book.Policies.Map(policy => policy.Policy.Id.Value).AsEnumerable());

    public static CompiledPolicy Policy(string id) => Book.Find(id).IfNone(() => throw new InvalidOperationException(id));

    public static RuleBook Compile(PolicySet set) => RuleBook.Of(set).Match(
        Succ: book => book,
        Fail: faults => throw new InvalidOperationException(string.Join("; ", faults.Map(fault => fault.Detail.En))));
}
