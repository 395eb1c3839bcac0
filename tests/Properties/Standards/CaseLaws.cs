using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Standards;

/// <summary>The life of a case: steps in order, none left out, closed only with its record; its events rebuild it.</summary>
public sealed class CaseLaws
{
    private static readonly WorkCalendar Calendar = new(Array<DayMoved>());

    private static readonly CustomerId Somebody = CustomerId.From("P-1").IfFail(_ => throw new InvalidOperationException("a good id"));

    private static readonly DateTime Start = new(2026, 2, 13, 16, 30, 0);

    /// <summary>Commands a few minutes to a few days apart, now and then before the one before; often the one that comes next.</summary>
    internal static readonly Gen<Arr<CaseCommand>> Commands =
        from count in Gen.Choose(1, 40)
        from minutes in Gen.OneOf(Gen.Choose(0, 90), Gen.Choose(0, 5_000), Gen.Choose(0, 5_000), Gen.Choose(-30, 10)).ArrayOf(count)
        from what in Gen.Choose(0, 14).ArrayOf(count)
        from type in Gen.Elements(CaseType.Request, CaseType.Complaint)
        from urgency in Gen.Elements(Urgency.Normal, Urgency.Urgent)
        select Run(minutes, what, type, urgency);

    [Law]
    public Property A_case_is_closed_only_with_its_record_and_every_step_before_it() =>
        Law.ForAll(Commands, commands => States(commands).All(state => state.ForAll(one =>
            one.Steps.Map(step => step.Step).SequenceEqual(Enum.GetValues<CaseStep>().Take(one.Steps.Count))
            && (one.ClosedAt.IsNone || one.Steps.Count > (int)(one.Type == CaseType.Complaint ? CaseStep.FollowUp : CaseStep.Record))
            && (one.Steps.IsEmpty || one.Handler.IsSome))));

    [Law]
    public Property Commands_are_refused_exactly_where_the_rules_say() =>
        Law.ForAll(Commands, commands => commands.Fold((State: Option<ServiceCase>.None, Good: true), (at, command) =>
        {
            var decided = at.State.Decide(command);
            return (decided.Match(Left: _ => at.State, Right: happened => at.State.Evolve(happened)), at.Good && decided.IsRight == Allowed(at.State, command));
        }).Good);

    [Law]
    public Property Replaying_the_events_rebuilds_the_case() =>
        Law.ForAll(Commands, commands =>
        {
            var (state, events) = commands.Fold((State: Option<ServiceCase>.None, Events: Array<CaseEvent>()), (at, command) => at.State.Decide(command).Match(
                Left: _ => at,
                Right: happened => (at.State.Evolve(happened), at.Events.Add(happened))));
            return CaseHandling.Replay(events) == state && events.Zip(events.Skip(1)).All(pair => pair.Item1.At <= pair.Item2.At);
        });

    /// <summary>A request that comes back up to three times, each time taken on sooner or later, and perhaps not closed in the end.</summary>
    private static Gen<Arr<CaseCommand>> Rounds { get; } =
        from urgency in Gen.Elements(Urgency.Normal, Urgency.Urgent)
        from waits in Gen.Choose(0, 3_000).NonEmptyListOf()
        from left in Gen.Choose(0, 11)
        select Rounded(urgency, [.. waits.Take(3)], left);

    private static Arr<CaseCommand> Rounded(Urgency urgency, int[] waits, int left)
    {
        var (at, commands) = (new DateTime(2026, 3, 2, 9, 0, 0), new List<CaseCommand>());
        foreach (var wait in waits)
        {
            commands.Add(commands.Count == 0
                ? new CaseCommand.Open(at, Somebody, "A", CaseType.Request, CaseSubject.Other, urgency, "x")
                : new CaseCommand.Reopen(at, "again"));
            commands.Add(new CaseCommand.Acknowledge(at = at.AddMinutes(wait), "Li", None));
            commands.AddRange(Enum.GetValues<CaseStep>().Where(step => step <= CaseStep.Record).Select(step => new CaseCommand.Step(at, step, "")));
            commands.Add(new CaseCommand.Close(at = at.AddMinutes(wait / 3)));
            at = at.AddDays(1);
        }

        return new Arr<CaseCommand>(commands.SkipLast(left));
    }

