using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.OneMoment;
using Kehu.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kehu.Properties.Erasures;

/// <summary>
/// Whatever is filed, erased, logged, backed up and restored, in whatever order: nobody who was erased is on file again, and everybody else is as at the backup.
/// A clock that jumps, withdrawals that a kill left unlogged and ids that are filed again included.
/// </summary>
public sealed class RestoreLaws
{
    [Law(8)]
    public Property Nobody_erased_comes_back_and_everybody_else_is_unchanged_in_litedb() => Holds("litedb");

    [Law(8)]
    public Property Nobody_erased_comes_back_and_everybody_else_is_unchanged_in_sqlite() => Holds("sqlite");

    [Xunit.Theory]
    [OverStores]
    public async Task The_same_of_orders_that_are_rarely_drawn(string kind)
    {
        Step files = new Step.Does([new Act.Files(Acts.Record("P-1"))]), erases = new Step.Does([new Act.Withdraws("P-1")]);
        Step settles = new Step.Settles(), backsUp = new Step.BacksUp(), first = new Step.Restores(0), second = new Step.Restores(1);
        (string Told, Step[] Steps)[] all =
        [
            ("filed again before the backup", [files, erases, settles, files, backsUp, first]),
            ("filed again before a later backup, put back behind an earlier one", [files, backsUp, erases, settles, files, backsUp, first, settles, second]),
            ("not logged when the store is replaced", [files, backsUp, erases, first, first]),
            ("not logged when the backup is made", [files, erases, backsUp, first, settles, files, backsUp, second]),
            ("filed and erased by a clock that fell back", [backsUp, files, backsUp, first, new Step.Passes(-60), files, erases, settles, second]),
            ("filed by a clock that fell back behind what was logged", [backsUp, files, erases, settles, first, new Step.Passes(-60), files, backsUp, second]),
        ];
        foreach (var (told, steps) in all)
        {
            using var folder = new TemporaryFolder();
            await using var bank = await Bank.Open(folder, kind);
            foreach (var step in steps)
            {
                Assert.True(await bank.Do(step), told);
            }
        }
    }

    private static Gen<Step> Steps => Gen.Frequency(
        (6, Acts.Many(4).Select(Step (acts) => new Step.Does(acts))),
        (4, Acts.Many(6).Select(Step (acts) => new Step.Does([.. acts.Select(act => new Act.Withdraws(CustomerOf(act)))]))),
        (2, Gen.Constant<Step>(new Step.Settles())),
        (2, Gen.Constant<Step>(new Step.BacksUp())),
        (3, Gen.Choose(0, 9).Select(Step (which) => new Step.Restores(which))),
        (1, Gen.Choose(-600, 600).Select(Step (minutes) => new Step.Passes(minutes))));

    private static Property Holds(string kind) => Law.ForAll(
        from first in Acts.Many(8) from count in Gen.Choose(4, 12) from steps in Steps.ArrayOf(count) select (first, steps),
        async drawn =>
        {
            using var folder = new TemporaryFolder();
            await using var bank = await Bank.Open(folder, kind);
            await bank.Do(new Step.Does(drawn.first));
            await bank.Do(new Step.BacksUp());
            foreach (var step in drawn.steps.Append(new Step.Restores(0)))
            {
                if (!await bank.Do(step))
                {
                    return false;
                }
            }

            return true;
        });

    internal abstract record Step
    {
        private Step()
        {
        }

        public sealed record Does(Act[] Acts) : Step;

        /// <summary>What the service does behind withdrawals.</summary>
        public sealed record Settles : Step;

        public sealed record BacksUp : Step;

        public sealed record Restores(int Which) : Step;

        public sealed record Passes(int Minutes) : Step;
    }

    private static string CustomerOf(Act act) => act switch
    {
        Act.Files(var record) => record.Id.Value,
        Act.Withdraws(var customer) => customer,
        Act.Does(var customer, _) => customer,
        Act.Asks(var customer, _) => customer,
        Act.Opens(var customer, _) => customer,
    };

