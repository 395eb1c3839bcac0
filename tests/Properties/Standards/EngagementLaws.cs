using FsCheck;
using FsCheck.Fluent;
using Kehu.Api.Archive;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Standards;

/// <summary>How engagements are stored, and how duties are counted and compared.</summary>
public sealed class EngagementLaws
{
    private static Gen<Option<T>> Maybe<T>(params IEnumerable<T> values) => Gen.Frequency((1, Gen.Constant(Option<T>.None)), (2, Gen.Elements(values).Select(Some)));

    private static Gen<Engagement> Any { get; } =
        from id in Gen.Elements("a", "call-1", "ünïcode", new string('z', 64))
        from number in Gen.Choose(0, 9)
        from day in Gen.Choose(0, 364)
        from channel in Gen.Elements(Enum.GetValues<Channel>())
        from kind in Gen.Elements(Enum.GetValues<EngagementKind>())
        from role in Maybe(Enum.GetValues<Role>())
        from level in Maybe(Enum.GetValues<EventLevel>())
        from occasion in Maybe(Occasions.All.AsEnumerable())
        from staff in Maybe("M-1", "员工")
        from note in Maybe("a", "询问到期理财的打算", new string('长', 500))
        select new Engagement($"{id}{number}", new DateOnly(2026, 1, 1).AddDays(day), channel, kind) { By = role, Level = level, Occasion = occasion, Staff = staff, Note = note };

    private static Gen<Engagement[]> Year { get; } = Any.ArrayOf().Select(all => all.DistinctBy(one => one.Id).ToArray());

    [Xunit.Fact]
    public void What_is_stored_is_read_again_in_order() =>
        Holds.ForAll(Year, year => EngagementRow.From(EngagementRow.ToBody(year)).SequenceEqual(year.OrderBy(one => one.Date).ThenBy(one => one.Id, StringComparer.Ordinal)));

    [Xunit.Fact]
    public void The_order_of_engagements_does_not_change_the_bytes() =>
        Holds.ForAll(from year in Year from shuffled in Gen.Shuffle(year) select (year, shuffled), drawn => EngagementRow.ToBody(drawn.year).SequenceEqual(EngagementRow.ToBody(drawn.shuffled)));

    [Xunit.Fact]
    public void An_engagement_is_filed_once() =>
        Holds.ForAll(from year in Year from one in Any select (year, one), drawn => EngagementFiling.Add(drawn.year, drawn.one) switch
        {
            EngagementFiling.Filed(var after) => after.Length == drawn.year.Length + 1 && drawn.year.All(after.Contains) && EngagementFiling.Add(after, drawn.one) is EngagementFiling.Unchanged
                && EngagementFiling.Add(after, drawn.one with { Date = drawn.one.Date.AddDays(1) }) is EngagementFiling.Taken,
            EngagementFiling.Unchanged => drawn.year.Contains(drawn.one),
            EngagementFiling.Taken => drawn.year.Any(other => other.Id == drawn.one.Id && other != drawn.one),
            EngagementFiling.Full => false,
        });

    [Xunit.Fact]
    public void What_is_withdrawn_is_gone_and_all_else_stays() =>
        Holds.ForAll(Year.Where(year => year.Length > 0), year => EngagementFiling.Without(new Row("P-1 2026", 7, EngagementRow.ToBody(year)), year[0].Id) switch
        {
            Write.Put put => put is { Expected: 7, Id: "P-1 2026" } && EngagementRow.From(put.Body).OrderBy(one => one.Id).SequenceEqual(year[1..].OrderBy(one => one.Id)),
            Write.Delete delete => year.Length == 1 && delete is { Expected: 7, Id: "P-1 2026" },
            Write.Append or Write.Expect => false,
        });

    [Xunit.Fact]
    public void A_year_holds_so_many_and_other_years_do_not_count()
    {
        var full = Enumerable.Range(0, EngagementRow.Most).Select(at => new Engagement($"e{at}", new DateOnly(2026, 6, 1), Channel.Sms, EngagementKind.ProductMessage)).ToArray();
        var more = new Engagement("more", new DateOnly(2026, 12, 31), Channel.Sms, EngagementKind.ProductMessage);
        Assert.IsType<EngagementFiling.Full>(EngagementFiling.Add(full, more));
        Assert.IsType<EngagementFiling.Filed>(EngagementFiling.Add(full[1..], more));
        Assert.Equal([more with { Date = new DateOnly(2027, 1, 1) }], Assert.IsType<EngagementFiling.Filed>(EngagementFiling.Add(full, more with { Date = new DateOnly(2027, 1, 1) })).Year);
    }

