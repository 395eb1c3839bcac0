using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>Customers with records and events around the days that indicators look at, with amounts at the lines that they draw.</summary>
internal static class EvaluationGenerators
{
    public static readonly DateOnly Today = new(2026, 8, 20);

    public static readonly DateTime Now = Today.ToDateTime(new TimeOnly(15, 30));

    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies"));

    public static readonly EvaluationBasis Basis = new(
        EvaluationNumbers.Default,
        ShippedStandards.All.Map(standard => new StandardInForce(standard, Policy(standard.Policy))),
        Policy(AnnualVolumeTier.Id),
        Policy(AnnualVolumeTier.Id),
        Policy(KeyAccountAbc.Id),
        new WorkCalendar(Array<DayMoved>()));

    public static readonly IndicatorBook Indicators = new(Basis);

    /// <summary>Periods that are over, under way, a leap year's start among the days looked back to.</summary>
    public static Gen<EvaluatedDays> Periods { get; } = Gen.Elements("2026-Q2", "2026-Q3", "2026-07", "2026-08", "2026", "2025-02", "2024-02", "2025-H1", "2026-W33").Select(Of);

    /// <summary>Files of persons and enterprises, most of them with several records.</summary>
    public static Gen<CustomerFile> Files { get; } =
        from kind in Gen.Frequency((4, Gen.Constant(CustomerKind.Personal)), (1, Gen.Constant(CustomerKind.Enterprise)))
        from days in Days.NonEmptyListOf()
        from records in Gen.CollectToArray(days.Distinct().Order().Take(4), day => Record(kind, day))
        from done in Events(2, (id, day) => from channel in Gen.Elements(Channel.Phone, Channel.Sms) from what in Gen.Elements(EngagementKind.ActiveContact, EngagementKind.Greeting, EngagementKind.ProductMessage) select new Engagement(id, day, channel, what))
        from surveys in Events(3, (id, day) =>
            from answer in Gen.Frequency((1, Gen.Constant(Option<Satisfaction>.None)), (6, Gen.Elements(Enum.GetValues<Satisfaction>()).Select(Some)))
            from comment in Gen.Elements(Some("网点排队太久"), None)
            select new Survey(id, day, answer) { Comment = comment })
        from purchases in Events(3, (id, day) => Gen.Constant(new Purchase(id, day, "fund")))
        from cases in Cases
        select new CustomerFile(new Arr<CustomerRecord>(records), done, surveys, purchases, [.. cases.SelectMany(events => CaseHandling.Replay(events).AsEnumerable())]);

    public static Gen<CustomerFile[]> Portfolios { get; } = Gen.Choose(0, 6).SelectMany(count => Files.ArrayOf(count));

    public static EvaluatedDays Of(string period) => (
        from read in Period.Read(period).Map(DateRange.Of) || WeekName.Read(period)
        from days in EvaluatedDays.Of(period, read, Today)
        select days).IfNone(() => throw new InvalidOperationException("a period that has begun"));

    public static Evaluated Count(IEnumerable<CustomerFile> files, params EvaluatedDays[] periods)
    {
        var count = new EvaluationCount(Indicators, new Arr<EvaluatedDays>(periods), periods.Length, Today, Now);
        files.ToList().ForEach(count.Add);
        return count.Done();
    }

    private static CompiledPolicy Policy(PolicyId id) => Book.Find(id.Value).IfNone(() => throw new InvalidOperationException($"{id} is shipped"));

