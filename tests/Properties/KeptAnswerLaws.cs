using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>Kept answers: a call with a key is done once and answered alike for seven days, whatever comes between.</summary>
public sealed class KeptAnswerLaws
{
    private static readonly TimeSpan[] Whiles = [TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromDays(3), Keeping.KeptFor - TimeSpan.FromTicks(1), Keeping.KeptFor];

    private static readonly Gen<Move[]> Moves = Gen.Frequency(
        (8, from key in Gen.Choose(0, 3) from body in Gen.Elements("a", "a", "b") from refused in Gen.Elements(false, false, false, true) select (Move)new Move.Call(key, body, refused)),
        (2, Gen.Elements(Whiles).Select(time => (Move)new Move.Pass(time))),
        (1, Gen.Constant((Move)new Move.Purge()))).NonEmptyListOf().Select(moves => moves.ToArray());

    [Law]
    public Property A_call_with_a_key_is_done_once_in_seven_days_and_answered_alike() => Law.ForAll(Moves, AgreesWithModel);

    [Law]
    public Property What_is_kept_is_given_again_as_it_was() => Law.ForAll(
        from status in Gen.Choose(200, 299)
        from headers in Gen.OneOf(Gen.Constant(Option<string>.None), Gen.Elements("/v1/cases/1", "\"12\"", "zh-CN", "杭").Select(Some)).ArrayOf(3)
        from body in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()
        select new KeptAnswer(status, headers[0], headers[1], headers[2], body),
        answer =>
        {
            var asked = AskedOnce.Of("POST", "/x", "k", "{}"u8, Caller.Local);
            var row = asked.Keep(answer, 4, Now) is Write.Put put ? new Row(put.Id, put.Expected + 1, put.Body.ToArray()) : default;
            return asked.Recall(row, Now) is Recalled.Answered(var again) && again with { Body = answer.Body } == answer && again.Body.Span.SequenceEqual(answer.Body.Span)
                && AskedOnce.Of("POST", "/x", "k", "{} "u8, Caller.Local).Recall(row, Now) is Recalled.OtherBody;
        });

    [Xunit.Fact]
    public void Calls_differ_by_method_path_and_key() => Assert.Equal(8, (
        from method in Array("POST", "PUT") from path in Array("/a", "/ab") from key in Array("k", "bk") select AskedOnce.Of(method, path, key, default, Caller.Local).Id).Distinct().Count());

    /// <summary>A key is its caller's own, and an answer is for the rights that it was made with.</summary>
    [Xunit.Fact]
    public void A_key_belongs_to_a_caller_with_its_rights()
    {
        var callers = new[] { Caller.Local, Staff("wang.li", None), Staff("zhang.wei", None) };
        Assert.Equal(3, callers.Select(caller => AskedOnce.Of("POST", "/x", "k", default, caller).Id).Distinct().Count());
        var asked = AskedOnce.Of("POST", "/x", "k", default, callers[1]);
        var row = asked.Keep(KeptAnswer.Nothing, 0, Now) is Write.Put put ? new Row(put.Id, 1, put.Body.ToArray()) : default;
        Assert.IsType<Recalled.Answered>(AskedOnce.Of("POST", "/x", "k", default, Staff("wang.li", None)).Recall(row, Now));
        Assert.IsType<Recalled.OtherRights>(AskedOnce.Of("POST", "/x", "k", default, Staff("wang.li", Some("XIHU"))).Recall(row, Now));
        Assert.IsType<Recalled.OtherRights>(
            AskedOnce.Of("POST", "/x", "k", default, callers[1] with { Roles = AccessRoles.Staff | AccessRoles.Outlet }).Recall(row, Now));
        Assert.IsType<Recalled.OtherBody>(AskedOnce.Of("POST", "/x", "k", "{}"u8, Staff("wang.li", Some("XIHU"))).Recall(row, Now));

        static Caller Staff(string name, Option<string> unit) => new(name, IsSystem: false, AccessRoles.Staff, unit, None);
    }

