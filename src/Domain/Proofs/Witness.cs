namespace Kehu.Domain;

/// <summary>A customer that shows something about a policy: its facts can be posted back as of the date, and come to the class (none: not applicable).</summary>
public sealed record Witness(Customer Customer, DateOnly AsOf, Option<PolicyClass> Class);