    /// <summary>Days on which the looks back begin and end, those beside them, and any others.</summary>
    private static Gen<DateOnly> Days { get; } = Gen.Frequency(
        (2, Gen.Choose(0, 1_300).Select(day => new DateOnly(2023, 6, 1).AddDays(day))),
        (3, from day in Gen.Elements(
                new DateOnly(2023, 2, 28), new DateOnly(2024, 2, 29), new DateOnly(2024, 3, 31), new DateOnly(2024, 6, 30), new DateOnly(2025, 2, 28), new DateOnly(2025, 3, 31), new DateOnly(2025, 6, 30), new DateOnly(2025, 8, 20),
                new DateOnly(2025, 12, 31), new DateOnly(2026, 3, 31), new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 31), Today)
            from beside in Gen.Choose(-1, 1)
            select day.AddDays(beside)));

    private static Gen<T[]> Events<T>(int most, Func<string, DateOnly, Gen<T>> one) =>
        from days in Days.ListOf()
        from events in Gen.CollectToArray(days.Where(day => day <= Today).Take(most).Select((day, at) => (Id: $"e{at}", day)), given => one(given.Id, given.day))
        select events;

    private static Gen<CustomerRecord> Record(CustomerKind kind, DateOnly asOf) =>
        from outlet in Gen.Elements("OUT-1", "OUT-2")
        from manager in Gen.Elements(Some("M-1"), Some("M-2"), None)
        from onFile in Gen.Frequency((2, Gen.Constant(Enum.GetValues<DossierField>())), (1, Gen.SubListOf(Enum.GetValues<DossierField>()).Select(list => list.ToArray())))
        from declined in Dossiers.DossierGenerators.Refusals(asOf)
        from told in Gen.Choose(0, 1).ArrayOf(9).Select(picks => picks.Select(pick => pick == 1 ? Some("有") : None).ToArray())
        from assets in Maybe(Gen.Elements(5_000_000L, 20_000_000L, 100_000_000L, 500_000_000L, 0L).SelectMany(line => Gen.Choose(-1, 1).Select(beside => Math.Max(0, line + beside))))
        from products in Maybe(Gen.Frequency((2, Gen.Choose(0, 31).Select(held => (long)held)), (1, Gen.Elements(7L, 63L, 1L << 19))))
        from since in Maybe(Gen.Frequency((1, Days), (3, Gen.Constant(new DateOnly(2020, 1, 1)))).Select(day => (long)Earlier(day, asOf).DayNumber))
        from closed in Gen.Frequency((4, Gen.Constant(Option<long>.None)), (1, Gen.Choose(-60, 40).Select(days => Some((long)asOf.AddDays(days).DayNumber))))
        from volume in Maybe(Gen.Elements(0L, 4_999_999L, 5_000_000L, 10_000_000L))
        from purchases in Maybe(Gen.Choose(0, 3).Select(times => (long)times))
        from profit in Maybe(Gen.Elements(-100L, 0L, 5_000_000L))
        select new CustomerRecord(
            Id, kind, asOf, outlet, manager, told[0], new Contact(told[1], told[2], told[3], told[4], told[5]), new Preferences(Array<Channel>(), Some(true)), new Dossier(new Arr<DossierField>(onFile), told[6], told[7], told[8]) { Declined = declined },
            Facts((SharedFacts.TotalAssets, assets), (SharedFacts.Products, products), (SharedFacts.CustomerSince, since), (SharedFacts.ClosedOn, closed), (SharedFacts.AnnualTransactionVolume, volume),
                (SharedFacts.ProductPurchases12m, purchases), (SharedFacts.ProfitContribution, profit)));

    private static readonly CustomerId Id = CustomerId.From("C-1").IfFail(_ => throw new InvalidOperationException("a good id"));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static Gen<Option<long>> Maybe(Gen<long> value) => Gen.Frequency((1, Gen.Constant(Option<long>.None)), (5, value.Select(Some)));

    private static KnownFacts Facts(params (Fact Fact, Option<long> Value)[] known) =>
        known.Aggregate(FactCatalogue.Shipped.NothingKnown, (facts, one) => one.Value.Match(Some: value => facts.With(one.Fact, value), None: () => facts));

    /// <summary>A complaint acknowledged, settled and followed up after so many minutes each, or left where it was, and perhaps come back to; as its events.</summary>
    public static Gen<Arr<CaseEvent>[]> Cases { get; } =
        from days in Days.ListOf()
        from waits in Gen.Elements(5, 30, 3_000, 20_000).ArrayOf(10)
        from steps in Gen.Choose(0, 24)
        from type in Gen.Frequency((3, Gen.Constant(CaseType.Complaint)), (1, Gen.Constant(CaseType.Request)))
        select days.Where(day => day < Today).Take(2).Select(day => Case(day.ToDateTime(new TimeOnly(10, 0)), type, waits, steps)).ToArray();

    private static Arr<CaseEvent> Case(DateTime at, CaseType type, int[] waits, int steps)
    {
        var (state, events) = (Option<ServiceCase>.None, new List<CaseEvent>());
        for (var step = -1; step < steps; step++)
        {
            at = step < 0 ? at : at.AddMinutes(waits[step % waits.Length]);
            CaseCommand command = step < 0 ? new CaseCommand.Open(at, Id, "OUT-1", type, CaseSubject.Service, Urgency.Normal, "投诉") : (step % 12) switch
            {
                0 => new CaseCommand.Acknowledge(at, "M-1", None),
                <= 9 and var done => new CaseCommand.Step(at, (CaseStep)(done - 1), ""),
                10 => new CaseCommand.Close(at),
                _ => new CaseCommand.Reopen(at, "仍未解决"),
            };
            if (at <= Now)
            {
                state.Decide(command).IfRight(happened =>
                {
                    events.Add(happened);
                    state = state.Evolve(happened);
                });
            }
        }

        return new Arr<CaseEvent>(events);
    }
}