    [Xunit.Fact]
    public async Task Twenty_at_once_have_one_effect_and_one_answer()
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"));
        var archive = Over(store, StandingClock.OnTheDay());
        for (var round = 0; round < 5; round++)
        {
            var asked = AskedOnce.Of("POST", "/x", $"key {round}", "{}"u8, Caller.Local);
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () => GivenAnswer(await archive.Do(asked, Origin, Appending($"{round} {i}"), default)))));
            Assert.Single(answers.Select(given => Text(given.Answer)).Distinct());
            Assert.Single(answers, given => !given.Replayed);
            Assert.Equal(round + 1, await store.Read("changes", 0, default).CountAsync());
        }
    }

    /// <summary>Of the same two calls at once, the one that sees what the other has done is not refused for it.</summary>
    [Xunit.Fact]
    public async Task A_call_refused_for_what_its_twin_did_meanwhile_is_answered_like_its_twin()
    {
        await using var store = new MemoryStore(Tables.Schema);
        var archive = Over(store, StandingClock.OnTheDay());
        var asked = AskedOnce.Of("POST", "/x", "k", default, Caller.Local);
        var given = GivenAnswer(await archive.Do(asked, Origin, async ct =>
        {
            await archive.Do(asked, Origin, Appending("twin"), ct);
            return Problem.Of(409);
        }, default));
        Assert.Equal((true, "twin"), (given.Replayed, Text(given.Answer)));
    }

    [Xunit.Fact]
    public async Task A_unit_that_never_fits_does_not_hang()
    {
        await using var store = new MemoryStore(Tables.Schema);
        var tries = 0;
        var done = await Over(store, StandingClock.OnTheDay()).Do(None, Origin, _ =>
        {
            tries++;
            return ValueTask.FromResult<Either<Problem, Effect>>(new Effect(Array<Write>(new Write.Put("cases", "1", 7, new byte[] { 1 }, StoreCommands.Keyed())), Answer("x"), Told));
        }, default);
        Assert.Equal((503, 200), (done.Match(Left: problem => problem.Status, Right: _ => 0), tries));
    }

    [Xunit.Fact]
    public async Task An_effect_and_its_answer_are_one_unit_and_survive_a_restart()
    {
        using var folder = new TemporaryFolder();
        var clock = StandingClock.OnTheDay();
        var asked = AskedOnce.Of("POST", "/x", "k", "{}"u8, Caller.Local);
        await using (var opened = Stores.Open(folder.File("kehu.db")))
        {
            var store = new RecordingStore(opened);
            await Over(store, clock).Do(asked, Origin, Appending("first"), default);
            var unit = Assert.Single(store.Units);
            Assert.Equal(["changes", Tables.Audit], unit.OfType<Write.Append>().Select(append => append.Log));
            Assert.Single(unit.OfType<Write.Put>(), put => put.Table == Keeping.Table);
        }

        clock.Pass(Keeping.KeptFor - TimeSpan.FromTicks(1));
        await using var again = Stores.Open(folder.File("kehu.db"));
        var given = GivenAnswer(await Over(again, clock).Do(asked, Origin, Appending("second"), default));
        Assert.Equal((true, "first"), (given.Replayed, Text(given.Answer)));
        Assert.Equal(1, await again.Read("changes", 0, default).CountAsync());
    }

    [Xunit.Fact]
    public async Task A_purge_of_many_removes_those_whose_time_is_over_and_no_others()
    {
        await using var store = new RecordingStore(new MemoryStore(Tables.Schema));
        var clock = StandingClock.OnTheDay();
        var archive = Over(store, clock);
        await Ask(archive, 0, 450);
        clock.Pass(TimeSpan.FromDays(3));
        await Ask(archive, 450, 30);
        clock.Pass(TimeSpan.FromDays(4));
        Assert.Equal(450, await archive.Purge(default));
        Assert.Equal(30, await store.Range(Keeping.Table, "", "", default).CountAsync());
        Assert.All(store.Units, unit => Assert.True(unit.Count <= 200));
        Assert.Equal(0, await archive.Purge(default));
    }

    private static async Task Ask(AnswerArchive archive, int from, int count)
    {
        for (var key = from; key < from + count; key++)
        {
            await archive.Do(AskedOnce.Of("POST", "/x", $"{key}", default, Caller.Local), Origin, Appending("x"), default);
        }
    }

    private static readonly DateTime Now = new(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>The moves on a service and on a dictionary: the answers, the effects and the rows that are left.</summary>
    private static async Task<bool> AgreesWithModel(Move[] moves)
    {
        await using var store = new MemoryStore(Tables.Schema);
        var clock = StandingClock.OnTheDay();
        var archive = Over(store, clock);
        var kept = new Dictionary<int, (string Body, string Answer, DateTimeOffset At)>();
        var (effects, agrees) = (0, true);
        foreach (var move in moves)
        {
            switch (move)
            {
                case Move.Pass(var time):
                    clock.Pass(time);
                    break;
                case Move.Purge:
                    await archive.Purge(default);
                    agrees &= await store.Range(Keeping.Table, "", "", default).CountAsync() == kept.Values.Count(known => clock.GetUtcNow() < known.At + Keeping.KeptFor);
                    break;
                case Move.Call(var key, var body, var refused):
                    var known = kept.TryGetValue(key, out var found) && clock.GetUtcNow() < found.At + Keeping.KeptFor ? Some(found) : None;
                    var expected = known.Match(
                        Some: first => first.Body == body ? $"200 {first.Answer} again" : "422",
                        None: () => refused ? "409" : $"200 {effects} new");
                    var said = await archive.Do(
                        AskedOnce.Of("POST", "/x", $"{key}", Encoding.UTF8.GetBytes(body), Caller.Local), Origin,
                        refused ? static _ => ValueTask.FromResult<Either<Problem, Effect>>(Problem.Of(409)) : Appending($"{effects}"), default);
                    agrees &= expected == said.Match(Left: problem => $"{problem.Status}", Right: given => $"200 {Text(given.Answer)} {(given.Replayed ? "again" : "new")}");
                    if (known.IsNone && !refused)
                    {
                        kept[key] = (body, $"{effects}", clock.GetUtcNow());
                        effects++;
                    }

                    agrees &= await store.Read("changes", 0, default).CountAsync() == effects;
                    break;
            }
        }

        return agrees;
    }

    private static readonly AuditOrigin Origin = new(Caller.Local, "test", None);

    private static readonly Deed Told = Deed.Of("test", "1");

    private static AnswerArchive Over(IStore store, TimeProvider time) => new(store, new AuditTrail(new Moments(time, null), time), time);

    private static KeptAnswer Answer(string text) => new(200, None, None, None, Encoding.UTF8.GetBytes(text));

    private static Func<CancellationToken, ValueTask<Either<Problem, Effect>>> Appending(string text) =>
        _ => ValueTask.FromResult<Either<Problem, Effect>>(new Effect(Array<Write>(new Write.Append("changes", Encoding.UTF8.GetBytes(text))), Answer(text), Told));

    private static GivenAnswer GivenAnswer(Either<Problem, GivenAnswer> done) => done.IfLeft(problem => throw new InvalidOperationException($"refused: {problem.Status}"));

    private static string Text(KeptAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    private abstract record Move
    {
        public sealed record Call(int Key, string Body, bool Refused) : Move;

        public sealed record Pass(TimeSpan Time) : Move;

        public sealed record Purge : Move;
    }

    /// <summary>A store that notes the units committed.</summary>
    private sealed class RecordingStore(IStore inner) : PassingStore(inner)
    {
        public List<IReadOnlyList<Write>> Units { get; } = [];

        public override ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
        {
            Units.Add([.. unit]);
            return Inner.Commit(unit, ct);
        }
    }
}
