namespace Kehu.Shared;

/// <summary>The kind of store that tests run over where they do not say: LiteDB, or with KEHU_TEST_STORE=sqlite the other.</summary>
internal static class TestStore
{
    public static StoreKind Kind { get; } = Environment.GetEnvironmentVariable("KEHU_TEST_STORE") is { Length: > 0 } name
        ? StoreKinds.All.Find(kind => kind.Name == name).IfNone(() => throw new InvalidOperationException($"KEHU_TEST_STORE={name}: there is no such kind of store"))
        : StoreKinds.LiteDb;
}
