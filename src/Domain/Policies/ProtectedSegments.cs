namespace Kehu.Domain;

/// <summary>
/// The three segments that may read a protected fact (gender, age, occupation), each its own. No other policy may, not even through a reference.
/// Source: policies, Evidence.
/// </summary>
public static class ProtectedSegments
{
    private static readonly Arr<(PolicyId Id, Fact Fact)> Segments = Array<(PolicyId, Fact)>(
        (new PolicyId("personal-age"), PersonalFacts.BirthDate),
        (new PolicyId("personal-occupation"), PersonalFacts.Occupation),
        (new PolicyId("personal-gender"), PersonalFacts.Gender));

    /// <summary>Whether a policy may decide by a protected fact: it is the nominal segment of that very fact.</summary>
    public static bool May(Policy policy, Fact fact) =>
        policy.Ordering == Ordering.Nominal && Segments.Exists(segment => segment.Id == policy.Id && segment.Fact == fact);
}
