namespace Kehu.Bench;

/// <summary>The kind of store that is measured: LiteDB, or with KEHU_BENCH_STORE=sqlite the other.</summary>
internal static class BenchStore
{
    public static StoreKind Kind { get; } = Environment.GetEnvironmentVariable("KEHU_BENCH_STORE") is { Length: > 0 } name
        ? StoreKinds.All.Find(kind => kind.Name == name).IfNone(() => throw new InvalidOperationException($"KEHU_BENCH_STORE={name}: there is no such kind of store"))
        : StoreKinds.LiteDb;
}
