using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static Kehu.Properties.Standards.StandardGenerators;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Standards;

/// <summary>What contact limits forbid, and which duties they leave no room for.</summary>
public sealed class ContactLimitLaws
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly ClassCode Wealth20 = new("wealth-20");

    private static readonly DateRange Months = new(new DateOnly(2025, 11, 1), new DateOnly(2026, 4, 30));

    private static Gen<ContactLimits> Limits { get; } = from week in Gen.Choose(0, 3) from month in Gen.Choose(0, 9) select new ContactLimits(week, month);

    private static Gen<Frequency> Frequencies { get; } = Gen.OneOf(
        Gen.Choose(1, 6).Select(times => new Frequency(times, PeriodLength.Month)),
        Gen.Choose(1, 16).Select(times => new Frequency(times, PeriodLength.Quarter)),
        Gen.Choose(1, 60).Select(times => new Frequency(times, PeriodLength.Year)));

    private static Gen<Terms> Over { get; } =
        from channels in Gen.SubListOf(Channel.Sms, Channel.Phone, Channel.App)
        select new Terms(new Arr<Channel>(channels), Array(Role.CustomerManager), Array(Role.CustomerManager), Array<Citation>());

    /// <summary>One class that is owed marketing of some kinds.</summary>
    private static Gen<Standard> Marketing { get; } =
        from often in Frequencies.ArrayOf(3)
        from terms in Over.ArrayOf(3)
        from kinds in Gen.Choose(1, 3)
        let all = new Obligation[]
        {
            new Obligation.ProductMessage(often[0], terms[0]), new Obligation.Promotion(often[1], terms[1]), new Obligation.EventInvitation(often[2], Array(EventLevel.SubBranch), terms[2]),
        }
        select PersonalAssetService.Standard with { Classes = Array(new ClassCare(Wealth20, new Arr<Obligation>(all[..kinds]))) };

    [Law(300)]
    public Property Every_violation_is_one_by_its_definition() =>
        Law.ForAll(
            from drawn in Cases
            from done in Done(Months, 60)
            from limits in Limits
            select (drawn.Served, done, limits),
            drawn => drawn.Served.Violations(drawn.done, drawn.limits).Map(violation => (violation.Code, violation.Engagement.Id)).ToHashSet()
                .SetEquals(drawn.done.SelectMany(one => Expected(drawn.Served, drawn.done, drawn.limits, one).Select(code => (code, one.Id)))));

    [Law(200)]
    public Property Violations_come_in_order_whatever_the_order_of_what_was_done() =>
        Law.ForAll(
            from drawn in Cases
            from done in Done(Months, 60)
            from order in Reordering.Orders(60)
            from limits in Limits
            select (drawn.Served, done, order, limits),
            drawn =>
            {
                var found = drawn.Served.Violations(drawn.done, drawn.limits);
                return found.SequenceEqual(drawn.Served.Violations(drawn.done.By(drawn.order), drawn.limits))
                    && found.SequenceEqual(found.OrderBy(one => one.Engagement.Date).ThenBy(one => one.Engagement.Id, StringComparer.Ordinal));
            });

    [Xunit.Fact]
    public void Of_too_many_the_later_ones_are_told_with_their_number()
    {
        var served = Served.Always(Wealth20, None);
        Engagement[] sent =
        [
            Message("c", 20), Message("a", 20), Message("b", 16), Message("greeting", 18) with { Kind = EngagementKind.Greeting }, Message("app", 18) with { Channel = Channel.App }, Message("next-week", 23),
        ];
        Assert.Equal(
            Array<Violation>(
                new Violation.TooManyInMonth(Message("a", 20), 2, 1), new Violation.TooManyInWeek(Message("c", 20), 3, 2), new Violation.TooManyInMonth(Message("c", 20), 3, 1),
                new Violation.TooManyInMonth(Message("next-week", 23), 4, 1)),
            served.Violations(sent, new ContactLimits(2, 1)));
    }

    [Xunit.Fact]
    public void The_shipped_standards_can_be_kept_within_the_usual_limits() =>
        Assert.All(ShippedStandards.All, standard => Assert.Empty(standard.Conflicts(ContactLimits.Usual)));

    [Xunit.Fact]
    public void Four_messages_a_month_are_too_many_for_three()
    {
        var conflicts = PersonalAssetService.Standard.Conflicts(new ContactLimits(2, 3));
        Assert.Equal(Array("wealth-500", "wealth-100", "wealth-20"), conflicts.Map(conflict => conflict.Class.Value));
        Assert.All(conflicts, conflict => Assert.Equal(("product-message", "2026-01", 4, 3), (conflict.Obligation.Code, conflict.Period.ToString(), conflict.Asked, conflict.Possible)));
        var fault = Assert.Single(new ContactLimits(2, 3).Check(Array(PersonalAssetService.Standard)).FailAsEnumerable(), fault => fault.Place is Place.Pointer("/personal-asset-service/wealth-20/product-message"));
        Assert.Contains("2026-01", fault.Detail.En, StringComparison.Ordinal);
        Assert.True(ContactLimits.Usual.Check(ShippedStandards.All).IsSuccess);
    }

    /// <summary>One a week is enough for every month, whose weeks are five at least where it shares one; it is too little for five.</summary>
    [Xunit.Fact]
    public void A_conflict_of_weeks_shows_in_the_first_month_without_enough()
    {
        Assert.Equal(Array(("product-message", "2026-02", 5, 4)), Told(new ContactLimits(1, 8), new Frequency(5, PeriodLength.Month)));
        Assert.Empty(Told(new ContactLimits(1, 8), new Frequency(4, PeriodLength.Month)));
        Assert.Equal(Array(("product-message", "2027", 53, 52)), Told(new ContactLimits(1, 8), new Frequency(53, PeriodLength.Year)));
    }

    [Law(100)]
    public Property Higher_limits_bring_no_conflict() =>
        Law.ForAll(
            from standard in Marketing
            from limits in Limits
            from week in Gen.Choose(0, 2)
            from month in Gen.Choose(0, 4)
            select (standard, limits, new ContactLimits(limits.PerWeek + week, limits.PerMonth + month)),
            drawn => drawn.standard.Conflicts(drawn.limits).Count > 0 || drawn.standard.Conflicts(drawn.Item3).IsEmpty);

    [Law(25)]
    public Property A_conflict_of_the_standard_is_one_of_every_customer_who_refuses_nothing() =>
        Law.ForAll(
            from standard in Marketing
            from limits in Limits
            select (standard, limits),
            drawn =>
            {
                var years = ContactConflicts.Years;
                var duties = Crowded(drawn.standard, Served.Always(Wealth20, None), years, [], drawn.limits, years.From);
                return drawn.standard.Conflicts(drawn.limits)
                    .Map(conflict => (conflict.Obligation, conflict.Period.End, conflict.Asked - conflict.Possible)).ToHashSet()
                    .SetEquals(duties.GroupBy(duty => duty.Obligation).Select(same => (same.Key, same.First().Due, same.Count(duty => duty.Due == same.First().Due))));
            });

    [Law(100)]
    public Property Conflicts_of_adjoining_queries_join() =>
        Law.ForAll(
            from served in Customers(PersonalAssetService.Standard)
            from done in Done(Months, 40)
            from limits in Limits
            from query in Queries
            from at in Gen.Choose(0, query.Days - 1)
            from today in Recent
            select (served, done, limits, query, query.From.AddDays(at), today),
            drawn =>
            {
                var (served, done, limits, query, cut, today) = drawn;
                Arr<Duty> Conflicts(DateRange days) => Crowded(PersonalAssetService.Standard, served, days, done, limits, today);
                var after = cut < query.To ? Conflicts(new DateRange(cut.AddDays(1), query.To)) : Array<Duty>();
                return Conflicts(new DateRange(query.From, cut)).Concat(after).SequenceEqual(Conflicts(query));
            });

    [Law(100)]
    public Property Only_marketing_that_is_still_to_be_done_is_in_conflict() =>
        Law.ForAll(
            from drawn in Cases
            from done in Done(Months, 60)
            from limits in Limits
            from query in Queries
            from today in Recent
            select (drawn.Standard, drawn.Served, done, limits, query, today),
            drawn =>
            {
                var (standard, served, done, limits, query, today) = drawn;
                var open = standard.Assess(served, Calendar, query, done, [], today)
                    .Filter(assessed => assessed.Status is DutyStatus.Due or DutyStatus.Upcoming && assessed.Duty.Due >= today && assessed.Duty.Obligation.IsMarketing)
                    .Map(assessed => assessed.Duty);
                var conflicts = Crowded(standard, served, query, done, limits, today);
                var none = Crowded(standard, served, query, done, new ContactLimits(0, 9), today);
                return conflicts.ForAll(duty => open.Contains(duty)) && none.SequenceEqual(open);
            });

    [Law(100)]
    public Property What_is_planned_with_the_room_it_takes_is_what_is_planned_alone() =>
        Law.ForAll(
            from drawn in Cases
            from done in Done(Months, 40)
            from query in Queries
            from today in Recent
            select (ServiceStanding.Of(drawn.Standard, drawn.Served), done, query, today),
            drawn =>
            {
                var (standing, done, query, today) = drawn;
                var alone = standing.Duties(Calendar, query, done, today);
                return new[] { query.From.AddDays(-1), query.From, query.To }
                    .All(last => OwedInWindow.Of(standing, Calendar, query, done, today, last).Duties.SequenceEqual(alone));
            });

    [Xunit.Fact]
    public void What_was_sent_takes_room()
    {
        var served = Served.Always(Wealth20, None);
        var query = new DateRange(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31));
        Arr<(string, DateOnly, int)> Conflicts(params Engagement[] sent) =>
            Crowded(PersonalAssetService.Standard, served, query, sent, ContactLimits.Usual, Today)
                .Map(duty => (duty.Obligation.Code, duty.Due, duty.Ordinal.Map(ordinal => ordinal.At).IfNone(0)));
        Engagement[] six = [.. Enumerable.Range(1, 6).Select(day => Message($"p{day}", day) with { Kind = EngagementKind.Promotion })];
        Assert.Empty(Conflicts());
        Assert.Equal(Array(("product-message", new DateOnly(2026, 11, 30), 3), ("product-message", new DateOnly(2026, 11, 30), 4)), Conflicts(six));
        Assert.Empty(Conflicts([.. six, Message("m1", 2), Message("m2", 3), Message("m3", 4), Message("m4", 5)]));
    }

    /// <summary>The duties of somebody under a standard that contact limits leave no room for.</summary>
    private static Arr<Duty> Crowded(
        Standard standard, Served served, DateRange query, IReadOnlyCollection<Engagement> done, ContactLimits limits, DateOnly today) =>
        OwedInWindow.Of(ServiceStanding.Of(standard, served), Calendar, query, done, today, last: query.To).WithoutRoom(limits).Map(duty => duty.Assessed.Duty);

    private static Arr<(string, string, int, int)> Told(ContactLimits limits, Frequency often) =>
        (PersonalAssetService.Standard with
        {
            Classes = Array(new ClassCare(Wealth20, Array<Obligation>(new Obligation.ProductMessage(often, new Terms(Array(Channel.Sms), Array(Role.Teller), Array(Role.Teller), Array<Citation>()))))),
        }).Conflicts(limits).Map(conflict => (conflict.Obligation.Code, conflict.Period.ToString(), conflict.Asked, conflict.Possible));

    private static Engagement Message(string id, int day) => new(id, new DateOnly(2026, 11, day), Channel.Sms, EngagementKind.ProductMessage);

    private static IEnumerable<string> Expected(Served served, Engagement[] done, ContactLimits limits, Engagement one)
    {
        var wished = served.ConsentsOn(one.Date);
        var before = done.Count(other => Marketing(other) && other.Channel == one.Channel && Monday(other.Date) == Monday(one.Date) && Earlier(other));
        var month = done.Count(other => Marketing(other) && other.Channel == one.Channel && (other.Date.Year, other.Date.Month) == (one.Date.Year, one.Date.Month) && Earlier(other));
        return new[]
        {
            ("refused-channel", wished.Refused.Contains(one.Channel)),
            ("no-consent", (Marketing(one) && !wished.Granted.Contains(ConsentPurpose.Marketing)) || (one.Kind == EngagementKind.Survey && wished.Withdrawn.Contains(ConsentPurpose.Survey))),
            ("too-many-in-week", Marketing(one) && before >= limits.PerWeek),
            ("too-many-in-month", Marketing(one) && month >= limits.PerMonth),
        }.Where(violation => violation.Item2).Select(violation => violation.Item1);

        static bool Marketing(Engagement engagement) => engagement.Kind.Code() is "product-message" or "promotion" or "market-information" or "event-invitation";
        static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        bool Earlier(Engagement other) => other.Date < one.Date || (other.Date == one.Date && string.CompareOrdinal(other.Id, one.Id) < 0);
    }
}
