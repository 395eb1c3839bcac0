namespace Kehu.Domain;

/// <summary>A criterion and where it stands in the JSON form of its policy.</summary>
internal readonly record struct Placed(string Pointer, Criterion Criterion);

/// <summary>Where criteria stand in the JSON form of a policy (RFC 6901).</summary>
internal static class Pointers
{
    /// <summary>The criteria of a policy for a kind of customer, the applicability first; no parts.</summary>
    public static IEnumerable<Placed> PlacedCriteria(this Policy policy, CustomerKind kind) =>
        policy.Scopes.Map((place, scope) => (place, scope)).Where(at => at.scope.Kind == kind)
            .SelectMany(at => at.scope.Applies.Map(applies => new Placed($"/scopes/{at.place}/applies", applies.Criterion)).AsEnumerable())
            .Concat(policy.Rungs.Map((place, rung) => new Placed($"/classes/{place}/criterion", rung.Criterion)));

    /// <summary>A criterion and all its parts in the order of the text.</summary>
    public static IEnumerable<Placed> WithParts(this Placed placed) =>
        placed.Criterion.Parts().Map((place, part) => new Placed(placed.Pointer + placed.Criterion.PointerTo(place), part))
            .SelectMany(WithParts).Prepend(placed);

    /// <summary>Where a part of a criterion stands in the criterion's JSON form; the parts of a score are its bins.</summary>
    public static string PointerTo(this Criterion criterion, int place) => criterion switch
    {
        Criterion.Not => "/part",
        Criterion.Cases => $"/cases/{place}/criterion",
        Criterion.Score(var card, _, _, _) => card.PointerTo(place),
        Criterion.All or Criterion.Any or Criterion.AtLeast or Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is
            or Criterion.Holds or Criterion.Classified => $"/parts/{place}",
    };

    private static string PointerTo(this Scorecard card, int place)
    {
        var item = 0;
        while (place >= card.Items[item].Bins.Count)
        {
            place -= card.Items[item++].Bins.Count;
        }

        return $"/card/items/{item}/bins/{place}/criterion";
    }
}
