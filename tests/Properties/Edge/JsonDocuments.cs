using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Kehu.Properties.Edge;

/// <summary>A document text with the faults planted in it, as code and pointer.</summary>
internal sealed record Planted(string Text, IReadOnlyList<string> Faults);

/// <summary>Documents of one recursive shape, the reader of that shape, and texts that are broken in every way.</summary>
internal static class JsonDocuments
{
    private static readonly JsonMembers Members = new("id", "count?", "on?", "ok?", "co/de~?", "parts?");
    private static readonly NameTable Codes = new("high", "low");

    /// <summary>Reads the shape as an endpoint would, and hands over the faults.</summary>
    public static IReadOnlyList<Domain.Fault> Read(ReadOnlySpan<byte> text)
    {
        var cursor = new JsonCursor(text);
        ReadNode(ref cursor);
        return cursor.Finish();
    }

    /// <summary>Passes over the document without asking what it is.</summary>
    public static IReadOnlyList<Domain.Fault> Pass(ReadOnlySpan<byte> text)
    {
        var cursor = new JsonCursor(text);
        cursor.Skip();
        return cursor.Finish();
    }

    /// <summary>Documents with faults planted at places that are remembered.</summary>
    public static Gen<Planted> PlantedDocuments { get; } = Gen.Sized(size => Node("", Math.Min(3, size / 8)));

    /// <summary>Sound documents with bytes changed, left out, doubled or put in.</summary>
    public static Gen<byte[]> Mutated { get; } =
        from document in PlantedDocuments
        from count in Gen.Choose(0, 3)
        from cuts in Gen.Choose(0, 1_000_000).ArrayOf(count)
        from pieces in Gen.Elements("", "\"", "{", "}", "[", "]", ",", ":", "\\u", "\\ud800", "/*x*/", "NaN", "null", "1e5", "-", "\u0001", "\n", " ", "é", "客").ArrayOf(count)
        from raw in Gen.Choose(0, 255).ArrayOf(count)
        select Mutate(Encoding.UTF8.GetBytes(document.Text), cuts, pieces, raw);

    private static byte[] Mutate(byte[] text, int[] cuts, string[] pieces, int[] raw)
    {
        var bytes = text.ToList();
        for (var i = 0; i < cuts.Length; i++)
        {
            var at = bytes.Count == 0 ? 0 : cuts[i] % bytes.Count;
            if (cuts[i] % 3 == 0 && bytes.Count > 0)
            {
                bytes.RemoveAt(at);
            }
            else if (cuts[i] % 3 == 1)
            {
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(pieces[i]));
            }
            else
            {
                bytes.Insert(at, (byte)raw[i]);
            }
        }

