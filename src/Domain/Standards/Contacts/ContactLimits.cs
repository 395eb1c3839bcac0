namespace Kehu.Domain;

/// <summary>
/// The most marketing messages that a customer gets over one channel in a week (Monday to Sunday) and in a calendar month. Service contacts
/// and greetings are not marketing. Source 003, 注意事项 2 (避免过度营销); the numbers are house.
/// </summary>
public sealed record ContactLimits(int PerWeek, int PerMonth)
{
    /// <summary>The highest limit that may be set (house); it is as good as none.</summary>
    public const int Highest = 1_000;

    /// <summary>Two a week and eight a month.</summary>
    public static readonly ContactLimits Usual = new(2, 8);

    /// <summary>The limits as they are answered.</summary>
    internal static Contract<ContactLimits> Contract { get; } = Answered<ContactLimits>.Object(
        "The most marketing messages over one channel in a week (Monday to Sunday) and in a calendar month.",
        Answered<ContactLimits>.Always("perWeek", Forms.Count, limits => limits.PerWeek),
        Answered<ContactLimits>.Always("perMonth", Forms.Count, limits => limits.PerMonth),
        Answered<ContactLimits>.Always("citations", Forms.List(Forms.Words), _ => Citations.Map(citation => citation.Describe())));

    /// <summary>Where the limits come from, and under which names they are house numbers.</summary>
    public static Arr<Citation> Citations { get; } = Array(
        Citation.From("003", "注意事项 2"),
        Citation.Set(
            "contacts-per-week",
            "two marketing messages a week over each channel, unless set otherwise; the source gives no number",
            "每一渠道每周营销信息不超过两次，可另行设定；来源未规定次数"),
        Citation.Set(
            "contacts-per-month",
            "eight marketing messages a month over each channel, unless set otherwise; the source gives no number",
            "每一渠道每月营销信息不超过八次，可另行设定；来源未规定次数"));

    /// <summary>
    /// Nothing, or a fault for every clause that the limits make impossible, at <c>/standard/class/obligation</c>: a standard that cannot be
    /// kept is refused before it starts.
    /// </summary>
    public Validation<Fault, Unit> Check(Arr<Standard> standards)
    {
        var faults = Seq(standards.SelectMany(standard => standard.Conflicts(this).Map(conflict => Impossible(standard, conflict))));
        return faults.IsEmpty ? Success<Fault, Unit>(unit) : Validation<Fault, Unit>.Fail(faults);
    }

    private Fault Impossible(Standard standard, ContactConflict conflict) => new(
        "standard.contact-limits",
        new Place.Pointer($"/{standard.Id}/{conflict.Class}/{conflict.Obligation.Code}"),
        conflict.Describe() + new Label(
            $" ({PerWeek} a week and {PerMonth} a month over each channel); raise the limits or ask for less",
            $"（每一渠道每周 {PerWeek} 次、每月 {PerMonth} 次）；请提高上限或减少要求"));
}
