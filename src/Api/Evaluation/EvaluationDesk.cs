using Kehu.Api.Archive;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;
using Microsoft.Extensions.Caching.Memory;

namespace Kehu.Api.Evaluation;

/// <summary>What was counted, and when.</summary>
internal sealed record EvaluatedAt(Evaluated Evaluated, DateTime At);

/// <summary>How counting ended.</summary>
internal abstract record CountResult
{
    private CountResult()
    {
    }

    /// <summary>Counted now, or a little while ago with nothing written since.</summary>
    public sealed record Done(EvaluatedAt What) : CountResult;

    /// <summary>Another pass over the customers is under way.</summary>
    public sealed record Busy : CountResult;

    /// <summary>There are too many units or complaints to tell apart.</summary>
    public sealed record TooMuch : CountResult;
}

/// <summary>
/// Figures over stored customers. Whole banks are counted one pass at a time; what was counted is kept for a while and given again as long as nothing
/// has been written to the store, so that one pass answers many questions about the same period.
/// </summary>
internal sealed class EvaluationDesk(EvaluationPass pass, PortfolioPass turns, WatchedStore store, RuleBook rules, StandardsInForce standards, EvaluationNumbers numbers, WorkCalendar calendar, TimeProvider time)
    : IDisposable
{
    /// <summary>How long a count is given again (house): complaints become late by the hour even if nobody writes.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>How many units of all counts are kept (house), some three kilobytes each.</summary>
    private const int MostKept = 2 * EvaluationPass.MostUnits;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The indicators with classes of a policy, all of them or those named.</summary>
    public IndicatorBook Book(CompiledPolicy groupedBy, Func<string, bool>? wanted = null) => new(
        new EvaluationBasis(numbers, standards.All, groupedBy, Policy(AnnualVolumeTier.Id), Policy(KeyAccountAbc.Id), calendar), wanted);

    /// <summary>Counts, or gives again what was counted. A pass over an outlet's or a manager's customers waits for nobody.</summary>
    public async ValueTask<CountResult> Count(EvaluationQuery query, IndicatorBook book, DateOnly today, DateTime now, CancellationToken ct)
    {
        var key = Key(query, book, today);
        var before = store.Commits;
        if (kept.TryGetValue(key, out Kept? known) && known?.Commits == before)
        {
            return new CountResult.Done(known.What);
        }

        Option<Evaluated>? counted = query is { Outlet: null, Manager: null }
            ? await turns.Run(stop => pass.Count(query, book, today, now, stop), ct)
            : await pass.Count(query, book, today, now, ct);
        return counted is not { } done ? new CountResult.Busy() : done.Match<CountResult>(
            Some: evaluated =>
            {
                var what = new EvaluatedAt(evaluated, time.GetUtcNow().UtcDateTime);
                var size = Math.Max(1, evaluated.Periods.Sum(period => period.Cells.Count));
                kept.Set(key, new Kept(before, what), new MemoryCacheEntryOptions { Size = size, AbsoluteExpirationRelativeToNow = Fresh });
                return new CountResult.Done(what);
            },
            None: () => new CountResult.TooMuch());
    }

    /// <summary>The wealthy customers lost over some days; none where there are too many to tell, null where another pass over the whole bank is under way.</summary>
    public async ValueTask<Option<Arr<LostCustomer>>?> Lost(string? outlet, string? manager, EvaluatedDays days, CompiledPolicy groupedBy, DateOnly today, DateTime now, CancellationToken ct)
    {
        var basis = Book(groupedBy).Basis;
        return outlet is null && manager is null
            ? await turns.Run(stop => pass.Lost(null, null, days, basis, today, now, stop), ct)
            : await pass.Lost(outlet, manager, days, basis, today, now, ct);
    }

    public void Dispose() => kept.Dispose();

    private CompiledPolicy Policy(PolicyId id) => rules.Find(id.Value).IfNone(() => throw new InvalidOperationException($"{id} is shipped"));

    private static string Key(EvaluationQuery query, IndicatorBook book, DateOnly today) => string.Join(
        ' ',
        $"{today.DayNumber}/{query.Outlet}/{query.Manager}/{query.Grouped}/{book.Basis.GroupedBy.Policy.Id}",
        string.Join(',', query.Periods.Map(period => period.Name)),
        string.Join(',', book.Indicators.Map(indicator => indicator.Id)));

    private sealed record Kept(long Commits, EvaluatedAt What);
}
