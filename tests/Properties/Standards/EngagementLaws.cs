using FsCheck.Fluent;
using LanguageExt;
using Xunit;

namespace Kehu.Properties.Standards;

/// <summary>By which numbers engagements are stored, and how duties are counted and compared.</summary>
public sealed class EngagementLaws
{
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
        Assert.Equal("VeryDissatisfied 0, Dissatisfied 1, Neutral 2, Satisfied 3, VerySatisfied 4", Numbers<Satisfaction>());
        Assert.Equal("Birthday 0, NewYear 1, SpringFestival 2, Lantern 3, LabourDay 4, DragonBoat 5, MidAutumn 6, NationalDay 7", Numbers<Occasion>());
    }

    [Law(100)]
    public Property Tallies_add_up_whatever_the_parts() =>
        Law.ForAll(
            from drawn in StandardGenerators.Cases
            from done in StandardGenerators.Done(new DateRange(new DateOnly(2025, 11, 1), new DateOnly(2026, 4, 30)), 40)
            from today in StandardGenerators.Recent
            from left in Gen.Choose(0, 1).ArrayOf(400)
            select (drawn.Standard, drawn.Served, done, today, left),
            drawn =>
            {
                var (standard, served, done, today, left) = drawn;
                var duties = Duties(standard, served, done, today);
                var whole = Sum(duties.ByObligation(today));
                var parts = Sum(duties.Where((_, at) => left[at % 400] == 0).ByObligation(today)) + Sum(duties.Where((_, at) => left[at % 400] == 1).ByObligation(today));
                return whole == parts && whole.FallenDue + whole.NotYetDue + whole.Waived == duties.Count
                    && whole.FallenDue == duties.Count(duty => duty.Assessed.Duty.Due < today && !duty.Assessed.Duty.Waived);
            });

    [Law(100)]
    public Property What_changed_is_added_dropped_or_kept_and_nothing_else() =>
        Law.ForAll(
            from drawn in StandardGenerators.Cases
            from other in StandardGenerators.Customers(drawn.Standard)
            from done in StandardGenerators.Done(new DateRange(new DateOnly(2025, 11, 1), new DateOnly(2026, 4, 30)), 20)
            from today in StandardGenerators.Recent
            select (drawn.Standard, drawn.Served, other, done, today),
            drawn =>
            {
                Arr<OwedDuty> Owed(Served served) => new(Duties(drawn.Standard, served, drawn.done, drawn.today));
                var (before, after) = (Owed(drawn.Served), Owed(drawn.other));
                var changes = DutyChanges.Between(before, after);
                var back = DutyChanges.Between(after, before);
                return changes.Added.Count + changes.Kept.Count == after.Count && changes.Dropped.Count + changes.Kept.Count == before.Count
                    && changes.Added == back.Dropped && changes.Dropped == back.Added
                    && changes.Kept.Map(duty => duty.Key).SequenceEqual(back.Kept.Map(duty => duty.Key))
                    && changes.Kept.ForAll(kept => before.Exists(old => old.Key == kept.Key && old.Assessed.Duty.Class == kept.Assessed.Duty.Class && old.Assessed.Duty.Window == kept.Assessed.Duty.Window))
                    && DutyChanges.Between(after, after) is { Added.IsEmpty: true, Dropped.IsEmpty: true };
            });

    private static List<OwedDuty> Duties(Standard standard, Served served, Engagement[] done, DateOnly today) =>
        [.. standard.Assess(served, StandardGenerators.Calendar, new DateRange(new DateOnly(2025, 7, 1), new DateOnly(2026, 6, 30)), done, [], today).Map(assessed => new OwedDuty(standard.Id, assessed))];

    private static DutyTally Sum(Arr<ObligationTally> tallies) => tallies.Fold(DutyTally.None, (sum, one) => sum + one.Tally);

    private static string Numbers<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(value => $"{value} {Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)}"));
}
