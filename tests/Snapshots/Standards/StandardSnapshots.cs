using System.Text;
using LanguageExt;
using VerifyXunit;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Snapshots.Standards;

/// <summary>Service standards as a person proof-reads them: their pages, and the duties of a year.</summary>
public sealed class StandardSnapshots
{
    private static readonly DateRange Year = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    private static readonly WorkCalendar Calendar = new(Array<DayMoved>());

    private static readonly Arr<Wish> Anything = Array(new Wish(new DateOnly(1950, 1, 1), ConsentState.Of(new Preferences(Array<Channel>(), Some(true)))));

    public static TheoryData<string> Standards => new(ShippedStandards.All.Map(standard => standard.Id.Value).AsEnumerable());

    public static TheoryData<string> Classes => new(ShippedStandards.All.SelectMany(standard => standard.Classes.Map(care => $"{standard.Id}.{care.Class}")));

    [Theory]
    [MemberData(nameof(Standards))]
    public async Task The_standard_reads_so(string standard)
    {
        await ApprovedText.Compare(Find(standard).Markdown(Language.English), Path.Combine(ApprovedText.Root, "docs", "standards", $"{standard}.md"));
        await ApprovedText.Compare(Find(standard).Markdown(Language.Chinese), Path.Combine(ApprovedText.Root, "docs", "standards", $"{standard}.zh.md"));
    }

    /// <summary>A customer born on 29 February who has been in the class all along, with an open file.</summary>
    [Theory]
    [MemberData(nameof(Classes))]
    public async Task A_years_duties_are_these(string of)
    {
        var standard = Find(of.Split('.')[0]);
        var served = Served.Always(new ClassCode(of.Split('.')[1]), Some(new DateOnly(1980, 2, 29)));
        await Verifier.Verify(Listed(standard.Plan(served, Calendar, Year))).UseParameters(of);
    }

    /// <summary>2025 has a sixth month twice and 2028 a fifth, and a 29 February.</summary>
    [Theory]
    [InlineData(2025)]
    [InlineData(2028)]
    public Task A_year_with_a_leap_month(int year) => Verifier.Verify(
        Listed(PersonalAssetService.Standard.Plan(
            Served.Always(new ClassCode("wealth-500"), Some(new DateOnly(1980, 2, 29))), Calendar, new DateRange(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))))).UseParameters(year);

    [Fact]
    public Task A_customer_new_in_March_who_rises_in_the_middle_of_August() => Verifier.Verify(Listed(PersonalAssetService.Standard.Plan(
        new Served(
            Stay.Following([(new DateOnly(2026, 3, 10), Some(new ClassCode("wealth-20"))), (new DateOnly(2026, 8, 14), Some(new ClassCode("wealth-500")))]),
            Some(new DateOnly(1980, 8, 17)),
            Some(new DateOnly(2026, 3, 18)),
            Anything),
        Calendar,
        Year)));

    [Fact]
    public Task What_was_done_keeps_the_duties_so() => Verifier.Verify(Told(PersonalAssetService.Standard.Assess(
        new Served(
            Array(new Stay(new ClassCode("wealth-100"), new DateOnly(2025, 12, 31), None)),
            Some(new DateOnly(1980, 2, 29)),
            Some(new DateOnly(2025, 6, 1)),
            Array(new Wish(new DateOnly(2025, 6, 1), ConsentState.Of(new Preferences(Array(Channel.Delivery), None))))),
        Calendar,
        new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)),
        [
            new Engagement("phone-in-February", new DateOnly(2026, 2, 3), Channel.Phone, EngagementKind.ActiveContact),
            new Engagement("spring-greeting", new DateOnly(2026, 2, 16), Channel.Sms, EngagementKind.Greeting),
            new Engagement("late-birthday-greeting", new DateOnly(2026, 3, 2), Channel.Phone, EngagementKind.Greeting),
            new Engagement("meeting-is-no-channel", new DateOnly(2026, 3, 9), Channel.Meeting, EngagementKind.ActiveContact),
            new Engagement("phone-in-March", new DateOnly(2026, 3, 20), Channel.Phone, EngagementKind.ActiveContact),
            new Engagement("after-today", new DateOnly(2026, 4, 30), Channel.Phone, EngagementKind.ActiveContact),
        ],
        [
            new Holding(new DateOnly(2025, 12, 31), new FiledFields(new Arr<DossierField>(Enum.GetValues<DossierField>()), Array<DeclinedField>()), Some(Array("wealth-gold-card", "credit-card", "ebank-usb-key", "fund"))),
        ],
        new DateOnly(2026, 4, 29))));

    [Fact]
    public Task A_customer_costs_so_many_minutes_a_year() => Verifier.Verify(string.Concat(ShippedStandards.All.SelectMany(standard => standard.Classes.Map(care =>
        $"{standard.Id} {care.Class}: {string.Join(", ", standard.MinutesAYear(care.Class, obligation => Effort.Usual(obligation).Minutes).Map(role => $"{role.Role.Code()} {role.MinutesAYear}"))}\n"))));

    private static Standard Find(string id) => ShippedStandards.Find(id).IfNone(() => throw new InvalidOperationException(id));

    private static string Listed(Arr<Duty> duties) => duties.Fold(new StringBuilder(), (text, duty) => text.Append(Line(duty)).Append('\n')).ToString();

    private static string Told(Arr<Assessed> duties) => duties.Fold(new StringBuilder(), (text, assessed) =>
        text.Append($"{assessed.Status.Code(),-8} {Line(assessed.Duty)}{assessed.DoneBy.Match(Some: by => $" <- {by.Id} {by.Date:yyyy-MM-dd}", None: () => "")}\n")).ToString();

    private static string Line(Duty duty) =>
        $"{duty.Window.From:yyyy-MM-dd ddd} to {duty.Due:yyyy-MM-dd ddd}, late to {duty.LateUntil:yyyy-MM-dd}  {duty.Class} {duty.Obligation.Code}"
        + duty.Occasion.Match(Some: occasion => $" {occasion.Code()}", None: () => "")
        + duty.Ordinal.Match(Some: ordinal => $" {ordinal.At} of {ordinal.Of}", None: () => "")
        + (duty.Means == Means.OpenFile ? " (to be opened)" : "")
        + (duty.Channels.IsEmpty ? "" : $" over {string.Join(", ", duty.Channels.Map(channel => channel.Code()))}")
        + $" by {duty.Obligation.Terms.By[0].Code()} for {duty.Owner.Code()}";
}
