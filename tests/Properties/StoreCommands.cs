using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Kehu.Properties;

/// <summary>The version a generated write expects, told against what the store holds when its turn comes.</summary>
public enum Expects
{
    Current = 0,
    Nothing,
    Earlier,
    Later,
}

/// <summary>A write before its expected version is known.</summary>
public abstract record Step
{
    private Step()
    {
    }

    public sealed record Put(string Table, string Id, Expects Expects, string Body, string? Outlet, string? Manager) : Step;

    public sealed record Delete(string Table, string Id, Expects Expects) : Step;

    public sealed record Expect(string Table, string Id, Expects Expects) : Step;

    public sealed record Append(string Body) : Step;
}

/// <summary>One thing done to a store.</summary>
public abstract record StoreCommand
{
    private StoreCommand()
    {
    }

    public sealed record Commit(IReadOnlyList<Step> Unit) : StoreCommand
    {
        public override string ToString() => $"Commit [{string.Join("; ", Unit)}]";
    }

    public sealed record Get(string Table, string Id) : StoreCommand;

    public sealed record GetMany(string Table, IReadOnlyList<string> Ids) : StoreCommand;

    public sealed record Range(string Table, string After, string Before) : StoreCommand;

    public sealed record Page(string Index, string Key, string After, int Take) : StoreCommand;

    public sealed record Read(long After) : StoreCommand;

    public sealed record Restart : StoreCommand;
}

/// <summary>Sequences of commands over few enough ids that they meet.</summary>
internal static class StoreCommands
{
    /// <summary>The indexes of the customers.</summary>
    public static readonly string[] Indexes = ["outlet", "manager"];

    /// <summary>The index values that are written and asked for.</summary>
    public static readonly string[] Keys = ["", "0755", "0755-01", "网点一", "o'clock"];

    private static readonly Gen<string> Ids = Gen.Elements(
        "A", "A-1", "A.1", "A_1", "A1", "A 2026-11-21 0001", "A 2026-11-21 0002", "A 2026-12-01 0001", "AB", "B", "a", "Z9", "0", "00", "10", "9", "-", "~", "客户1", "客户", "ﬀ", "😀");

    private static readonly Gen<string> Bounds = Gen.OneOf(Ids, Gen.Elements("", "A ", "A!", "B 9", "a0", "客"));

    private static readonly Gen<string> Tables = Gen.Frequency((3, Gen.Constant("customers")), (1, Gen.Constant("history")));

    private static readonly Gen<string> Bodies = Gen.Elements("", "{}", "客户张三", "\0\0", "a longer body that says something", "😀");

    private static readonly Gen<string> AnyKey = Gen.Elements(Keys);

