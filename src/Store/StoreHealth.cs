using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Store;

/// <summary>How the store is, by what its last reading and its last writing came to, and whether it has ever shown damage.</summary>
internal sealed record StoreCondition(Option<StoreTrouble> Reading, Option<StoreTrouble> Writing, bool Damaged)
{
    /// <summary>Nothing is known against it.</summary>
    public static StoreCondition Good { get; } = new(None, None, Damaged: false);

    /// <summary>What ails it, the worst first; none where it can be used.</summary>
    public Option<StoreTrouble> Trouble => Damaged ? Some(StoreTrouble.Damaged) : Writing | Reading;

    /// <summary>It was read, or written.</summary>
    public StoreCondition Worked(bool writing) => writing ? this with { Writing = None } : this with { Reading = None };

    /// <summary>It could not be read, or written. Damage stays: nothing that works afterwards disproves it.</summary>
    public StoreCondition Failed(bool writing, StoreTrouble trouble) => trouble == StoreTrouble.Damaged
        ? this with { Damaged = true }
        : writing ? this with { Writing = trouble } : this with { Reading = trouble };
}

/// <summary>
/// Watches what becomes of readings and writings. Where nothing has been written for a while, whoever asks has it tried, so that a store that cannot be
/// written is known before a caller finds out, and one that can be again is known to nobody's harm. Damage is remembered until a restart.
/// </summary>
internal sealed class StoreHealth(TimeProvider? clock = null)
{
    /// <summary>How long an outcome is believed before it is tried again (house).</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(2);

    private readonly TimeProvider time = clock ?? TimeProvider.System;
    private readonly Atom<StoreCondition> condition = Atom(StoreCondition.Good);
    private readonly Lock gate = new();
    private Task trying = Task.CompletedTask;
    private long known = long.MinValue;

    /// <summary>How the store is by what is known.</summary>
    public StoreCondition Condition => condition.Value;

    /// <summary>It was read, or written.</summary>
    public void Worked(bool writing)
    {
        if (writing)
        {
            Volatile.Write(ref known, time.GetTimestamp());
        }

        if ((writing ? Condition.Writing : Condition.Reading).IsSome)
        {
            condition.Swap(was => was.Worked(writing));
        }
    }

    /// <summary>It could not be read, or written.</summary>
    public void Failed(bool writing, StoreException fault)
    {
        if (writing)
        {
            Volatile.Write(ref known, time.GetTimestamp());
        }

        condition.Swap(was => was.Failed(writing, fault.Trouble));
    }

    /// <summary>
    /// How the store is, tried where the last outcome is too old: one attempt at a time, whoever asks.
    /// The attempt reads and writes through what reports here.
    /// </summary>
    public async ValueTask<StoreCondition> Look(Func<Task> attempt, CancellationToken ct)
    {
        await Trying(attempt).WaitAsync(ct);
        return Condition;
    }

    private Task Trying(Func<Task> attempt)
    {
        lock (gate)
        {
            var last = Volatile.Read(ref known);
            if (!trying.IsCompleted || (last != long.MinValue && time.GetElapsedTime(last) < Believed))
            {
                return trying;
            }

            Volatile.Write(ref known, time.GetTimestamp());
            return trying = Task.Run(attempt);
        }
    }
}
