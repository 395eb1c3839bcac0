namespace Kehu.Domain;

/// <summary>How the catalogue is written: what a fact is called, what it means, what values it takes.</summary>
internal static class Make
{
    /// <summary>Head room for counts: no bank has more of anything, and sums stay far from overflow.</summary>
    private static readonly Interval Counts = new(0, 1_000_000_000);

    private static readonly Interval Balances = new(0, Money.LimitOnFile.Fen);

    private static readonly Interval Results = new(-Money.LimitOnFile.Fen, Money.LimitOnFile.Fen);

    public static FactHead Head(FactScope scope, string name, string marks, string en, string zh, string meaningEn, string meaningZh) => new(
        name,
        new Label(en, zh),
        new Label(meaningEn, meaningZh),
        scope,
        marks.Contains('↑', StringComparison.Ordinal) ? Direction.Up : marks.Contains('↓', StringComparison.Ordinal) ? Direction.Down : Direction.None,
        marks.Contains('P', StringComparison.Ordinal),
        marks.Contains('=', StringComparison.Ordinal));

    public static Fact.Amount Balance(this FactHead head) => new(head, Balances);

    public static Fact.Amount Result(this FactHead head) => new(head, Results);

    public static Fact.Count Count(this FactHead head) => new(head, Counts);

    public static Fact.Share Share(this FactHead head, long lowPercent, long highPercent) =>
        new(head, new Interval(Percent.Of(lowPercent).BasisPoints, Percent.Of(highPercent).BasisPoints));

    /// <summary>A date that is never after the as-of date.</summary>
    public static Fact.Day PastDay(this FactHead head) => new(head, Past: true);

    public static Fact.Day Day(this FactHead head) => new(head, Past: false);

    public static Fact.Flag Flag(this FactHead head) => new(head);

    public static Fact.Choice Choice(this FactHead head, params (string Code, string En, string Zh)[] members) => new(head, Members(members));

    /// <summary>Members from the lowest to the highest.</summary>
    public static Fact.Grade Grade(this FactHead head, params (string Code, string En, string Zh)[] members) => new(head, Members(members));

    public static Fact.Several Several(this FactHead head, params (string Code, string En, string Zh)[] members) => new(head, Members(members));

    private static Arr<Member> Members((string Code, string En, string Zh)[] members) =>
        new(members.Select(member => new Member(member.Code, new Label(member.En, member.Zh))));
}
