using LanguageExt;

namespace Kehu.Api;

/// <summary>The rows that say where customers went who were merged into others, under the id of before.</summary>
internal static class MergedOnFile
{
    private static readonly ContractCodec<Merged> Codec = JsonForms.All.Of(Merged.Contract);

    /// <summary>What a row says.</summary>
    public static Merged Of(Row row) => Codec.Stored(row);

    /// <summary>The id under which a customer is on file who was merged.</summary>
    public static Option<string> Into(IReader reader, string id) => reader.Get(Tables.Merges, id) is { } row ? Of(row).Into : Option<string>.None;

    /// <summary>Those who were merged into a customer.</summary>
    public static IReadOnlyList<Row> IntoOne(IReader reader, string id) => [.. reader.Page(Tables.Merges, Tables.MergedInto, id, "")];

    /// <summary>The write that says it.</summary>
    public static Write ToWrite(string id, Merged merged) => new Write.Put(
        Tables.Merges, id, 0, WireJson.Bytes(json => Codec.Write(json, merged)),
        new Dictionary<string, string>(StringComparer.Ordinal) { [Tables.MergedInto] = merged.Into });
}
