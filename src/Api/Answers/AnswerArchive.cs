using LanguageExt;

namespace Kehu.Api;

/// <summary>The answer of a call, and whether it is one given before.</summary>
internal sealed record GivenAnswer(KeptAnswer Answer, bool Replayed);

/// <summary>
/// Does calls that store, each whole or not at all. A call with a key is done once: its answer is kept in the unit that does it,
/// so that there is never one without the other. What speaks of a customer is done and kept only while the customer is as it was read: so nothing
/// is kept of somebody who is withdrawn meanwhile.
/// </summary>
internal sealed class AnswerArchive(IStore store, AuditTrail trail, TimeProvider time)
{
    /// <summary>How often a call is tried while others are faster (house); then it is told to come again.</summary>
    private const int MostTries = 200;

    /// <summary>How many rows are removed in one unit.</summary>
    private const int Portion = 200;

    /// <summary>
    /// Does what the attempt says, again from the start where somebody else was faster, and notes who did it in the same unit. Without a key nothing is
    /// kept; a refusal keeps and notes nothing, nor is anything noted where there is nothing to change.
    /// </summary>
    public async ValueTask<Either<Problem, GivenAnswer>> Do(
        Option<AskedOnce> asked, AuditOrigin origin, Func<CancellationToken, ValueTask<Either<Problem, Effect>>> attempt, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var recalled = await Recall(asked, ct);
            if (Settled(recalled).Case is Either<Problem, GivenAnswer> settled)
            {
                return settled;
            }

            var outcome = await attempt(ct);
            if (outcome.Case is not Effect effect)
            {
                return Settled(await Recall(asked, ct)).IfNone(() => outcome.Map(done => new GivenAnswer(done.Answer, Replayed: false)));
            }

            var kept = asked.Map(call => call.Keep(effect.Kept.IfNone(effect.Answer), Version(recalled), Now));
            var unit = effect.Unit + Told(origin, effect) + new Arr<Write>(kept);
            if (unit.IsEmpty || await store.Commit([.. effect.Answer.Customer.Map(customer => customer.Expected), .. unit], ct) is null)
            {
                return new GivenAnswer(effect.Answer, Replayed: false);
            }
        }

        return Problem.Unavailable(retryAfterSeconds: 1);
    }

    /// <summary>Removes the answers whose time is over, in bounded units; how many.</summary>
    public async ValueTask<long> Purge(CancellationToken ct)
    {
        var (removed, unit) = (0L, new List<Write>(Portion));
        await foreach (var row in store.Range(Keeping.Table, "", "", ct))
        {
            unit.AddRange(row.Purge(Now));
            if (unit.Count == Portion)
            {
                removed += await Remove(unit, ct);
                unit = new List<Write>(Portion);
            }
        }

        return removed + await Remove(unit, ct);
    }

    private Arr<Write> Told(AuditOrigin origin, Effect effect) =>
        effect.Unit.IsEmpty ? Arr<Write>.Empty : new Arr<Write>(trail.Told(origin, effect.Deed, effect.Answer.Status, effect.Unit));

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async ValueTask<Recalled> Recall(Option<AskedOnce> asked, CancellationToken ct) =>
        asked.Case is AskedOnce call ? call.Recall(await store.Get(Keeping.Table, call.Id, ct), Now) : new Recalled.Nothing(0);

    /// <summary>
    /// How a call ends without being done, if it does. A refusal may come of the same call done meanwhile, so it is asked after a refusal too.
    /// </summary>
    private static Option<Either<Problem, GivenAnswer>> Settled(Recalled recalled) => recalled switch
    {
        Recalled.Nothing => Option<Either<Problem, GivenAnswer>>.None,
        Recalled.Answered(var answer) => Prelude.Some<Either<Problem, GivenAnswer>>(new GivenAnswer(answer, Replayed: true)),
        Recalled.OtherBody => Prelude.Some<Either<Problem, GivenAnswer>>(Problem.Refused(IdempotencyKey.OtherBody)),
        Recalled.OtherRights => Prelude.Some<Either<Problem, GivenAnswer>>(Problem.Conflict(IdempotencyKey.OtherRights)),
    };

    private static long Version(Recalled recalled) => recalled is Recalled.Nothing(var version) ? version : 0;

    /// <summary>A row that was written anew meanwhile stays.</summary>
    private async ValueTask<long> Remove(List<Write> unit, CancellationToken ct)
    {
        while (unit.Count > 0 && await store.Commit(unit, ct) is { } conflict)
        {
            unit = unit.FindAll(write => write is not Write.Delete(_, var id, _) || id != conflict.Id);
        }

        return unit.Count;
    }
}