    /// <summary>Told from the events alone: every round is acknowledged in its time or not, and lasts from its beginning to its closing.</summary>
    [Law(1_000)]
    public Property A_case_is_late_in_the_statistics_if_one_of_its_rounds_was() =>
        Law.ForAll(Gen.OneOf(Commands, Rounds), commands =>
        {
            var events = commands.Fold((State: Option<ServiceCase>.None, Events: Array<CaseEvent>()), (at, command) => at.State.Decide(command).Match(
                Left: _ => at,
                Right: happened => (at.State.Evolve(happened), at.Events.Add(happened)))).Events;
            if (CaseHandling.Replay(events).Case is not ServiceCase one)
            {
                return true;
            }

            var (now, began, waiting, late, minutes) = (one.LastAt.AddDays(60), one.OpenedAt, true, false, 0L);
            foreach (var happened in events)
            {
                var due = Calendar.After(began, TimeSpan.FromHours(one.Type == CaseType.Complaint || one.Urgency == Urgency.Urgent ? 1 : 8));
                (began, waiting) = happened switch { CaseEvent.Reopened => (happened.At, true), CaseEvent.Acknowledged => (began, false), _ => (began, waiting) };
                late |= happened is CaseEvent.Acknowledged && happened.At > due;
                minutes += happened is CaseEvent.Closed ? (long)Calendar.Between(began, happened.At).TotalMinutes : 0;
            }

            var tally = one.Tally(Calendar, now);
            return (tally.AcknowledgedLate == 1) == (late || waiting) && (tally.AcknowledgedInTime == 1) == (!late && !waiting)
                && tally.MinutesToClose == (one.ClosedAt.IsSome ? minutes : 0);
        });

    [Law]
    public Property What_is_stored_of_a_case_is_its_events() =>
        Law.ForAll(Commands, commands =>
        {
            var events = commands.Fold((State: Option<ServiceCase>.None, Events: Array<CaseEvent>()), (at, command) => at.State.Decide(command).Match(
                Left: _ => at,
                Right: happened => (at.State.Evolve(happened), at.Events.Add(happened)))).Events;
            return CaseRow.From(CaseRow.ToBody(events)) == events;
        });

    [Law]
    public Property Complaints_and_urgent_needs_are_acknowledged_within_an_hour_of_working_time() =>
        Law.ForAll(Commands, commands => States(commands).All(state => state.ForAll(one =>
        {
            var (ack, hours) = (one.Acknowledgement(Calendar, one.LastAt), one.Type == CaseType.Complaint || one.Urgency == Urgency.Urgent ? 1 : 8);
            var taken = Calendar.Between(one.RoundAt, one.AcknowledgedAt.IfNone(one.LastAt));
            return ack.Promptness == (taken > TimeSpan.FromHours(hours) ? Promptness.Late : one.AcknowledgedAt.IsSome ? Promptness.InTime : Promptness.Pending)
                || taken == TimeSpan.FromHours(hours);
        })));

    [Law]
    public Property A_complaint_is_the_lobby_managers_unless_another_role_is_named() =>
        Law.ForAll(Commands, commands => States(commands).All(state => state.ForAll(one =>
            one.HandledBy == (one.Handler == Some("Li Lei") ? Some(Role.OutletHead) : one.Type == CaseType.Complaint ? Some(Role.LobbyManager) : None))));

    /// <summary>Whatever is written into a case, reopening ends before it is without bounds, and every round can be ended.</summary>
    [Xunit.Fact]
    public void Texts_of_a_case_are_bounded_and_no_round_is_cut_short()
    {
        var text = new string('长', CaseHandling.LongestText);
        var commands = Enum.GetValues<CaseStep>().Select(CaseCommand (step) => new CaseCommand.Step(Start, step, text))
            .Prepend(new CaseCommand.Acknowledge(Start, text, None)).Append(new CaseCommand.Close(Start)).ToList();
        var (state, longest) = (Then(None, new CaseCommand.Open(Start, Somebody, "A", CaseType.Complaint, CaseSubject.Fee, Urgency.Normal, text)), 0);
        while (state.Exists(one => one.Phase == CasePhase.Opened))
        {
            state = commands.Aggregate(state, Then);
            Assert.Equal(Some(CasePhase.Closed), state.Map(one => one.Phase));
            longest = state.Map(one => one.Written).IfNone(0);
            state = Then(state, new CaseCommand.Reopen(Start, text));
        }

        Assert.InRange(longest, CaseHandling.MostWritten, CaseHandling.MostWritten + (11 * CaseHandling.LongestText));
    }

