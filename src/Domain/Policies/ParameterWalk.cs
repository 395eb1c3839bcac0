namespace Kehu.Domain;

/// <summary>One place where a parameter stands in a policy: its name, the value there, why it was set so, and the JSON Pointer.</summary>
internal sealed record ParameterPlace(string Name, ParameterValue Value, Label Reason, string Pointer);

/// <summary>
/// One walk over the house numbers of a policy in the order of its JSON form, for reading and for setting alike:
/// every place is shown and takes the value that comes back, which is of the same sort.
/// </summary>
internal sealed class ParameterWalk(Func<ParameterPlace, ParameterValue> put)
{
    /// <summary>Every place of a policy, in the order of the text.</summary>
    public static IReadOnlyList<ParameterPlace> PlacesOf(Policy policy)
    {
        var places = new List<ParameterPlace>();
        _ = new ParameterWalk(place =>
        {
            places.Add(place);
            return place.Value;
        }).Over(policy);
        return places;
    }

    /// <summary>The policy with what came back for every place.</summary>
    public Policy Over(Policy policy)
    {
        var scopes = Each(policy.Scopes, (scope, at) => scope with
        {
            Applies = scope.Applies.Map(applies => applies with { Criterion = Over(applies.Criterion, $"/scopes/{at}/applies") }),
        });
        return policy with
        {
            Scopes = scopes,
            Rungs = Each(policy.Rungs, (rung, at) => rung with { Criterion = Over(rung.Criterion, $"/classes/{at}/criterion") }),
        };
    }

    private Criterion Over(Criterion criterion, string at) => criterion switch
    {
        Criterion.Within within => Over(within, at),
        Criterion.OneOf(var fact, var codes, Citation.House(var why, { Case: string name })) oneOf =>
            put(new ParameterPlace(name, new ParameterValue.Codes(fact, codes), why, $"{at}/codes")) is ParameterValue.Codes(_, var others)
                ? oneOf with { Codes = others }
                : oneOf,
        Criterion.AtLeastGrade(var fact, var code, Citation.House(var why, { Case: string name })) grade =>
            put(new ParameterPlace(name, new ParameterValue.Grade(fact, code), why, $"{at}/code")) is ParameterValue.Grade(_, var other)
                ? grade with { Code = other }
                : grade,
        Criterion.All(var parts) => new Criterion.All(Parts(criterion, parts, at)),
        Criterion.Any(var parts) => new Criterion.Any(Parts(criterion, parts, at)),
        Criterion.AtLeast(var needed, var parts) => new Criterion.AtLeast(needed, Parts(criterion, parts, at)),
        Criterion.Not(var part) => new Criterion.Not(Over(part, at + criterion.PointerTo(0))),
        Criterion.Cases(var fact, var branches) => new Criterion.Cases(
            fact, Each(branches, (branch, place) => branch with { Criterion = Over(branch.Criterion, at + criterion.PointerTo(place)) })),
        Criterion.Score score => Over(score, at),
        Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds or Criterion.Classified => criterion,
    };

    private Arr<Criterion> Parts(Criterion group, Arr<Criterion> parts, string at) => Each(parts, (part, place) => Over(part, at + group.PointerTo(place)));

    private Criterion.Within Over(Criterion.Within within, string at)
    {
        if (within.Citation is not Citation.House(var why, { Case: string name }))
        {
            return within;
        }

        var both = within.Min.IsSome && within.Max.IsSome;
        Option<long> Put(Option<long> bound, string side) => bound.Map(value =>
        {
            var place = new ParameterPlace(both ? $"{name}.{side}" : name, new ParameterValue.Bound(within.Quantity, value), why, $"{at}/{side}");
            return put(place) is ParameterValue.Bound(_, var other) ? other : value;
        });

        var min = Put(within.Min, "min");
        return within with { Min = min, Max = Put(within.Max, "max") };
    }

    private Criterion.Score Over(Criterion.Score score, string at)
    {
        var card = score.Card with
        {
            Items = Each(score.Card.Items, (item, place) => item with
            {
                Bins = Each(item.Bins, (bin, slot) => Over(bin, $"{at}/card/items/{place}/bins/{slot}")),
            }),
        };
        if (score.Citation is not Citation.House(var why, { Case: string name }))
        {
            return score with { Card = card };
        }

        var both = score.Min.IsSome && score.Max.IsSome;
        Option<long> Put(Option<long> bound, string side) => bound.Map(value => Points(both ? $"{name}.{side}" : name, value, why, $"{at}/{side}"));
        var min = Put(score.Min, "min");
        return score with { Card = card, Min = min, Max = Put(score.Max, "max") };
    }

    /// <summary>A bin's points are a house number where a parameter is named by the bin's criterion, the first in its text.</summary>
    private ScoreBin Over(ScoreBin bin, string at)
    {
        var criterion = Over(bin.Criterion, $"{at}/criterion");
        var named = bin.Criterion.Citations().OfType<Citation.House>()
            .SelectMany(house => house.Parameter.Map(name => (Name: name, house.Reason)).AsEnumerable())
            .ToList();
        if (named.Count == 0)
        {
            return bin with { Criterion = criterion };
        }

        var points = Points($"{named[0].Name}.points", bin.Points, named[0].Reason, $"{at}/points");
        return new ScoreBin(criterion, (int)Math.Clamp(points, int.MinValue, int.MaxValue));
    }

    private long Points(string name, long value, Label why, string pointer) =>
        put(new ParameterPlace(name, new ParameterValue.Points(value), why, pointer)) is ParameterValue.Points(var other) ? other : value;

    private static Arr<T> Each<T>(Arr<T> items, Func<T, int, T> over) => new(items.Select(over).ToArray());
}
