using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>Criteria and what is smaller than them.</summary>
internal static partial class Generators
{
    /// <summary>A criterion of about the size, over a palette, that may refer to another policy.</summary>
    private static Gen<Criterion> Criteria(Arr<Slot> palette, Option<Policy> refersTo, int size)
    {
        var leaf = Gen.Elements(palette.AsEnumerable()).SelectMany(Leaves);
        var end = refersTo.Match(
            Some: policy => Gen.Frequency((5, leaf), (1, Chosen(policy.Classes.Map(c => c.Code), 2).Select(codes => (Criterion)new Criterion.Classified(policy.Id, codes, Because)))),
            None: () => leaf);
        if (size <= 1)
        {
            return end;
        }

        var parts = from count in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Constant(1)), (8, Gen.Constant(2)), (5, Gen.Constant(3)))
                    from array in Criteria(palette, refersTo, size / 3).ArrayOf(count)
                    select new Arr<Criterion>(array);
        var groups = new List<(int, Gen<Criterion>)>
        {
            (2, end),
            (2, Criteria(palette, refersTo, size / 2).Select(part => (Criterion)new Criterion.Not(part))),
            (3, parts.Select(all => (Criterion)new Criterion.All(all))),
            (3, parts.Select(any => (Criterion)new Criterion.Any(any))),
            (3, from some in parts from needed in Gen.Choose(1, Math.Max(1, some.Count)) select some.IsEmpty ? new Criterion.Any(some) : (Criterion)new Criterion.AtLeast(needed, some)),
            (2, Scores(Criteria(palette, refersTo, size / 4))),
        };
        foreach (var choice in palette.Choose(slot => slot.Quantity is Quantity.Of(Fact.Choice fact) ? Some(fact) : None))
        {
            groups.Add((3, from codes in Chosen(choice.Options.Map(member => member.Code), 3)
                           from branches in Criteria(palette, refersTo, size / 3).ArrayOf(codes.Count)
                           select (Criterion)new Criterion.Cases(choice, new Arr<Case>(codes.Select((code, at) => new Case(code, branches[at]))))));
        }

        return Gen.Frequency(groups);
    }

    private static Gen<Criterion> Leaves(Slot slot) => slot.Quantity switch
    {
        Quantity.Holding(var set, var place) => Gen.Constant((Criterion)new Criterion.Holds(set, set.Options[place].Code, Because)),
        Quantity.By => Withins(slot),
        Quantity.Of(Fact.Flag flag) => Gen.Constant((Criterion)new Criterion.Is(flag, Because)),
        Quantity.Of(Fact.Choice choice) => Chosen(choice.Options.Map(member => member.Code), 4).Select(codes => (Criterion)new Criterion.OneOf(choice, codes, Because)),
        Quantity.Of(Fact.Grade grade) => Gen.Elements(grade.Options.AsEnumerable()).Select(member => (Criterion)new Criterion.AtLeastGrade(grade, member.Code, Because)),
        Quantity.Of => Withins(slot),
    };

    private static Gen<Criterion> Withins(Slot slot) =>
        from sides in Gen.Choose(0, 6)
        from one in Gen.Elements(slot.Bounds.AsEnumerable())
        from other in Gen.Elements(slot.Bounds.AsEnumerable())
        select (Criterion)new Criterion.Within(
            slot.Quantity,
            sides is 0 or 1 or 2 ? Some(one) : sides is 5 or 6 ? Some(Math.Min(one, other)) : None,
            sides is 3 or 4 ? Some(one) : sides is 5 or 6 ? Some(Math.Max(one, other)) : None,
            Because);

    private static Gen<Criterion> Scores(Gen<Criterion> parts)
    {
        var items = from bins in (from points in Gen.Choose(0, 30) from part in parts select new ScoreBin(part, points)).ArrayOf().Resize(3)
                    select new ScoreItem(new Label("item", "项"), new Arr<ScoreBin>(bins.Take(3)));
        return from count in Gen.Choose(1, 3)
               from card in items.ArrayOf(count)
               from bound in Gen.Choose(0, 60)
               from width in Gen.Choose(0, 30)
               from sides in Gen.Choose(0, 2)
               select (Criterion)new Criterion.Score(
                   new Scorecard(new Label("card", "评分卡"), new Arr<ScoreItem>(card)),
                   sides is 0 or 2 ? Some((long)bound) : None, sides is 1 or 2 ? Some((long)bound + width) : None, Because);
    }

    private static Gen<Arr<T>> Chosen<T>(Arr<T> all, int most) =>
        from count in Gen.Choose(1, Math.Min(most, all.Count))
        from order in Gen.Shuffle(all.ToArray())
        select new Arr<T>(order.Take(count));

    /// <summary>
    /// Simpler trials: a simpler policy, a simpler one that it refers to (whose classes stay), one more fact known, a value nearer to nothing.
    /// </summary>
    public static IEnumerable<Trial> Smaller(Trial trial) =>
    [
        .. Smaller(trial.Policy).Select(policy => trial with { Policy = policy }),
        .. Smaller(trial.Referred).Where(policy => policy.Rungs.Count == trial.Referred.Rungs.Count).Select(policy => trial with { Referred = policy }),
        .. trial.Unknown(trial.Facts).Select(fact => trial with { Facts = Consistent(trial.Facts.With(fact, fact.RangeOn(trial.AsOf).Low)) }),
        .. Shrinks.Nearer(trial.Facts).Select(facts => trial with { Facts = facts }),
    ];

    /// <summary>A policy without its applicability, with a class less or a criterion simpler; one class always stays.</summary>
    public static IEnumerable<Policy> Smaller(Policy policy) =>
    [
        .. policy.Scopes.Exists(scope => scope.Applies.IsSome)
            ? [policy with { Scopes = policy.Scopes.Map(scope => scope with { Applies = None }) }]
            : Array<Policy>(),
        .. Enumerable.Range(0, policy.Rungs.Count).Where(_ => policy.Rungs.Count > 1).Select(at => policy with { Rungs = policy.Rungs.RemoveAt(at) }),
        .. policy.Rungs.SelectMany((rung, at) => Smaller(rung.Criterion).Select(simpler =>
            policy with { Rungs = policy.Rungs.SetItem(at, rung with { Criterion = simpler }) })),
    ];

    /// <summary>The parts of a criterion themselves, then the group with one part less or smaller; of a leaf one bound or fewer codes.</summary>
    public static IEnumerable<Criterion> Smaller(Criterion criterion) => criterion switch
    {
        Criterion.All(var parts) => [.. parts, .. Fewer(parts).Select(fewer => new Criterion.All(fewer))],
        Criterion.Any(var parts) => [.. parts, .. Fewer(parts).Select(fewer => new Criterion.Any(fewer))],
        Criterion.AtLeast(var needed, var parts) => [.. parts, .. Fewer(parts).Where(fewer => fewer.Count >= needed).Select(fewer => new Criterion.AtLeast(needed, fewer))],
        Criterion.Not(var part) => [part, .. Smaller(part).Select(smaller => new Criterion.Not(smaller))],
        Criterion.Cases(var fact, var branches) => [.. criterion.Parts(), .. branches.Where(_ => branches.Count > 1).Select(branch => new Criterion.Cases(fact, branches.Remove(branch)))],
        Criterion.Score(var card, var min, var max, var citation) =>
            [.. criterion.Parts(), .. card.Items.Where(_ => card.Items.Count > 1).Select(item => new Criterion.Score(card with { Items = card.Items.Remove(item) }, min, max, citation))],
        Criterion.Within { Min.IsSome: true, Max.IsSome: true } within => [within with { Max = None }, within with { Min = None }],
        Criterion.OneOf { Codes.Count: > 1 } oneOf => oneOf.Codes.Map(code => oneOf with { Codes = Array(code) }),
        Criterion.Classified { Classes.Count: > 1 } classified => classified.Classes.Map(code => classified with { Classes = Array(code) }),
        Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds or Criterion.Classified => [],
    };

    private static IEnumerable<Arr<Criterion>> Fewer(Arr<Criterion> parts) =>
        Enumerable.Range(0, parts.Count).Select(parts.RemoveAt)
            .Concat(parts.SelectMany((part, at) => Smaller(part).Select(smaller => parts.SetItem(at, smaller))));
}
