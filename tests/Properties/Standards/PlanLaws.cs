using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Standards.StandardGenerators;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Standards;

/// <summary>What duties follow from a standard, a customer and a calendar.</summary>
public sealed class PlanLaws
{
    private static readonly DateRange Year = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    [Law(200)]
    public Property Adjoining_queries_join() =>
        Law.ForAll(
            from drawn in Cases from query in Queries from at in Gen.Choose(0, query.Days - 1) select (drawn.Standard, drawn.Served, query, query.From.AddDays(at)),
            drawn =>
            {
                var (standard, served, query, cut) = drawn;
                var before = standard.Plan(served, Calendar, new DateRange(query.From, cut));
                var after = cut < query.To ? standard.Plan(served, Calendar, new DateRange(cut.AddDays(1), query.To)) : Array<Duty>();
                return before.Concat(after).SequenceEqual(standard.Plan(served, Calendar, query));
            });

    [Law(200)]
    public Property Every_duty_lies_in_its_stay_and_in_the_query_and_in_its_own_place() =>
        Law.ForAll(from drawn in Cases from query in Queries select (drawn.Standard, drawn.Served, query), drawn =>
        {
            var duties = drawn.Standard.Plan(drawn.Served, Calendar, drawn.query);
            return duties.ForAll(duty => drawn.query.Contains(duty.Due) && duty.Window.From <= duty.Due && duty.Due <= duty.LateUntil
                    && drawn.Served.Stays.Exists(stay => stay.Class == duty.Class && stay.Days.Exists(days => days.Contains(duty.Window.From) && days.Contains(duty.Due))))
                && duties.Map(duty => duty.Place).Distinct().Count() == duties.Count
                && duties.Map(duty => duty.Place).SequenceEqual(duties.Map(duty => duty.Place).Order());
        });

    [Law(100)]
    public Property Counts_are_pro_rata_of_the_days_in_the_class() =>
        Law.ForAll(Cases, drawn => drawn.Standard.Plan(drawn.Served, Calendar, Year) is var duties && drawn.Served.Stays.ForAll(stay =>
            drawn.Standard.Owed(stay.Class).IfNone(Array<Obligation>()).ForAll(obligation => obligation.Rhythm is not Rhythm.Counted(var frequency)
                || Enumerable.Range(0, 12 / frequency.Per.Months()).All(at =>
                {
                    var first = new DateOnly(2026, 1, 1).AddMonths(at * frequency.Per.Months());
                    var last = first.AddMonths(frequency.Per.Months()).AddDays(-1);
                    var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(day => first.AddDays(day)).ToList();
                    var inClass = days.Count(day => day > stay.DecidedOn && stay.LeftOn.ForAll(left => day <= left) && Waits(drawn.Standard, stay, drawn.Served, obligation, day));
                    return duties.Count(duty => duty.Obligation == obligation && duty.Class == stay.Class && days.Contains(duty.Due) && stay.Days.Exists(stayed => stayed.Contains(duty.Due)))
                        == frequency.Times * inClass / days.Count;
                }))));

    [Law(100)]
    public Property Ordinals_of_a_window_run_from_one_to_their_number() =>
        Law.ForAll(Cases, drawn => drawn.Standard.Plan(drawn.Served, Calendar, Year)
            .Where(duty => duty.Ordinal.IsSome)
            .GroupBy(duty => (duty.Class, duty.Obligation.Code, duty.Window))
            .All(window => window.Select(duty => duty.Ordinal.IfNone(default(Ordinal))).Order(Comparer<Ordinal>.Create((one, other) => one.At.CompareTo(other.At)))
                .SequenceEqual(Enumerable.Range(1, window.Count()).Select(at => new Ordinal(at, window.Count())))));

