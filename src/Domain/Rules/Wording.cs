namespace Kehu.Domain;

/// <summary>Values and bounds in words, in the unit of what they measure.</summary>
public static class Wording
{
    /// <summary>A value of a fact in words: <c>250 000.00 yuan</c>, <c>60 %</c>, <c>2026-11-21</c>, <c>retail</c>.</summary>
    public static Label Words(this Fact fact, long value) => fact switch
    {
        Fact.Amount => Yuan($"{new Money(value)}"),
        Fact.Count => Label.Same(Decimals.Grouped(value, 0)),
        Fact.Share => Label.Same(new Percent(value).ToString()),
        Fact.Day => Label.Same(DateOnly.FromDayNumber((int)value).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        Fact.Flag => value == 1 ? new Label("yes", "是") : new Label("no", "否"),
        Fact.Choice or Fact.Grade => fact.Members[(int)value].Label,
        Fact.Several(_, var members) => Listed(members.Where((_, place) => (value >> place & 1) == 1).Select(member => member.Label)),
    };

    private static Label Yuan(string money) => new($"{money} yuan", $"{money} 元");

    /// <summary>A value of a quantity in words.</summary>
    public static Label Words(this Quantity quantity, long value) => quantity switch
    {
        Quantity.Of(var fact) => fact.Words(value),
        Quantity.By(DerivedFact.WholeYears) => new Label(value == 1 ? "1 year" : $"{value} years", $"{value} 年"),
        Quantity.By(DerivedFact.MonthsSince) => new Label(value == 1 ? "1 month" : $"{value} months", $"{value} 个月"),
        Quantity.By(DerivedFact.Gap) => new Label($"{Decimals.Plain(value, 2)} percentage points", $"{Decimals.Plain(value, 2)} 个百分点"),
        Quantity.By(DerivedFact.Size) => Label.Same(Decimals.Grouped(value, 0)),
        Quantity.Holding => value == 1 ? new Label("held", "持有") : new Label("not held", "未持有"),
        Quantity.By => Label.Same(Decimals.Grouped(value, 0)),
    };

    /// <summary>Several labels as one list.</summary>
    public static Label Listed(IEnumerable<Label> labels)
    {
        var all = labels.ToList();
        return new Label(string.Join(", ", all.Select(label => label.En)), string.Join("、", all.Select(label => label.Zh)));
    }
}
