using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Valid requests with pieces cut, doubled and replaced: never a defect, and every refusal of the one shape.</summary>
public sealed class MutationLaws : IAsyncLifetime
{
    private const string Record = """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"A","manager":"M","name":"王小明","contact":{"mobile":"1"},"preferences":{"refusedChannels":["sms"],"marketingConsent":true},"dossier":{"onFile":["name"],"servicePlan":"x"},"facts":{"deposits":300000.25,"products":["fund","pos"],"birthDate":"1980-02-29","everTransacted":true,"gender":"female"}}""";

    private static readonly string[] Pieces =
        ["null", "true", "-1", "1e400", "NaN", "[", "]", "{", "}", ",", ":", "\"", "\\", "\\ud800", "\\u0000", "\"a\":1,", "[[[[[[", "\n", "\r", " ", "杭", "\"kind\":\"enterprise\",", "\"facts\":{},", "0", "\u0001", "\uFEFF", "2026-02-30"];

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Law(250)]
    public Property A_mutated_classify_call_is_answered_or_refused() => Law.ForAll(
        Mutated($"{{\"asOf\":\"2026-11-21\",\"policies\":[\"retail-vip\",\"activity\"],\"customer\":{Record}}}"),
        body => IsSound("POST", "/v1/classify", body, Json));

    [Law(250)]
    public Property A_mutated_record_is_filed_or_refused() => Law.ForAll(
        Mutated(Record),
        body => IsSound("PUT", "/v1/customers/P-1", body, Json));

    [Law(250)]
    public Property A_mutated_part_is_filed_or_refused() => Law.ForAll(
        Mutated("""{"id":"P-1","kind":"personal","asOf":"2026-11-20","source":"crm","outlet":"A","name":null,"contact":{"mobile":"1","email":null},"dossier":null,"facts":{"deposits":5.25,"products":["fund"],"riskLevel":null}}"""),
        body => IsSound("PATCH", "/v1/customers/P-1", body, "application/merge-patch+json"));

    [Law(250)]
    public Property A_mutated_import_of_parts_is_taken_or_refused() => Law.ForAll(
        Gen.OneOf(
            Mutated("""{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"A","facts":{"deposits":1},"clear":["name","facts.products"]}""" + "\n").Select(body => (body, "?mode=merge", Ndjson)),
            Mutated("id,asOf,kind,outlet,facts.deposits,clear\nP-1,2026-11-20,personal,A,5.25,name;facts.products\nP-2,2026-11-20,,,,;\n").Select(body => (body, "?mode=merge", Csv)),
            Mutated("""{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"A","provenance":{"core":{"2026-11-20":["*"]},"":{"2026-11-19":["name","facts.deposits"]}}}""" + "\n").Select(body => (body, "", Ndjson)),
            Mutated("id,kind,asOf,outlet,provenance\nP-1,personal,2026-11-20,A,\"{\"\"core\"\":{\"\"2026-11-20\"\":[\"\"*\"\"]}}\"\n").Select(body => (body, "", Csv))),
        sent => IsSound("POST", "/v1/customers/import" + sent.Item2, sent.body, sent.Item3));

    [Law(250)]
    public Property A_mutated_batch_is_answered_line_by_line() => Law.ForAll(
        Mutated($"{Record}\n{Record}\n{{\"kind\":\"enterprise\",\"facts\":{{}}}}\n"),
        body => IsSoundBatch(body));

    [Law(250)]
    public Property A_mutated_import_is_taken_or_refused() => Law.ForAll(
        Gen.OneOf(
            Mutated($"{Record}\n{Record}\n").Select(body => (body, Ndjson)),
            Mutated("id,kind,asOf,outlet,name,facts.deposits,facts.products\nP-1,personal,2026-11-20,A,\"王, \"\"明\"\"\",5.25,fund;pos\nP-2,personal,2026-11-20,A,,,;\n").Select(body => (body, Csv))),
        sent => IsSound("POST", "/v1/customers/import", sent.body, sent.Item2));

    private static Gen<byte[]> Mutated(string valid)
    {
        var text = Encoding.UTF8.GetBytes(valid);
        var change =
            from kind in Gen.Choose(0, 4)
            from at in Gen.OneOf(Gen.Choose(0, text.Length - 1), Gen.Elements(Seams(text)))
            from length in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(1, 12)))
            from piece in Gen.Elements(Pieces)
            from value in Gen.Choose(0, 255)
            select (Func<byte[], byte[]>)(bytes => Changed(bytes, kind, at, length, Encoding.UTF8.GetBytes(piece), (byte)value));
        return from count in Gen.Choose(1, 3)
               from changes in change.ArrayOf(count)
               select changes.Aggregate(text, (bytes, apply) => apply(bytes));
    }

    /// <summary>Where a member or an element begins.</summary>
    private static int[] Seams(byte[] text) => [.. Enumerable.Range(1, text.Length - 1).Where(at => text[at - 1] is (byte)'{' or (byte)'[' or (byte)',' or (byte)':')];

    /// <summary>One change; a length of nothing means up to the next comma, a whole member as a rule.</summary>
    private static byte[] Changed(byte[] bytes, int kind, int at, int length, byte[] piece, byte value)
    {
        at = Math.Min(at, bytes.Length);
        var comma = Array.IndexOf(bytes, (byte)',', at) + 1;
        var end = length == 0 && comma > 0 ? comma : Math.Min(bytes.Length, at + length);
        return kind switch
        {
            0 => [.. bytes[..at], .. bytes[end..]],
            1 => [.. bytes[..end], .. bytes[at..]],
            2 => [.. bytes[..at], .. piece, .. bytes[at..]],
            3 => [.. bytes[..at], .. piece, .. bytes[end..]],
            _ => [.. bytes[..at], value, .. bytes[Math.Min(bytes.Length, at + 1)..]],
        };
    }

    private async Task<bool> IsSound(string method, string path, byte[] body, string type)
    {
        using var response = await service.Client.Send(method, path, Content(body, type), method == "PUT" ? [("If-None-Match", "*")] : []);
        return response.IsSuccessStatusCode || await ProblemShape.Flaw(response) is null;
    }

    /// <summary>One answer for each line that is not empty: a decision or a problem with the line's number.</summary>
    private async Task<bool> IsSoundBatch(byte[] body)
    {
        using var response = await service.Client.Send("POST", "/v1/classify/batch?policies=activity&asOf=2026-11-21", Content(body, Ndjson));
        var numbers = Numbers(body).ToList();
        var answers = (await response.Content.ReadAsStringAsync()).Split('\n')[..^1];
        return response.IsSuccessStatusCode && answers.Length == numbers.Count && answers.Zip(numbers).All(pair =>
            pair.Item1.StartsWith("{\"customer\":", StringComparison.Ordinal) || ProblemShape.Flaw(pair.Item1, null, null, pair.Item2) is null);
    }

    private static IEnumerable<long> Numbers(byte[] body)
    {
        var number = 0L;
        foreach (var line in Encoding.Latin1.GetString(body).Split('\n'))
        {
            number++;
            if ((line.EndsWith('\r') ? line[..^1] : line).Length > (number == 1 && line.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? 3 : 0))
            {
                yield return number;
            }
        }
    }
}
