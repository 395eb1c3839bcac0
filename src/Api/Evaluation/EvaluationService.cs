using LanguageExt;
using Microsoft.Extensions.Caching.Memory;

namespace Kehu.Api;

/// <summary>
/// Figures over stored customers. Whole banks are counted one pass at a time, outlets and managers a few at a time; what was counted is kept for a while and
/// given again as long as nothing has been written to the store, so that one pass answers many questions about the same period.
/// </summary>
internal sealed class EvaluationService(
    EvaluationPass pass, PortfolioTurn turns, WatchedStore store, RuleBook rules, StandardsInForce standards, EvaluationNumbers numbers,
    WorkCalendar calendar, TimeProvider time)
    : IDisposable
{
    /// <summary>How long a count is given again (house): complaints become late by the hour even if nobody writes.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>How many units and lost customers of all counts are kept (house), a unit some three kilobytes.</summary>
    private const int MostKept = 2 * EvaluationPass.MostUnits;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private readonly FewAtATime few = new();

    /// <summary>The indicators with classes of a policy, all of them or those named.</summary>
    public IndicatorBook Book(CompiledPolicy groupedBy, Func<string, bool>? wanted = null) => new(
        new EvaluationBasis(numbers, standards.All, groupedBy, Policy(AnnualVolumeTier.Id), Policy(KeyAccountAbc.Id), calendar), wanted);

    /// <summary>Counts, or gives again what was counted.</summary>
    public ValueTask<CountResult<Evaluated>> Count(
        AccessScope sees, EvaluationQuery query, IndicatorBook book, DateOnly today, DateTime now, CancellationToken ct) => Given(
        string.Join(
            ' ',
            $"{Key(sees, query.Whose, today)}/{query.Grouped}{(query.Layers ? " layers" : "")}/{book.Basis.GroupedBy.Policy.Id}",
            string.Join(',', query.Periods.Map(period => period.Name)),
            string.Join(',', book.Indicators.Map(indicator => indicator.Id))),
        IsEverybody(sees, query.Whose),
        stop => pass.Count(sees, query, book, today, now, stop),
        evaluated => evaluated.Periods.Sum(period => period.Cells.Count),
        ct);

    /// <summary>The wealthy customers lost over some days, told now or given again.</summary>
    public ValueTask<CountResult<Arr<LostCustomer>>> Lost(
        AccessScope sees, UnitScope whose, EvaluatedDays days, CompiledPolicy groupedBy, DateOnly today, DateTime now, CancellationToken ct) =>
        Given(
            $"lost {Key(sees, whose, today)}/{groupedBy.Policy.Id} {days.Name}",
            IsEverybody(sees, whose),
            stop => pass.Lost(sees, whose, days, Book(groupedBy).Basis, today, now, stop),
            lost => lost.Count,
            ct);

    public void Dispose()
    {
        kept.Dispose();
        few.Dispose();
    }

    /// <summary>
    /// Gives again what is kept, or makes the pass. A pass is no snapshot of the store: while it goes on, customers may be written that it has seen or has yet
    /// to see. What it comes to is given to who asked, and kept only if nothing was written from its beginning to its end.
    /// </summary>
    private async ValueTask<CountResult<T>> Given<T>(
        string key, bool everybody, Func<CancellationToken, ValueTask<Option<T>>> made, Func<T, int> size, CancellationToken ct)
    {
        Option<CountResult<T>.Done>? counted = Known() is { IsSome: true } known ? known
            : everybody ? await turns.Run(Make, ct)
            : await few.Run(Make, ct);
        return counted is not { } done ? new CountResult<T>.Busy() : done.Match<CountResult<T>>(Some: what => what, None: () => new CountResult<T>.TooMuch());

        Option<CountResult<T>.Done> Known() => kept.TryGetValue(key, out Kept<T>? found) && found?.Commits == store.Commits ? found.Done : Prelude.None;

        // Whoever waited for a turn may find that the one before has counted the same.
        async ValueTask<Option<CountResult<T>.Done>> Make(CancellationToken stop)
        {
            if (Known() is { IsSome: true } found)
            {
                return found;
            }

            var before = store.Commits;
            return (await made(stop)).Map(what => Keep(before, new CountResult<T>.Done(what, time.GetUtcNow().UtcDateTime)));
        }

        CountResult<T>.Done Keep(long before, CountResult<T>.Done done)
        {
            if (store.Commits == before)
            {
                kept.Set(key, new Kept<T>(before, done), new MemoryCacheEntryOptions
                {
                    Size = Math.Max(1, size(done.What)),
                    AbsoluteExpirationRelativeToNow = Fresh,
                });
            }

            return done;
        }
    }

    private CompiledPolicy Policy(PolicyId id) => rules.Find(id.Value).IfNone(() => throw new InvalidOperationException($"{id} is shipped"));

    private static bool IsEverybody(AccessScope sees, UnitScope whose) => sees is AccessScope.Everything && whose.IsEverybody;

    private static string Key(AccessScope sees, UnitScope whose, DateOnly today) =>
        $"{sees.Key}/{today.DayNumber}/{whose.Outlets.Map(asked => asked.Key).IfNone("")}/{whose.Manager.IfNone("")}";

    private sealed record Kept<T>(long Commits, CountResult<T>.Done Done);
}