    [Xunit.Fact]
    public void A_leap_day_birthday_is_kept_on_28_February_in_common_years()
    {
        var served = Served.Always(new ClassCode("wealth-500"), Some(new DateOnly(1980, 2, 29)));
        Assert.Equal(Array(new DateOnly(2026, 2, 28), new DateOnly(2027, 2, 28), new DateOnly(2028, 2, 29)), PersonalAssetService.Standard
            .Plan(served, Calendar, new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2028, 12, 31)))
            .Filter(duty => duty.Obligation is Obligation.BirthdayGift).Map(duty => duty.Due));
    }

    [Xunit.Fact]
    public void The_file_comes_first_and_then_active_contact()
    {
        var decided = new DateOnly(2026, 3, 2);
        Arr<Duty> Plan(Option<DateOnly> opened) => PersonalAssetService.Standard.Plan(
            new Served(Array(new Stay(new ClassCode("wealth-20"), decided, None)), None, opened, Anything), Calendar, Year);
        var unopened = Plan(None);
        Assert.DoesNotContain(unopened, duty => duty.Obligation is Obligation.ActiveContact);
        Assert.Equal(Calendar.After(decided, 10), Assert.Single(unopened, duty => duty.Means == Means.OpenFile).Due);
        Assert.Equal(new DateOnly(2026, 4, 1), Plan(Some(new DateOnly(2026, 3, 31))).Filter(duty => duty.Obligation is Obligation.ActiveContact).Min(duty => duty.Window.From));
        Assert.DoesNotContain(Plan(Some(decided)), duty => duty.Means == Means.OpenFile);
        Assert.Contains(Plan(Some(decided)), duty => duty.Obligation is Obligation.ActiveContact);
    }

    [Xunit.Fact]
    public void A_higher_class_is_owed_at_least_what_a_lower_one_is_where_the_standard_says_so() =>
        Assert.All(ShippedStandards.All.Filter(standard => standard.Cumulative), standard => Assert.Empty(standard.Shortfalls()));

    [Law(100)]
    public Property Where_it_is_owed_as_much_no_day_in_the_class_brings_fewer_duties() =>
        Law.ForAll(
            from decided in Recent
            from left in Recent
            from query in Queries
            select (decided, left, query),
            drawn =>
            {
                var classes = PersonalAssetService.Standard.Classes;
                Dictionary<string, int> Counts(ClassCode code) => PersonalAssetService.Standard
                    .Plan(Served.Always(code, Some(new DateOnly(1980, 2, 29))) with { Stays = Array(new Stay(code, drawn.decided, Some(drawn.left))) }, Calendar, drawn.query)
                    .GroupBy(duty => duty.Obligation.Code).ToDictionary(kind => kind.Key, kind => kind.Count());
                return classes.Zip(classes.Skip(1)).All(pair =>
                {
                    var (higher, lower) = (Counts(pair.Item1.Class), Counts(pair.Item2.Class));
                    return lower.All(kind => higher.GetValueOrDefault(kind.Key) >= kind.Value);
                });
            });

    [Xunit.Fact]
    public void A_class_owed_less_than_a_lower_one_is_found()
    {
        var standard = PersonalAssetService.Standard;
        var swapped = standard with { Classes = new Arr<ClassCare>(standard.Classes.Reverse()) };
        Assert.Contains(swapped.Shortfalls(), shortfall => shortfall is { Higher.Value: "wealth-20", Lower.Value: "wealth-500", Obligation: Obligation.SeniorVisit });
        Assert.Contains(swapped.Shortfalls(), shortfall => shortfall is { Higher.Value: "wealth-20", Lower.Value: "wealth-500", Obligation: Obligation.EventInvitation });
        Assert.Contains(swapped.Shortfalls(), shortfall => shortfall is { Higher.Value: "mass", Lower.Value: "filed-5" });
    }

    [Xunit.Fact]
    public void Every_class_of_the_policy_has_its_care_in_the_policys_order() =>
        Assert.All(ShippedStandards.All, standard => Assert.Equal(
            ShippedPolicies.All.Find(standard.Policy).Map(policy => policy.Classes.Map(c => c.Code)), Some(standard.Classes.Map(care => care.Class))));

    [Xunit.Fact]
    public void Every_obligation_is_owned_cited_and_once_in_its_class() =>
        Assert.All(ShippedStandards.All.SelectMany(standard => standard.Classes), care =>
        {
            Assert.All(care.Obligations, obligation => Assert.True(obligation.Terms.AnswersFor.Count > 0 && obligation.Terms.By.Count > 0 && obligation.Terms.Citations.Count > 0));
            Assert.Equal(care.Obligations.Count, care.Obligations.Map(obligation => obligation.Code).Distinct().Count());
        });

    private static bool Waits(Standard standard, Stay stay, Served served, Obligation obligation, DateOnly day) =>
        obligation is not Obligation.ActiveContact
        || !standard.Owed(stay.Class).Exists(owed => owed.Exists(other => other is Obligation.Dossier))
        || served.FileOpenedOn.Exists(opened => opened < day);
}