    /// <summary>They are stored by number: a number given anew would change what was done.</summary>
    [Xunit.Fact]
    public void The_numbers_of_stored_members_stay()
    {
        Assert.Equal("Phone 0, Sms 1, EMail 2, WeChat 3, App 4, Meeting 5, Invitation 6, Delivery 7", Numbers<Channel>());
        Assert.Equal(
            "ActiveContact 0, Greeting 1, BirthdayGift 2, Gift 3, EventInvitation 4, SeniorVisit 5, ProductMessage 6, Survey 7, MarketInformation 8, Promotion 9, OneToOne 10, TailoredPlan 11, Revisit 12",
            Numbers<EngagementKind>());
        Assert.Equal(
            "Teller 0, LobbyManager 1, CustomerManager 2, WealthManager 3, OutletHead 4, PersonalFinanceHead 5, SubBranchPresident 6, Branch 7, HeadOffice 8", Numbers<Role>());
        Assert.Equal("SubBranch 0, CityBranch 1", Numbers<EventLevel>());
        Assert.Equal("Birthday 0, NewYear 1, SpringFestival 2, Lantern 3, LabourDay 4, DragonBoat 5, MidAutumn 6, NationalDay 7", Numbers<Occasion>());
    }

    [Xunit.Fact]
    public void Tallies_add_up_whatever_the_parts()
    {
        Holds.ForAll(
            from drawn in StandardGenerators.Cases
            from done in StandardGenerators.Done(new DateRange(new DateOnly(2025, 11, 1), new DateOnly(2026, 4, 30)), 40)
            from today in StandardGenerators.Recent
            from left in Gen.Choose(0, 1).ArrayOf(400)
            select (Duties(drawn.Standard, drawn.Served, done, today), today, left),
            drawn =>
            {
                var (duties, today, left) = drawn;
                var whole = Sum(duties.ByObligation(today));
                var parts = Sum(duties.Where((_, at) => left[at % 400] == 0).ByObligation(today)) + Sum(duties.Where((_, at) => left[at % 400] == 1).ByObligation(today));
                return whole == parts && whole.FallenDue + whole.NotYetDue + whole.Waived == duties.Count
                    && whole.FallenDue == duties.Count(duty => duty.Assessed.Duty.Due < today && !duty.Assessed.Duty.Waived);
            }, tests: 100);
    }

    [Xunit.Fact]
    public void What_changed_is_added_dropped_or_kept_and_nothing_else() =>
        Holds.ForAll(
            from drawn in StandardGenerators.Cases
            from other in StandardGenerators.Customers(drawn.Standard)
            from done in StandardGenerators.Done(new DateRange(new DateOnly(2025, 11, 1), new DateOnly(2026, 4, 30)), 20)
            from today in StandardGenerators.Recent
            select (Before: Duties(drawn.Standard, drawn.Served, done, today), After: Duties(drawn.Standard, other, done, today)),
            drawn =>
            {
                var (before, after) = (new Arr<OwedDuty>(drawn.Before), new Arr<OwedDuty>(drawn.After));
                var changes = DutyChanges.Between(before, after);
                var back = DutyChanges.Between(after, before);
                return changes.Added.Count + changes.Kept.Count == after.Count && changes.Dropped.Count + changes.Kept.Count == before.Count
                    && changes.Added == back.Dropped && changes.Dropped == back.Added
                    && changes.Kept.Map(duty => duty.Key).SequenceEqual(back.Kept.Map(duty => duty.Key))
                    && changes.Kept.ForAll(kept => before.Exists(old => old.Key == kept.Key && old.Assessed.Duty.Class == kept.Assessed.Duty.Class && old.Assessed.Duty.Window == kept.Assessed.Duty.Window))
                    && DutyChanges.Between(after, after) is { Added.IsEmpty: true, Dropped.IsEmpty: true };
            }, tests: 100);

    private static List<OwedDuty> Duties(Standard standard, Served served, Engagement[] done, DateOnly today) =>
        [.. standard.Assess(served, StandardGenerators.Calendar, new DateRange(new DateOnly(2025, 7, 1), new DateOnly(2026, 6, 30)), done, [], today).Map(assessed => new OwedDuty(standard.Id, assessed))];

    private static DutyTally Sum(Arr<(StandardId Standard, string Obligation, DutyTally Tally)> tallies) => tallies.Fold(DutyTally.None, (sum, one) => sum + one.Tally);

    private static string Numbers<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(value => $"{value} {Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)}"));
}
