using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties.Consents;

/// <summary>What a log of consents says.</summary>
public sealed class ConsentLogLaws
{
    private static Gen<Arr<LoggedConsent>> Many { get; } = ConsentGenerators.Logged.ListOf().Select(all => new Arr<LoggedConsent>(all));

    [Law]
    public Property The_state_of_any_day_is_what_was_said_last() => Law.ForAll(
        from events in Many from day in ConsentGenerators.Dates select (events, day),
        drawn => Same(ConsentLog.Of(drawn.events), drawn.events, drawn.day));

    [Law]
    public Property In_whatever_order_events_come_the_log_is_the_same() => Law.ForAll(
        from events in Many from shuffled in Gen.Shuffle(events.ToArray()) select (events, shuffled),
        drawn => ConsentLog.Of(drawn.events) == ConsentLog.Of(drawn.shuffled) && ConsentLog.Of(ConsentLog.Of(drawn.events).Events) == ConsentLog.Of(drawn.events));

    /// <summary>Each recorded after the one before, as it is: what is left out as said before changes nothing now or later.</summary>
    [Law]
    public Property One_by_one_the_last_event_counts() => Law.ForAll(Many, events =>
    {
        var (log, all) = (ConsentLog.Empty, new List<LoggedConsent>());
        foreach (var one in events.Map((at, one) => one with { RecordedAt = ConsentGenerators.Moment(at % 60).AddMinutes(at / 60) }))
        {
            all.Add(one);
            var before = log;
            log = log.Record(one) switch
            {
                ConsentAdding.Added(var added) => added,
                ConsentAdding.Unchanged => log,
                ConsentAdding.Full => throw new InvalidOperationException("few events"),
            };
            if (!Same(log, all, DateOnly.MaxValue) || log.Record(one) is not ConsentAdding.Unchanged)
            {
                return false;
            }
        }

        return true;
    });

    [Law]
    public Property Only_a_later_event_ends_a_refusal() => Law.ForAll(
        from events in Many from added in ConsentGenerators.Logged from now in Gen.Elements(true, false) select (events, added, now),
        drawn =>
        {
            var log = ConsentLog.Of(drawn.events);
            var after = (drawn.now ? log.Record(drawn.added) : log.Add(drawn.added)) is ConsentAdding.Added(var with) ? with : log;
            var (was, now) = (log.On(DateOnly.MaxValue), after.On(DateOnly.MaxValue));
            var ended = was.Withdrawn.Exists(purpose => !now.Withdrawn.Contains(purpose)) || was.Refused.Exists(channel => !now.Refused.Contains(channel));
            var refusals = log.Events.Filter(one => one.Event.Topic == drawn.added.Event.Topic && !one.Event.Says.Allows());
            return !ended || (drawn.added.Event.Says.Allows() && refusals.ForAll(one =>
                one.Event.Date < drawn.added.Event.Date
                || (one.Event.Date == drawn.added.Event.Date && !drawn.added.FromRecord && one.RecordedAt < drawn.added.RecordedAt)));
        });

    /// <summary>A feed that says the same every night keeps the log short, and still says it of its last night.</summary>
    [Xunit.Fact]
    public void A_log_has_an_end_and_feeds_do_not_fill_it()
    {
        var fed = Enumerable.Range(0, 5_000).Aggregate(ConsentLog.Empty, (log, night) =>
            Added(log, new LoggedConsent(ConsentEvent.Of(ConsentGenerators.Start.AddDays(night), Channel.Sms, accepted: false), ConsentGenerators.Moment(0).AddDays(night), FromRecord: true)));
        Xunit.Assert.Equal((DateOnly[])[ConsentGenerators.Start, ConsentGenerators.Start.AddDays(4_999)], fed.Events.Map(one => one.Event.Date).ToArray());
        var full = ConsentLog.Of(Enumerable.Range(0, ConsentLog.Most).Select(at => Said(at, at % 2 == 0)));
        Xunit.Assert.IsType<ConsentAdding.Full>(full.Add(Said(ConsentLog.Most, true)));
        Xunit.Assert.IsType<ConsentAdding.Unchanged>(full.Record(Said(3, false)));

        static LoggedConsent Said(int at, bool granted) =>
            new(ConsentEvent.Of(ConsentGenerators.Start.AddDays(at), ConsentPurpose.Marketing, granted), ConsentGenerators.Moment(0), FromRecord: false);

        static ConsentLog Added(ConsentLog log, LoggedConsent one) => log.Record(one) is ConsentAdding.Added(var added) ? added : log;
    }

    [Law]
    public Property Preferences_are_events_of_their_date() => Law.ForAll(
        from wishes in ConsentGenerators.Wishes from day in ConsentGenerators.Dates select (wishes, day),
        drawn => ConsentLog.Of(drawn.wishes.Recorded(drawn.day, ConsentGenerators.Moment(1))) is var log
            && log.On(drawn.day.AddDays(-1)) == ConsentState.Unknown
            && log.On(drawn.day).Refused == drawn.wishes.RefusedChannels
            && log.On(drawn.day).Allows(ConsentPurpose.Marketing) == (drawn.wishes.MarketingConsent == true)
            && !log.On(drawn.day).Allows(ConsentPurpose.PersonalisedOffers));

    private static bool Same(ConsentLog log, IEnumerable<LoggedConsent> events, DateOnly day) =>
        SlowConsents.State(log.On(day), SlowConsents.Accepted(events, day)) == SlowConsents.State(events, day);
}
