using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Shared;

/// <summary>A policy with one small thing changed, and what was changed.</summary>
internal sealed record Mutant(string Change, Policy Policy);

/// <summary>
/// Every policy that differs from a given one in one leaf, one count, one bin or the order of two neighbouring classes:
/// the slips of the pen that a test has to notice.
/// </summary>
internal static class Mutants
{
    public static IEnumerable<Mutant> Mutations(this Policy policy) =>
        policy.Rungs.SelectMany((rung, place) => Changed(rung.Criterion).Select(changed =>
            new Mutant($"{rung.Class.Code}: {changed.Change}", policy with { Rungs = policy.Rungs.SetItem(place, rung with { Criterion = changed.Criterion }) })))
        .Concat(policy.Scopes.SelectMany((scope, place) => scope.Applies.AsEnumerable().SelectMany(applies => Changed(applies.Criterion).Select(changed =>
            new Mutant($"applies: {changed.Change}", policy with
            {
                Scopes = policy.Scopes.SetItem(place, scope with { Applies = Some(applies with { Criterion = changed.Criterion }) }),
            })))))
        .Concat(Enumerable.Range(1, policy.Rungs.Count).Select(place => policy.Renamed(place)))
        .Concat(Enumerable.Range(1, policy.Rungs.Count - 1).Select(place => policy.Reordered(place)));

    /// <summary>Two neighbouring classes change places, their criteria stay.</summary>
    private static Mutant Renamed(this Policy policy, int place)
    {
        var (above, below) = (policy.Classes[place - 1], policy.Classes[place]);
        var upper = policy with { Rungs = policy.Rungs.SetItem(place - 1, policy.Rungs[place - 1] with { Class = below }) };
        return new Mutant($"{above.Code} and {below.Code} change names", place == policy.Rungs.Count
            ? upper with { Otherwise = above }
            : upper with { Rungs = upper.Rungs.SetItem(place, upper.Rungs[place] with { Class = above }) });
    }

    /// <summary>Two neighbouring classes are tested in the other order.</summary>
    private static Mutant Reordered(this Policy policy, int place)
    {
        var (above, below) = (policy.Rungs[place - 1], policy.Rungs[place]);
        return new Mutant($"{below.Class.Code} tested before {above.Class.Code}", policy with { Rungs = policy.Rungs.SetItem(place - 1, below).SetItem(place, above) });
    }

    private static IEnumerable<(string Change, Criterion Criterion)> Changed(Criterion criterion) => criterion switch
    {
        Criterion.Within within => Changed(within).Append(Negated(within, within.Quantity.Name)),
        Criterion.OneOf(var fact, var codes, var citation) => Toggled(codes, fact.Options.Map(member => member.Code))
            .Select(other => ($"{fact.Name} {other.Change}", (Criterion)new Criterion.OneOf(fact, other.Items, citation))).Append(Negated(criterion, fact.Name)),
        Criterion.AtLeastGrade(var fact, var code, var citation) => fact.PlaceOf(code).AsEnumerable().SelectMany(place => new[] { place - 1, place + 1 })
            .Where(place => place >= 0 && place < fact.Options.Count)
            .Select(place => ($"{fact.Name} {code} to {fact.Options[place].Code}", (Criterion)new Criterion.AtLeastGrade(fact, fact.Options[place].Code, citation)))
            .Append(Negated(criterion, fact.Name)),
        Criterion.Is(var fact, _) => [Negated(criterion, fact.Name)],
        Criterion.Holds(_, var code, _) => [Negated(criterion, code)],
        Criterion.Classified(var id, var classes, var citation) => Toggled(classes, ClassesOf(id))
            .Select(other => ($"{id} {other.Change}", (Criterion)new Criterion.Classified(id, other.Items, citation))).Append(Negated(criterion, id.Value)),
        Criterion.All(var parts) => Changed(parts, all => new Criterion.All(all), "all").Concat(Swapped(parts, "all to any", new Criterion.Any(parts))),
        Criterion.Any(var parts) => Changed(parts, any => new Criterion.Any(any), "any").Concat(Swapped(parts, "any to all", new Criterion.All(parts))),
        Criterion.AtLeast(var needed, var parts) => Changed(parts, some => new Criterion.AtLeast(needed, some), "at least").Concat(
            new[] { needed - 1, needed + 1 }.Where(count => count >= 1 && count <= parts.Count)
                .Select(count => ($"{needed} to {count} needed", (Criterion)new Criterion.AtLeast(count, parts)))),
        Criterion.Not(var part) => Changed(part).Select(other => ($"not {other.Change}", (Criterion)new Criterion.Not(other.Criterion))).Append(("not dropped", part)),
        Criterion.Cases(var fact, var branches) => branches.SelectMany((branch, at) => Changed(branch.Criterion)
            .Select(other => ($"{branch.Code} {other.Change}", (Criterion)new Criterion.Cases(fact, branches.SetItem(at, branch with { Criterion = other.Criterion }))))
            .Append(($"case {branch.Code} dropped", new Criterion.Cases(fact, branches.RemoveAt(at))))),
        Criterion.Score score => Changed(score),
    };

