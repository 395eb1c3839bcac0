using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Proofs;

/// <summary>A criterion with one of its leaves replaced by a constant.</summary>
internal static class Replacements
{
    private static readonly Criterion Always = new Criterion.All(Array<Criterion>());

    private static readonly Criterion Never = new Criterion.Any(Array<Criterion>());

    /// <summary>Every leaf with the two criteria in which it always and never holds.</summary>
    public static IEnumerable<(string Pointer, Arr<Criterion> Constants)> OfLeaves(Placed whole)
    {
        var parts = whole.Criterion.Parts();
        return IsLeaf(whole.Criterion)
            ? [(whole.Pointer, Array(Always, Never))]
            : parts.SelectMany((part, place) => OfLeaves(new Placed(whole.Pointer + whole.Criterion.PointerTo(place), part))
                .Select(leaf => (leaf.Pointer, leaf.Constants.Map(constant => With(whole.Criterion, place, constant)))));
    }

    private static bool IsLeaf(Criterion criterion) => criterion is Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds or Criterion.Classified;

    private static Criterion With(Criterion criterion, int place, Criterion part) => criterion switch
    {
        Criterion.All(var parts) => new Criterion.All(parts.SetItem(place, part)),
        Criterion.Any(var parts) => new Criterion.Any(parts.SetItem(place, part)),
        Criterion.AtLeast(var needed, var parts) => new Criterion.AtLeast(needed, parts.SetItem(place, part)),
        Criterion.Not => new Criterion.Not(part),
        Criterion.Cases(var fact, var branches) => new Criterion.Cases(fact, branches.SetItem(place, branches[place] with { Criterion = part })),
        Criterion.Score score => score with { Card = With(score.Card, place, part) },
        Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds or Criterion.Classified => part,
    };

    private static Scorecard With(Scorecard card, int place, Criterion part)
    {
        var item = 0;
        while (place >= card.Items[item].Bins.Count)
        {
            place -= card.Items[item++].Bins.Count;
        }

        var bins = card.Items[item].Bins;
        return card with { Items = card.Items.SetItem(item, card.Items[item] with { Bins = bins.SetItem(place, bins[place] with { Criterion = part }) }) };
    }
}