        return [.. bytes];
    }

    private static void ReadNode(ref JsonCursor cursor)
    {
        var seen = default(MemberSet);
        if (!cursor.StartObject())
        {
            return;
        }

        while (cursor.NextMember(Members, ref seen, out var member))
        {
            switch (member)
            {
                case 0: cursor.ReadString(5); break;
                case 1: cursor.ReadWhole(0, 100); break;
                case 2: cursor.ReadDate(); break;
                case 3: cursor.ReadBool(); break;
                case 4: cursor.ReadCode(Codes, out _); break;
                default: ReadParts(ref cursor); break;
            }
        }
    }

    private static void ReadParts(ref JsonCursor cursor)
    {
        if (!cursor.StartArray())
        {
            return;
        }

        while (cursor.NextElement(out _))
        {
            ReadNode(ref cursor);
        }
    }

    private static Gen<Planted> Node(string at, int depth) =>
        from id in Id(at)
        from others in Value(at, depth).ListOf()
        from order in Gen.Shuffle(Enumerable.Range(0, 6).ToArray())
        from odd in Oddities(at)
        select Join(at, order, [id, .. Once(others, odd)], odd);

    private static Planted Join(string at, int[] order, IReadOnlyList<Planted> members, Planted odd)
    {
        var arranged = members.Where(member => member.Text.Length > 0).OrderBy(member => order[member.Text.Length % 6]).Append(odd).Where(member => member.Text.Length > 0).ToList();
        var missing = members.Any(member => Name(member.Text) == "\"id\"") ? Array.Empty<string>() : [$"json.missing-member {at}/id"];
        return new Planted("{" + string.Join(", ", arranged.Select(member => member.Text)) + "}", [.. arranged.SelectMany(member => member.Faults), .. missing]);
    }

    /// <summary>One of each name, "on" counting as the same however it is spelt.</summary>
    private static IEnumerable<Planted> Once(IEnumerable<Planted> members, Planted odd) =>
        members.DistinctBy(value => Name(value.Text)).Where(value => Name(value.Text) != Name(odd.Text));

    private static string Name(string member) => member.Split(':')[0].Replace("\\u006e", "n", StringComparison.Ordinal);

    private static Gen<Planted> Id(string at) => Gen.Elements(
        new Planted("", []),
        new Planted("\"id\": \"a\"", []),
        new Planted("\"id\": \"客\\u6237\"", []),
        new Planted("\"id\": \"abcdef\"", [$"json.length {at}/id"]),
        new Planted("\"id\": null", [$"json.null {at}/id"]),
        new Planted("\"id\": \"\\ud800\"", [$"json.surrogate {at}/id"]),
        new Planted("\"id\": {\"x\": [1]}", [$"json.type {at}/id"]));

    private static Gen<Planted> Value(string at, int depth) => depth == 0 ? Scalar(at) : Gen.Frequency((4, Scalar(at)), (1, Parts(at, depth)));

    private static Gen<Planted> Scalar(string at) => Gen.Elements(
        new Planted("\"count\": 1e2", []),
        new Planted("\"count\": 7", []),
        new Planted("\"count\": 1.5", [$"json.not-whole {at}/count"]),
        new Planted("\"count\": 101", [$"json.range {at}/count"]),
        new Planted("\"count\": [[1], {}]", [$"json.type {at}/count"]),
        new Planted("\"on\": \"2024-02-29\"", []),
        new Planted("\"on\": \"2023-02-29\"", [$"json.date {at}/on"]),
        new Planted("\"on\": \"2023-2-9\"", [$"json.date {at}/on"]),
        new Planted("\"o\\u006e\": 5", [$"json.type {at}/on"]),
        new Planted("\"ok\": true", []),
        new Planted("\"ok\": \"true\"", [$"json.type {at}/ok"]),
        new Planted("\"co/de~\": \"low\"", []),
        new Planted("\"co/de~\": \"lowly\"", [$"json.unknown-code {at}/co~1de~0"]));

    private static Gen<Planted> Oddities(string at) => Gen.Elements(
        new Planted("", []),
        new Planted("", []),
        new Planted("\"o/dd\": {\"id\": [1, 2]}", [$"json.unknown-member {at}/o~1dd"]),
        new Planted("\"\": 1", [$"json.unknown-member {at}/"]),
        new Planted("\"parts\": [], \"parts\": [{}]", [$"json.duplicate-member {at}/parts"]));

    private static Gen<Planted> Parts(string at, int depth) =>
        from count in Gen.Choose(0, 3)
        from parts in Sequence(Enumerable.Range(0, count).Select(i => Node(string.Create(CultureInfo.InvariantCulture, $"{at}/parts/{i}"), depth - 1)))
        select new Planted("\"parts\": [" + string.Join(",", parts.Select(part => part.Text)) + "]", [.. parts.SelectMany(part => part.Faults)]);

    private static Gen<IReadOnlyList<Planted>> Sequence(IEnumerable<Gen<Planted>> gens) =>
        gens.Aggregate(Gen.Constant<IReadOnlyList<Planted>>([]), (all, gen) => from list in all from next in gen select (IReadOnlyList<Planted>)[.. list, next]);
}
