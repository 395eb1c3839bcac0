namespace Kehu.Domain;

/// <summary>Why a customer is not to be erased for now, as compliance has set it. Source: governance, personal data.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">The first day on which it no longer counts; none: until it is lifted.</param>
public sealed record CustomerHold(string Reason, Option<DateOnly> Until)
{
    private static readonly Field<CustomerHold, DateOnly> OfUntil = Fields<CustomerHold>.Optional(
        "until", Forms.Day, hold => hold.Until, (hold, day) => hold with { Until = day }) with
    { Says = "The first day on which it no longer counts; until it is lifted where left out." };

    /// <summary>A hold on the wire and as it is kept.</summary>
    public static Contract<CustomerHold> Contract { get; } = new(
        "Why a customer is not to be erased for now.",
        new CustomerHold("", None),
        Fields<CustomerHold>.Needed("reason", CustomerRecord.Text, hold => hold.Reason, (hold, reason) => hold with { Reason = reason }) with
        { IsPersonal = true },
        OfUntil)
    {
        Name = "CustomerHold",
    };

    /// <summary>Whether it counts on a day.</summary>
    public bool CountsOn(DateOnly day) => Until.ForAll(end => day < end);

    /// <summary>What is wrong with setting it on a day: one that would never count is a mistake.</summary>
    public Seq<Fault> Faults(DateOnly today) => CountsOn(today) ? Seq<Fault>() : Seq1(OfUntil.Fault(
        "hold.over", "this day has come already: the hold would never count", "该日期已到：保留将从不生效"));
}