    /// <summary>A backup, whom it has on file with all that is stored of each, and who was erased since it was made.</summary>
    private sealed record MadeBackup(string File, Dictionary<string, string> OnFile, HashSet<string> ErasedSince);

    /// <summary>A store with its backups, and who is on file by a model that knows the order of all that is done.</summary>
    private sealed class Bank(TemporaryFolder folder, string kind) : IAsyncDisposable
    {
        private readonly StandingClock clock = StandingClock.OnTheDay();
        private readonly List<MadeBackup> backups = [];
        private HashSet<string> onFile = new(StringComparer.Ordinal);
        private EmbeddedStore store = Stores.Open(folder.File("kehu.db"), kind);
        private Moments moments = null!;

        private string Path => folder.File("kehu.db");

        public static async Task<Bank> Open(TemporaryFolder folder, string kind)
        {
            var bank = new Bank(folder, kind);
            bank.moments = new Moments(bank.clock, await bank.store.LastMoment(default));
            return bank;
        }

        public async Task<bool> Do(Step step)
        {
            switch (step)
            {
                case Step.Does(var acts):
                    foreach (var act in acts)
                    {
                        await act.Do(store, moments);
                        Note(act);
                    }

                    return true;
                case Step.Settles:
                    var rejects = Rejects.Beside(Path, TimeSpan.FromDays(1));
                    return await new Erasure(store, rejects, ErasureLog.Beside(Path), new Bell<Erasure>(), clock, NullLogger<Erasure>.Instance).IsAllDone(default);
                case Step.BacksUp:
                    var file = folder.File($"backup-{backups.Count}");
                    _ = Backups.Make(Path, file, Unwatched.Watch).IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));
                    backups.Add(new MadeBackup(file, [], []));
                    foreach (var id in onFile)
                    {
                        backups[^1].OnFile.Add(id, await Held(id));
                    }

                    return true;
                case Step.Restores(var which):
                    return await Restored(backups[which % backups.Count]);
                case Step.Passes(var minutes):
                    clock.Pass(TimeSpan.FromMinutes(minutes));
                    return true;
            }

            throw new InvalidOperationException();
        }

        public ValueTask DisposeAsync() => store.DisposeAsync();

        private async Task<bool> Restored(MadeBackup backup)
        {
            await store.DisposeAsync();
            var restored = Backups.Restore(Path, backup.File, force: true, Unwatched.Watch, clock).IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));
            store = Stores.Open(Path, kind);
            moments = new Moments(clock, await store.LastMoment(default));
            var wanted = backup.OnFile.Where(one => !backup.ErasedSince.Contains(one.Key)).ToDictionary(StringComparer.Ordinal);
            onFile = [.. wanted.Keys];
            var found = await store.Range(Tables.Customers, "", "", default).Where(row => !Api.Held.From(row.Body).IsWithdrawn).Select(row => row.Id).ToListAsync();
            foreach (var id in found)
            {
                if (!wanted.TryGetValue(id, out var held) || held != await Held(id))
                {
                    return false;
                }
            }

            return found.Count == wanted.Count && restored.Erased == backup.OnFile.Count - wanted.Count;
        }

        private void Note(Act act)
        {
            if (act is Act.Files)
            {
                onFile.Add(CustomerOf(act));
            }
            else if (act is Act.Withdraws && onFile.Remove(CustomerOf(act)))
            {
                backups.ForEach(backup => backup.ErasedSince.Add(CustomerOf(act)));
            }
        }

        /// <summary>All rows of a customer.</summary>
        private async Task<string> Held(string id) => await store.Together(
            reader => reader.Customer(id, _ => (CustomerParts)63) is { } rows
                ? string.Join('\n', new[] { rows.Head }.Concat(rows.History).Concat(rows.Engagements).Concat(rows.Surveys).Concat(rows.Purchases).Concat(rows.Cases).Concat(rows.Consents)
                    .Select(row => $"{row.Id}@{row.Version}={Convert.ToBase64String(row.Body)}"))
                : "",
            default);
    }
}