    private static readonly Gen<Expects> Expectations =
        Gen.Frequency((8, Gen.Constant(Expects.Current)), (2, Gen.Constant(Expects.Nothing)), (1, Gen.Constant(Expects.Earlier)), (1, Gen.Constant(Expects.Later)));

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (6, from table in Tables
            from id in Ids
            from expects in Expectations
            from body in Bodies
            from outlet in AnyKey.OrNull()
            from manager in AnyKey.OrNull()
            select (Step)new Step.Put(table, id, expects, body, outlet, manager)),
        (2, from table in Tables from id in Ids from expects in Expectations select (Step)new Step.Delete(table, id, expects)),
        (1, from table in Tables from id in Ids from expects in Expectations select (Step)new Step.Expect(table, id, expects)),
        (1, from body in Bodies select (Step)new Step.Append(body)));

    private static readonly Gen<StoreCommand> Commands = Gen.Frequency(
        (8, from count in Gen.Choose(0, 6) from unit in Steps.ListOf(count) select (StoreCommand)new StoreCommand.Commit(unit)),
        (2, from table in Tables from id in Ids select (StoreCommand)new StoreCommand.Get(table, id)),
        (1, from table in Tables from ids in Ids.ListOf() select (StoreCommand)new StoreCommand.GetMany(table, ids)),
        (2, from table in Tables from after in Bounds from before in Bounds select (StoreCommand)new StoreCommand.Range(table, after, before)),
        (2, from index in Gen.Elements(Indexes)
            from key in AnyKey
            from after in Bounds
            from take in Gen.Choose(0, 5)
            select (StoreCommand)new StoreCommand.Page(index, key, after, take)),
        (1, from after in Gen.Choose(0, 9) select (StoreCommand)new StoreCommand.Read(after)),
        (1, Gen.Constant((StoreCommand)new StoreCommand.Restart())));

    /// <summary>Sequences; a failing one is shrunk by leaving commands out, then by leaving writes out of a unit.</summary>
    public static Arbitrary<IReadOnlyList<StoreCommand>> Sequences { get; } = Arb.From(
        from count in Gen.Choose(1, 40) from commands in Commands.ListOf(count) select (IReadOnlyList<StoreCommand>)[.. commands],
        commands => Without(commands).Concat(Smaller(commands)));

    /// <summary>The writes of a unit with the versions they expect, as seen by a store that holds what the unit meets.</summary>
    public static async ValueTask<IReadOnlyList<Write>> Against(this IReadOnlyList<Step> unit, IStore store)
    {
        var writes = new List<Write>();
        var seen = new Dictionary<(string Table, string Id), long>();
        foreach (var step in unit)
        {
            writes.Add(await Resolved(step));
        }

        return writes;

        async ValueTask<Write> Resolved(Step step) => step switch
        {
            Step.Put put => new Write.Put(
                put.Table, put.Id, await Expected(put.Table, put.Id, put.Expects, version => version + 1), Bytes(put.Body), Chosen(put)),
            Step.Delete delete => new Write.Delete(delete.Table, delete.Id, await Expected(delete.Table, delete.Id, delete.Expects, _ => 0)),
            Step.Expect expect => new Write.Expect(expect.Table, expect.Id, await Expected(expect.Table, expect.Id, expect.Expects, version => version)),
            Step.Append(var body) => new Write.Append("changes", Bytes(body)),
        };

        async ValueTask<long> Expected(string table, string id, Expects expects, Func<long, long> next)
        {
            var actual = seen.TryGetValue((table, id), out var version) ? version : (await store.Get(table, id, default))?.Version ?? 0;
            seen[(table, id)] = next(actual);
            return expects switch { Expects.Current => actual, Expects.Nothing => 0, Expects.Earlier => actual - 1, Expects.Later => actual + 1 };
        }
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static IReadOnlyDictionary<string, string> Keyed(params (string Index, string? Key)[] keys) =>
        keys.Where(pair => pair.Key is not null).ToDictionary(pair => pair.Index, pair => pair.Key!);

    private static IReadOnlyDictionary<string, string> Chosen(Step.Put put) =>
        put.Table == "customers" ? Keyed(("outlet", put.Outlet), ("manager", put.Manager)) : Keyed();

    private static IEnumerable<IReadOnlyList<StoreCommand>> Without(IReadOnlyList<StoreCommand> commands) =>
        Enumerable.Range(0, commands.Count).Select(gone => (IReadOnlyList<StoreCommand>)[.. commands.Where((_, at) => at != gone)]);

    private static IEnumerable<IReadOnlyList<StoreCommand>> Smaller(IReadOnlyList<StoreCommand> commands) =>
        from at in Enumerable.Range(0, commands.Count)
        let commit = commands[at] as StoreCommand.Commit
        where commit is not null
        from gone in Enumerable.Range(0, commit.Unit.Count)
        let smaller = new StoreCommand.Commit([.. commit.Unit.Where((_, step) => step != gone)])
        select (IReadOnlyList<StoreCommand>)[.. commands.Select((command, i) => i == at ? smaller : command)];
}
