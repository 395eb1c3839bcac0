using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Http;
using LanguageExt;

namespace Kehu.Properties.Runs;

/// <summary>Generated lives of banks, and what runs find in them.</summary>
internal static class RunGenerators
{
    /// <summary>Policies for persons, for enterprises, for both, and for portfolios.</summary>
    private static readonly string[] Policies = ["annual-volume-tier", "enterprise-size", "pareto-abc", "personal-asset-tier", "activity"];

    public static Gen<Event.Runs> Asked =>
        from policies in Gen.NonEmptyListOf(Gen.Elements(Policies))
        from asOf in Gen.Frequency((3, Gen.Constant("2026-11-20")), (1, Gen.Elements("2026-11-21", "2026-09-30", "2026-06-30", "2024-02-29")))
        select new Event.Runs(new Arr<string>(policies.Distinct()), DateOnly.ParseExact(asOf, "yyyy-MM-dd"));

    private static Gen<Event> Filing => Portfolios.Records.Select(Event (record) => new Event.Files(record));

    private static Gen<Event> Withdrawal => Portfolios.Records.Select(Event (record) => new Event.Withdraws(record.Id.Value));

    /// <summary>Records and withdrawals.</summary>
    public static Gen<Event[]> Writing(int most) => Many(most, Gen.Frequency((8, Filing), (1, Withdrawal)));

    /// <summary>Records alone.</summary>
    public static Gen<Event[]> Filings(int most) => Many(most, Filing);

    /// <summary>Records, withdrawals and runs, under a clock that is moved.</summary>
    public static Gen<Event[]> Lives(int most) => Many(most, Gen.Frequency((8, Filing), (1, Withdrawal), (1, ClockMove), (3, Asked.Select(Event (asked) => asked))));

    private static Gen<Event> ClockMove =>
        Gen.Elements(TimeSpan.FromSeconds(-10), TimeSpan.FromTicks(-1), TimeSpan.FromDays(-400), TimeSpan.FromDays(400), TimeSpan.FromHours(1)).Select(Event (by) => new Event.ClockMoves(by));

    private static Gen<Event[]> Many(int most, Gen<Event> events) => from count in Gen.Choose(0, most) from happened in events.ArrayOf(count) select happened;

    private static Gen<RunVerdict> Verdicts => Gen.OneOf(
        Gen.Choose(0, 5).Select(RunVerdict (place) => new RunVerdict.Decided(place)),
        from place in Gen.Choose(0, 5) from standing in Gen.Elements(Enum.GetValues<RankReason>()) select (RunVerdict)new RunVerdict.Ranked(place, standing),
        Opens,
        Gen.Elements("closed", "other-kind", "out-of-scope").Select(RunVerdict (reason) => new RunVerdict.NotApplicable(reason)));

    private static Gen<RunVerdict> Opens =>
        from bits in Gen.Choose(1, 63)
        from may in Gen.Elements(true, false)
        from missing in Gen.SubListOf("employees", "industry", "totalAssets")
        select (RunVerdict)new RunVerdict.Open(new OutcomeSet((ulong)bits), may, new Arr<string>(missing));

    /// <summary>Two policies of six classes each.</summary>
    public static Arr<RunPolicy> Two { get; } = new(Enumerable.Range(1, 2).Select(at => new RunPolicy(
        new PolicyId($"policy-{at}"), at, new string('a', 64), new Arr<ClassCode>(Enumerable.Range(0, 6).Select(place => new ClassCode($"c{place}"))))));

    private static Gen<DateTime> Moments => Gen.Choose(0, int.MaxValue).Select(ticks => new DateTime(638_000_000_000_000_000 + (ticks * 977L), DateTimeKind.Utc));

    private static Gen<DateOnly> Days => Gen.Choose(700_000, 760_000).Select(DateOnly.FromDayNumber);

    private static Gen<Option<T>> Maybe<T>(Gen<T> values) => Gen.OneOf(Gen.Constant(Option<T>.None), values.Select(Prelude.Some));

    /// <summary>Parts of what a run of the two found.</summary>
    public static Gen<RunChunk> Chunks =>
        from count in Gen.Choose(0, 12)
        from customers in Gen.CollectToArray(Enumerable.Range(0, count), at =>
            from asOf in Days
            from recordedAt in Moments
            from assets in Maybe(Gen.Choose(-1_000_000, int.MaxValue).Select(fen => fen * 1_000_003L))
            from verdicts in Verdicts.ArrayOf(2)
            select new DecidedCustomer($"C-{at:00}", asOf, recordedAt, assets, new Arr<RunVerdict>(verdicts)))
        select new RunChunk(new Arr<DecidedCustomer>(customers));

    private static Gen<RunSum> Sums =>
        from customers in Gen.Choose(0, 9)
        from assets in Gen.Choose(0, int.MaxValue)
        from unvalued in Gen.Choose(0, 9)
        select customers == 0 ? default : new RunSum(customers, (assets - 7) * (Int128)long.MaxValue, unvalued);

    private static Gen<PolicyRun> PolicyRuns =>
        from policy in Gen.Elements(Two.AsEnumerable())
        from before in Gen.Elements(Two.AsEnumerable())
        from previous in Gen.Elements(true, false)
        from looksBack in Gen.Elements(true, false)
        from counts in Gen.Choose(0, int.MaxValue).ArrayOf(policy.Answers)
        from sums in Sums.ArrayOf((before.Answers + 1) * (policy.Answers + 1))
        from lines in Maybe(Maybe(from id in Gen.Elements("A", "B-1") from amount in Gen.Choose(1, int.MaxValue) select new Ranked(id, Prelude.Some((long)amount))).ArrayOf(2))
        select new PolicyRun(
            policy,
            previous ? new PreviousRun("08de28a8b2f1c000", before, 1) : Option<PreviousRun>.None,
            looksBack,
            new RunTally(new Arr<long>(counts.Select(count => (long)count))),
            previous ? new RunMatrix(before, policy, new Arr<RunSum>(sums)) : Option<RunMatrix>.None,
            lines.Map(all => new Arr<Option<Ranked>>(all)));

    /// <summary>Runs in any phase, whether they make sense or not.</summary>
    public static Gen<Run> Runs =>
        from asOf in Days
        from moments in Moments.ArrayOf(4)
        from phase in Gen.Elements(Enum.GetValues<RunPhase>())
        from known in Gen.Elements(true, false).ArrayOf(4)
        from failure in Gen.Elements(Enum.GetValues<RunFailure>())
        from numbers in Gen.Choose(0, int.MaxValue).ArrayOf(4)
        from policies in PolicyRuns.ArrayOf(2)
        select new Run(
            "08de28a8b2f1c000", asOf, moments[0], phase, When(known[0], moments[1]), When(known[1], moments[2]), When(known[2], moments[3]),
            new RunProgress(numbers[0], numbers[1], "A", numbers[2], numbers[3], known[0] ? "B" : ""), new Arr<PolicyRun>(policies), When(known[3], failure));

    private static Option<T> When<T>(bool known, T value) => known ? Prelude.Some(value) : Option<T>.None;
}
