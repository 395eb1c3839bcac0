using System.Text;
using FsCheck.Fluent;

namespace Kehu.Properties.Lite;

/// <summary>The power goes at any operation of the disk, and of what was not synced any part is lost: every acknowledged unit is there, whole, and of those under way each is there whole or not at all.</summary>
public sealed class PowerCutLaws
{
    private const int Cuts = 4;
    private const int Ids = 120;

    private static readonly string[] Keys = ["o0", "o1", "o2", "o3", "o4", "m0", "m1", "m2"];

    private sealed record Plan(int Seed, Loss Loss, int FoldAt, int Soon);

    /// <summary>Twenty-five plans of four cuts each, on one disk; FSCHECK_TIMES tries more.</summary>
    [Law(25)]
    public Property Nothing_acknowledged_is_lost_nor_torn() => Law.ForAll(
        from seed in Gen.Choose(0, int.MaxValue)
        from loss in Gen.Elements(Enum.GetValues<Loss>())
        from foldAt in Gen.OneOf(Gen.Choose(10, 150), Gen.Choose(300, 3_000))
        from soon in Gen.Elements(12, 60, 400)
        select new Plan(seed, loss, foldAt, soon),
        Survives);

    private static async Task<bool> Survives(Plan plan)
    {
        var random = new Random(plan.Seed);
        var (disk, model) = (CuttableDisk.Empty(), new MemoryStore(Tables.Schema));
        for (var cut = 0; cut < Cuts; cut++)
        {
            var underway = await Work(disk, model, random, plan);
            disk = disk.Survivor(random, plan.Loss);
            await using var again = Opened(disk, plan);
            var found = await Everything(again);
            while (found != await Everything(model))
            {
                if (underway.Count == 0)
                {
                    return false;
                }

                await model.Commit(underway.Dequeue(), default);
            }
        }

        return true;
    }

    /// <summary>Units one by one or several at once until the power is gone; the model has what was acknowledged, what is given back may or may not have been done, in its order.</summary>
    private static async Task<Queue<IReadOnlyList<Write>>> Work(CuttableDisk disk, MemoryStore model, Random random, Plan plan)
    {
        var store = (LiteStore?)null;
        try
        {
            disk.CutAfter(random.Next(4) == 0 ? random.Next(1, plan.Soon) : long.MaxValue);
            store = Opened(disk, plan);
            if (!disk.IsCut)
            {
                disk.CutAfter(random.Next(1, plan.Soon));
            }

            while (true)
            {
                var units = new Queue<IReadOnlyList<Write>>();
                var ahead = model.AsItIs();
                for (var more = random.Next(3) == 0 ? 4 : 1; more > 0; more--)
                {
                    units.Enqueue(await Unit(ahead, random));
                    await ahead.Commit(units.Last(), default);
                }

                var answers = units.Select(unit => store.Commit(unit, default).AsTask()).ToList();
                await Task.WhenAll(answers).ContinueWith(_ => { }, TaskScheduler.Default);
                foreach (var answer in answers)
                {
                    if (!answer.IsCompletedSuccessfully)
                    {
                        return units;
                    }

                    await model.Commit(units.Dequeue(), default);
                }
            }
        }
        catch (PowerCutException)
        {
            return new Queue<IReadOnlyList<Write>>();
        }
        finally
        {
            await (store?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static LiteStore Opened(CuttableDisk disk, Plan plan) =>
        LiteStore.Open(disk, "simulated", Tables.Schema, plan.FoldAt).IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));

    private static async Task<IReadOnlyList<Write>> Unit(MemoryStore model, Random random)
    {
        var unit = new Dictionary<string, Write>();
        for (var more = random.Next(10) == 0 ? random.Next(30, 200) : random.Next(1, 6); more > 0; more--)
        {
            var id = $"客{random.Next(Ids):D4}";
            var version = (await model.Get("customers", id, default))?.Version ?? 0;
            var body = new byte[random.Next(8) == 0 ? random.Next(3_000, 30_000) : random.Next(900)];
            random.NextBytes(body);
            unit[id] = version > 0 && random.Next(4) == 0
                ? new Write.Delete("customers", id, version)
                : new Write.Put("customers", id, version, body, StoreCommands.Keyed(("outlet", $"o{random.Next(5)}"), ("manager", random.Next(2) == 0 ? $"m{random.Next(3)}" : null)));
        }

        return [.. unit.Values, new Write.Append("changes", BitConverter.GetBytes(random.Next())), new Write.Moment(new DateTime(random.NextInt64(1, 1L << 50), DateTimeKind.Utc))];
    }

    /// <summary>All a store holds, by every way that leads to it.</summary>
    private static async Task<string> Everything(IStore store) => await store.Together(
        reader =>
        {
            var all = new StringBuilder();
            foreach (var (row, keys) in reader.Keyed("customers", ""))
            {
                all.Append($"{row.Id}@{row.Version}={Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(row.Body))} {string.Join(' ', keys.OrderBy(key => key.Key, StringComparer.Ordinal))}\n");
            }

            foreach (var (index, key) in from index in StoreCommands.Indexes from key in Keys select (index, key))
            {
                all.Append($"{index} {key}: {string.Join(' ', reader.Page("customers", index, key, "").Select(row => row.Id))}\n");
            }

            all.Append($"{string.Join(' ', reader.Between("customers", "outlet", "", "z").Select(found => $"{found.Key}:{found.Row.Id}"))}\n");
            all.Append($"{string.Join(' ', reader.Get("customers", [.. Enumerable.Range(0, Ids).Select(at => $"客{at:D4}")]).Select(row => row.Id).Order(StringComparer.Ordinal))}\n");
            all.Append($"{string.Join(' ', Enumerable.Range(0, Ids).Where(at => reader.Get("customers", $"客{at:D4}") is not null))}\n");
            return all.Append($"{reader.Count("customers")} {reader.LastMoment?.Ticks} {Stores.Text(reader.Read("changes", 0).Select(line => new Entry(line.Seq, Encoding.ASCII.GetBytes(Convert.ToHexString(line.Body)))))}").ToString();
        },
        default);
}