    [Law(100)]
    public Property Tallies_of_parts_add_up_to_the_whole_in_any_order() =>
        Law.ForAll(from runs in Commands.ArrayOf(6) from cut in Gen.Choose(0, 6) select (runs, cut), drawn =>
        {
            var cases = drawn.runs.SelectMany(run => States(run).Last().AsEnumerable()).ToList();
            var now = Start.AddDays(400);
            CaseTally Sum(IEnumerable<ServiceCase> some) => some.By(Calendar, now).Fold(CaseTally.None, (sum, row) => sum + row.Tally);
            return cases.Count(one => one.Reopenings > 0) == Sum(cases).Reopened && Sum(cases) == Sum(cases.Take(drawn.cut).Reverse()) + Sum(cases.Skip(drawn.cut)) && Sum(cases).Cases == cases.Count;
        });

    private static IEnumerable<Option<ServiceCase>> States(Arr<CaseCommand> commands)
    {
        var state = Option<ServiceCase>.None;
        foreach (var command in commands)
        {
            state = Then(state, command);
            yield return state;
        }
    }

    private static Option<ServiceCase> Then(Option<ServiceCase> state, CaseCommand command) =>
        state.Decide(command).Match(Left: _ => state, Right: happened => state.Evolve(happened));

    /// <summary>The rules, said a second time.</summary>
    private static bool Allowed(Option<ServiceCase> state, CaseCommand command) => state.Match(
        None: () => command is CaseCommand.Open,
        Some: one => command.At >= one.LastAt && command switch
        {
            CaseCommand.Open => false,
            CaseCommand.Acknowledge => one.ClosedAt.IsNone && one.Handler.IsNone,
            CaseCommand.Step(_, var step, _) => one.ClosedAt.IsNone && one.Handler.IsSome && (int)step == one.Steps.Count,
            CaseCommand.Close => one.ClosedAt.IsNone && one.Steps.Count >= (one.Type == CaseType.Complaint ? 9 : 8),
            CaseCommand.Reopen => one.ClosedAt.IsSome,
            _ => false,
        });

    private static Arr<CaseCommand> Run(int[] minutes, int[] what, CaseType type, Urgency urgency)
    {
        var (at, commands) = (Start, Array<CaseCommand>());
        var next = 0;
        for (var i = 0; i < what.Length; i++)
        {
            at = at.AddMinutes(minutes[i]);
            commands = commands.Add(i == 0 && what[0] > 0 ? new CaseCommand.Open(at, Somebody, "A", type, CaseSubject.Fee, urgency, "手续费")
                : i == 1 && what[1] > 1 ? new CaseCommand.Acknowledge(at, "Han Meimei", None)
                : what[i] switch
                {
                    0 => new CaseCommand.Open(at, Somebody, "A", type, CaseSubject.Staff, urgency, "a second one"),
                    1 or 2 => new CaseCommand.Acknowledge(at, "Li Lei", Some(Role.OutletHead)),
                    3 => new CaseCommand.Step(at, (CaseStep)(minutes[i] is var m && m < 0 ? 0 : m % 9), "out of order, perhaps"),
                    4 => new CaseCommand.Close(at),
                    5 when next > 7 => new CaseCommand.Reopen(at, "again"),
                    6 or 7 when next > 8 => new CaseCommand.Close(at),
                    8 or 9 when next > 9 => new CaseCommand.Reopen(at, "still"),
                    _ => new CaseCommand.Step(at, (CaseStep)(next++ % 9), "done"),
                });
        }

        return commands;
    }
}