    private static IEnumerable<(string Change, Criterion Criterion)> Changed(Criterion.Within within)
    {
        var step = new[] { -1, 1 };
        var mins = within.Min.AsEnumerable().SelectMany(bound => step.Select(by => ($"{within.Quantity.Name} ≥ {bound} by {by:+0;-0}", within with { Min = Some(bound + by) })));
        var maxs = within.Max.AsEnumerable().SelectMany(bound => step.Select(by => ($"{within.Quantity.Name} ≤ {bound} by {by:+0;-0}", within with { Max = Some(bound + by) })));
        return mins.Concat(maxs).Append(($"{within.Quantity.Name} bounds turned", within with { Min = within.Max, Max = within.Min }))
            .Where(other => other.Item2.Min.ForAll(low => other.Item2.Max.ForAll(high => low <= high)))
            .Where(other => other.Item2.Min.ForAll(within.Quantity.Accepted.Contains) && other.Item2.Max.ForAll(within.Quantity.Accepted.Contains))
            .Select(other => (other.Item1, (Criterion)other.Item2));
    }

    private static IEnumerable<(string Change, Criterion Criterion)> Changed(Criterion.Score score)
    {
        var bounds = new[] { -1, 1 }.SelectMany(by => new[]
        {
            ($"{score.Card.Label.En} lower bound by {by:+0;-0}", score with { Min = score.Min.Map(bound => bound + by) }),
            ($"{score.Card.Label.En} upper bound by {by:+0;-0}", score with { Max = score.Max.Map(bound => bound + by) }),
        }).Where(other => other.Item2 != score);
        var bins = score.Card.Items.SelectMany((item, at) => item.Bins.SelectMany((bin, place) => Changed(bin.Criterion)
            .Select(other => (other.Change, Bins: item.Bins.SetItem(place, bin with { Criterion = other.Criterion })))
            .Append((Change: $"{bin.Points} points less one", Bins: item.Bins.SetItem(place, bin with { Points = bin.Points - 1 })))
            .Append((Change: $"bin of {bin.Points} dropped", Bins: item.Bins.RemoveAt(place)))
            .Select(other => ($"{item.Label.En} {other.Change}", score with { Card = score.Card with { Items = score.Card.Items.SetItem(at, item with { Bins = other.Bins }) } }))));
        return bounds.Concat(bins).Select(other => (other.Item1, (Criterion)other.Item2));
    }

    /// <summary>One part changed or dropped.</summary>
    private static IEnumerable<(string Change, Criterion Criterion)> Changed(Arr<Criterion> parts, Func<Arr<Criterion>, Criterion> group, string name) =>
        parts.SelectMany((part, at) => Changed(part).Select(other => (other.Change, group(parts.SetItem(at, other.Criterion))))
            .Concat(parts.Count > 1 ? [($"part {at + 1} of {name} dropped", group(parts.RemoveAt(at)))] : []));

    private static IEnumerable<(string Change, Criterion Criterion)> Swapped(Arr<Criterion> parts, string change, Criterion other) =>
        parts.Count > 1 ? [(change, other)] : [];

    private static (string Change, Criterion Criterion) Negated(Criterion leaf, string name) => ($"{name} negated", new Criterion.Not(leaf));

    /// <summary>One item less, or one of the others more; never none.</summary>
    private static IEnumerable<(string Change, Arr<T> Items)> Toggled<T>(Arr<T> items, Arr<T> all) =>
        items.Where(_ => items.Count > 1).Select(item => ($"less {item}", items.Remove(item)))
            .Concat(all.Filter(item => !items.Contains(item)).Map(item => ($"with {item}", items.Add(item))));

    private static Arr<ClassCode> ClassesOf(PolicyId id) => ShippedPolicies.All.Find(id).Map(policy => policy.Classes.Map(c => c.Code)).IfNone(Array<ClassCode>());
}
