using LanguageExt;

namespace Kehu.Properties;

/// <summary>
/// The meaning of policies for complete facts, written a second time: two-valued, straight from the facts, sharing no code with the
/// product but the spans of dates (which have laws of their own).
/// </summary>
internal static class Plain
{
    /// <summary>The place of the class of a customer whose facts are complete, or the number of classes where the policy does not apply.</summary>
    public static int Outcome(Policy policy, CustomerKind kind, KnownFacts facts, DateOnly asOf, PolicySet policies)
    {
        var applies = policy.Scopes.Exists(scope => scope.Kind == kind
            && scope.Applies.ForAll(condition => Meets(condition.Criterion, kind, facts, asOf, policies)));
        if (!applies)
        {
            return policy.Rungs.Count + 1;
        }

        var place = 0;
        while (place < policy.Rungs.Count && !Meets(policy.Rungs[place].Criterion, kind, facts, asOf, policies))
        {
            place++;
        }

        return place;
    }

    /// <summary>Whether complete facts meet a criterion.</summary>
    public static bool Meets(Criterion criterion, CustomerKind kind, KnownFacts facts, DateOnly asOf, PolicySet policies)
    {
        return On(criterion);

        bool On(Criterion at) => at switch
        {
            Criterion.Within(var quantity, var min, var max, _) => min.ForAll(low => Value(quantity, facts, asOf) >= low) && max.ForAll(high => Value(quantity, facts, asOf) <= high),
            Criterion.OneOf(var fact, var codes, _) => codes.Exists(code => fact.Options[(int)Known(facts, fact)].Code == code),
            Criterion.AtLeastGrade(var fact, var code, _) => fact.Options.Take((int)Known(facts, fact) + 1).Exists(member => member.Code == code),
            Criterion.Is(var fact, _) => Known(facts, fact) == 1,
            Criterion.Holds(var fact, var code, _) => fact.Options.Where((member, place) => member.Code == code && (Known(facts, fact) & (1L << place)) != 0).Any(),
            Criterion.All(var parts) => parts.ForAll(On),
            Criterion.Any(var parts) => parts.Exists(On),
            Criterion.AtLeast(var needed, var parts) => parts.Count(On) >= needed,
            Criterion.Not(var part) => !On(part),
            Criterion.Cases(var fact, var branches) => branches.Exists(branch => branch.Code == fact.Options[(int)Known(facts, fact)].Code && On(branch.Criterion)),
            Criterion.Score(var card, var min, var max, _) => Within(card.Items.Sum(item => item.Bins.Find(bin => On(bin.Criterion)).Map(bin => bin.Points).IfNone(0)), min, max),
            Criterion.Classified(var id, var classes, _) => policies.Policies.Find(policy => policy.Id == id).Exists(policy =>
                Outcome(policy, kind, facts, asOf, policies) is var place && place <= policy.Rungs.Count
                && classes.Contains((place < policy.Rungs.Count ? policy.Rungs[place].Class : policy.Otherwise).Code)),
        };
    }

    private static long Value(Quantity quantity, KnownFacts facts, DateOnly asOf) => quantity switch
    {
        Quantity.Of(var fact) => Known(facts, fact),
        Quantity.By(var derived) => Value(derived, facts, asOf),
        Quantity.Holding(var set, var place) => Known(facts, set) / (1L << place) % 2,
    };

    private static long Value(DerivedFact derived, KnownFacts facts, DateOnly asOf) => derived switch
    {
        DerivedFact.WholeYears(_, _, var from) => Spans.WholeYears(DateOnly.FromDayNumber((int)Known(facts, from)), asOf),
        DerivedFact.MonthsSince(_, _, var from) => Spans.MonthsSince(DateOnly.FromDayNumber((int)Known(facts, from)), asOf),
        DerivedFact.Gap(_, _, var left, var right) => Known(facts, left) - Known(facts, right),
        DerivedFact.Size(_, _, var set) => Enumerable.Range(0, set.Options.Count).Count(place => (Known(facts, set) & (1L << place)) != 0),
    };

    private static bool Within(long points, Option<long> min, Option<long> max) => min.ForAll(low => points >= low) && max.ForAll(high => points <= high);

    private static long Known(KnownFacts facts, Fact fact) => facts.Find(fact).IfNone(() => throw new InvalidOperationException($"{fact.Name} is unknown"));
}
