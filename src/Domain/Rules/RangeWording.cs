namespace Kehu.Domain;

/// <summary>Intervals of a quantity in words: bounds in its unit, codes by name.</summary>
public static class RangeWording
{
    /// <summary>A closed list of so many members is told by those left out where they are fewer.</summary>
    private const int Many = 6;

    /// <summary>The values of an interval in words: <c>below 200 000.00 yuan</c>, <c>good or excellent</c>, <c>2 years to 4 years</c>.</summary>
    public static Label WordsWithin(this Quantity quantity, Interval values) => quantity.WordsWithin(Array(values));

    /// <summary>The same for several intervals, ascending and apart.</summary>
    public static Label WordsWithin(this Quantity quantity, Arr<Interval> parts) =>
        quantity is Quantity.Of(Fact.Flag or Fact.Choice or Fact.Grade) or Quantity.Holding
            ? quantity.Named(parts)
            : Joined(parts.Map(part => quantity.Bounded(part)));

    private static Label Named(this Quantity quantity, Arr<Interval> parts)
    {
        var all = Enumerable.Range((int)quantity.Domain.Low, (int)(quantity.Domain.High - quantity.Domain.Low + 1)).ToList();
        var inside = all.Where(value => parts.Exists(part => part.Contains(value))).ToList();
        var outside = all.Where(value => !parts.Exists(part => part.Contains(value))).ToList();
        return outside.Count == 0 ? new Label("any", "任意")
            : all.Count >= Many && outside.Count < inside.Count
                ? new Label("any but ", "除以下各项外：") + Wording.Listed(outside.Select(value => quantity.Words(value)))
            : Joined(new Arr<Label>(inside.Select(value => quantity.Words(value)).ToArray()));
    }

    private static Label Bounded(this Quantity quantity, Interval part)
    {
        var (open, closed) = (part.Low <= quantity.Domain.Low, part.High >= quantity.Domain.High);
        return part.IsPoint ? quantity.Words(part.Low)
            : open && closed ? new Label("any", "任意")
            : open ? Below(quantity.Words(part.High + 1))
            : closed ? quantity.Words(part.Low) + new Label(" or more", "及以上")
            : quantity is Quantity.Of(Fact.Amount or Fact.Share) or Quantity.By(DerivedFact.Gap)
                ? quantity.Words(part.Low) + new Label(" to below ", "至低于 ") + quantity.Words(part.High + 1)
                : quantity.Words(part.Low) + new Label(" to ", "至 ") + quantity.Words(part.High);
    }

    private static Label Below(Label bound) => new Label("below ", "低于 ") + bound;

    private static Label Joined(Arr<Label> labels) => new(string.Join(" or ", labels.Map(label => label.En)), string.Join("或", labels.Map(label => label.Zh)));
}
