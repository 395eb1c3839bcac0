using System.Text;

namespace Kehu.Properties.Http;

/// <summary>Bodies that no honest client sends.</summary>
internal static class HostileBodies
{
    /// <summary>In place of an amount: no number, or none that is an amount to the fen.</summary>
    public static readonly string[] NoAmount =
    [
        "NaN", "Infinity", "-Infinity", "1e400", "1e-400", "-1", "-1e400", "1.00000000000000000000000000000000001", "0.001", "1e-3", "99999999999999999999", "70000000000000.01",
        "\"5\"", "\"\"", "true", "[]", "{}", "[null]", "{\"a\":null}", "1e", "1e+", "01", "00", "+1", ".5", "1.", "-", "0x10", "1_000", "'5'", "undefined", "nul", "None", "５", "\"\\ud800\"", "\u0000",
    ];

    /// <summary>In place of an amount: unusual, and well.</summary>
    public static readonly string[] Amount = ["-0", "-0.00", "0e0", "1.10", "1.000000000000000000000000000000000000", "1E2", "1e+2", "100e-2", "7e13", "70000000000000", "null", "0.0000e5"];

    /// <summary>In place of a whole line or body.</summary>
    public static IEnumerable<(string Name, byte[] Body)> NoRecord { get; } =
    [
        ("blank", "   "u8.ToArray()),
        ("null", "null"u8.ToArray()),
        ("a number", "5"u8.ToArray()),
        ("a text", "\"customer\""u8.ToArray()),
        ("an array", "[]"u8.ToArray()),
        ("an array of null", "[null]"u8.ToArray()),
        ("an empty object", "{}"u8.ToArray()),
        ("half an object", "{\"customer\":{\"kind\":\"personal\""u8.ToArray()),
        ("half a text", "{\"customer\":{\"kind\":\"pers"u8.ToArray()),
        ("half a character", [.. "{\"id\":\""u8, 0xE6, 0x9D]),
        ("a comment", "{/* kind */\"kind\":\"personal\"}"u8.ToArray()),
        ("a trailing comma", "{\"kind\":\"personal\",}"u8.ToArray()),
        ("two objects", "{} {}"u8.ToArray()),
        ("no UTF-8", [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8]),
        ("an overlong slash", [.. "{\"name\":\""u8, 0xC0, 0xAF, .. "\"}"u8]),
        ("a raw surrogate", [.. "{\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]),
        ("half a pair", "{\"name\":\"\\udc00\"}"u8.ToArray()),
        ("half a pair as a name", "{\"\\ud83d\":1}"u8.ToArray()),
        ("UTF-16", Encoding.Unicode.GetBytes("{\"kind\":\"personal\"}")),
        ("GBK", [.. "{\"name\":\""u8, 0xCD, 0xF5, 0xD0, 0xA1, .. "\"}"u8]),
        ("zero bytes", new byte[64]),
        ("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]),
        ("deep arrays", Encoding.ASCII.GetBytes(new string('[', 10_000))),
        ("deep arrays, closed", Encoding.ASCII.GetBytes(new string('[', 10_000) + new string(']', 10_000))),
        ("deep objects", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"customer\":", 10_000)))),
        ("a thousand unknown members", Encoding.ASCII.GetBytes($"{{{string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"\"m{i}\":[{i}]"))}}}")),
        ("one member a thousand times", Encoding.ASCII.GetBytes($"{{{string.Join(',', Enumerable.Repeat("\"kind\":\"personal\"", 1_000))}}}")),
        ("a name of 100 000 letters", Encoding.ASCII.GetBytes($"{{\"{new string('n', 100_000)}\":1}}")),
        ("a number of 100 000 digits", Encoding.ASCII.GetBytes($"{{\"facts\":{{\"deposits\":{new string('9', 100_000)}}}}}")),
    ];

    /// <summary>In place of a line: those of them that are no blank lines, which are passed over.</summary>
    public static IEnumerable<byte[]> NoLine { get; } = NoRecord.Where(hostile => hostile.Name != "blank").Select(hostile => hostile.Body);

    /// <summary>A record with a raw value as its deposits, all else well.</summary>
    public static string Record(string deposits, string id = "P-1") =>
        $$$"""{"id":"{{{id}}}","kind":"personal","asOf":"2026-11-20","outlet":"A","facts":{"deposits":{{{deposits}}}}}""";

    /// <summary>Records with one value that is none, and where.</summary>
    public static IEnumerable<(string Pointer, string Record)> Faulty { get; } =
    [
        ("/id", Record("1", new string('a', 65))),
        ("/id", Record("1", "")),
        ("/id", Record("1", "export")),
        ("/id", Record("1", "杭")),
        ("/asOf", Record("1").Replace("2026-11-20", "2026-02-30", StringComparison.Ordinal)),
        ("/asOf", Record("1").Replace("2026-11-20", "1899-12-31", StringComparison.Ordinal)),
        ("/asOf", Record("1").Replace("2026-11-20", "2026-11-20T00:00:00Z", StringComparison.Ordinal)),
        ("/asOf", Record("1").Replace("\"2026-11-20\"", "20261120", StringComparison.Ordinal)),
        ("/kind", Record("1").Replace("personal", "Personal", StringComparison.Ordinal)),
        ("/kind", Record("1").Replace("\"personal\"", "null", StringComparison.Ordinal)),
        ("/outlet", Record("1").Replace("\"A\"", "\"a b\"", StringComparison.Ordinal)),
        ("/facts/employees", Record("1,\"employees\":3")),
        ("/facts/deposits", Record("1,\"deposits\":2")),
        ("/facts/Deposits", Record("1,\"Deposits\":2")),
        ("/facts/products/1", Record("1,\"products\":[\"fund\",null]")),
        ("/facts/products/1", Record("1,\"products\":[\"fund\",\"fund\"]")),
        ("/facts/birthDate", Record("1,\"birthDate\":\"2023-02-29\"")),
        ("/facts/birthDate", Record("1,\"birthDate\":\"2026-11-22\"")),
        ("/facts/monthlyTransactions", Record("1,\"monthlyTransactions\":2.5")),
        ("/facts", Record("1").Replace("{\"deposits\":1}", "[]", StringComparison.Ordinal)),
    ];
}
