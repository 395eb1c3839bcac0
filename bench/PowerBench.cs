using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Kehu.Bench;

/// <summary>
/// Two halves of a trial of power cuts (eng/trials/power.py, which records what the first half does to its files and replays a part of it): one writes units and says when each is acknowledged, the other
/// tells of a store after which unit it is.
/// </summary>
internal static class PowerBench
{
    private const int Ids = 150;
    private const string Table = "customers";
    private const string Log = "changes";

    public static async Task<int> Run(string[] args)
    {
        switch (args)
        {
            case ["write", var kind, var path, var seed, var units]:
                await Write(Kind(kind), path, Number(seed), Number(units));
                return 0;
            case ["check", var seed, var units, .. var paths]:
                await Check(Number(seed), Number(units), paths);
                return 0;
            default:
                Console.Error.WriteLine("usage: power write litedb|sqlite PATH SEED UNITS\n       power check SEED UNITS PATH ...");
                return 2;
        }
    }

    private static async Task Write(StoreKind kind, string path, int seed, int units)
    {
        await using var store = EmbeddedStore.Open(path, Tables.Schema, kind).IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));
        using var said = Console.OpenStandardOutput();
        var model = new Model(seed);
        said.Write("ack 0\n"u8);
        for (var number = 1; number <= units; number++)
        {
            if (await store.Commit(model.Next(), default) is { } conflict)
            {
                throw new InvalidOperationException($"{conflict}");
            }

            said.Write(Encoding.ASCII.GetBytes($"ack {number}\n"));
        }
    }

    /// <summary>Of each store the number of the unit after which it is, or what is wrong with it.</summary>
    private static async Task Check(int seed, int units, IReadOnlyList<string> paths)
    {
        var model = new Model(seed);
        var after = new Dictionary<UInt128, int> { [model.State] = 0 };
        for (var number = 1; number <= units; number++)
        {
            model.Next();
            after[model.State] = number;
        }

        foreach (var path in paths)
        {
            Console.WriteLine($"{path} {await Found(path, after)}");
        }
    }

    private static async Task<string> Found(string path, Dictionary<UInt128, int> after)
    {
        try
        {
            return await EmbeddedStore.Open(path, Tables.Schema).Match(
                Left: fault => Task.FromResult($"refused: {fault.Describe().En}"),
                Right: async store =>
                {
                    await using (store)
                    {
                        var state = await store.Together(State, default);
                        return after.TryGetValue(state, out var number) ? number.ToString(CultureInfo.InvariantCulture) : "torn";
                    }
                });
        }
        catch (Exception fault) when (fault is StoreException or IOException)
        {
            return $"unreadable: {fault.Message}";
        }
    }

    /// <summary>What the store holds by its table, told again by its index and by each id.</summary>
    private static UInt128 State(IReader reader)
    {
        var state = UInt128.Zero;
        foreach (var (row, keys) in reader.Keyed(Table, ""))
        {
            state += Sum(row.Id, row.Version, row.Body, keys.GetValueOrDefault("outlet", ""));
            var found = reader.Get(Table, row.Id);
            var listed = !keys.TryGetValue("outlet", out var outlet) || reader.Page(Table, "outlet", outlet, "").Any(one => one.Id == row.Id);
            state += found is { } one && one.Version == row.Version && listed ? UInt128.Zero : UInt128.One;
        }

        return state + reader.Read(Log, 0).Aggregate(UInt128.Zero, (sum, line) => sum + Sum(Log, line.Seq, line.Body, ""));
    }

    private static UInt128 Sum(string id, long version, ReadOnlySpan<byte> body, string outlet) => XxHash128.HashToUInt128(Encoding.UTF8.GetBytes($"{id} {version} {outlet} {XxHash3.HashToUInt64(body)}"));

    private static StoreKind Kind(string name) => StoreKinds.All.Find(kind => kind.Name == name).IfNone(() => throw new ArgumentException(name, nameof(name)));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The same units for the same seed, each drawn knowing those before it, and what they come to.</summary>
    private sealed class Model(int seed)
    {
        private readonly Random random = new(seed);
        private readonly Dictionary<string, (long Version, UInt128 Sum)> records = [];
        private long lines;

        public UInt128 State { get; private set; }

        public IReadOnlyList<Write> Next()
        {
            var unit = new List<Write>();
            foreach (var id in Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"{random.Next(Ids):D4}").Distinct().ToList())
            {
                unit.Add(Changed(id));
            }

            var line = BitConverter.GetBytes(random.Next());
            State += Sum(Log, ++lines, line, "");
            return [.. unit, new Write.Append(Log, line)];
        }

        private Write Changed(string id)
        {
            var (version, sum) = records.GetValueOrDefault(id);
            State -= sum;
            if (version > 0 && random.Next(5) == 0)
            {
                records.Remove(id);
                return new Write.Delete(Table, id, version);
            }

            var (body, outlet) = (new byte[random.Next(8) == 0 ? random.Next(3_000, 30_000) : random.Next(900)], $"o{random.Next(5)}");
            random.NextBytes(body);
            records[id] = (version + 1, Sum(id, version + 1, body, outlet));
            State += records[id].Sum;
            return new Write.Put(Table, id, version, body, new Dictionary<string, string> { ["outlet"] = outlet });
        }
    }
}
