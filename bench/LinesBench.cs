using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LanguageExt;

namespace Kehu.Bench;

/// <summary>
/// A batch within the process, one thread: lines parsed, decided and answered against the same lines parsed and written again by
/// source-generated System.Text.Json; where the time goes, by leaving parts out; and how it grows with policies.
/// </summary>
internal static class LinesBench
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    /// <summary>All decided for the lines of the sample.</summary>
    private static readonly string[] Decided = ["activity", "enterprise-size", "enterprise-type"];

    /// <summary>The first is open for every line of the sample: what still matters is worked out then.</summary>
    private static readonly string[] Three = ["corporate-relationship", "enterprise-size", "enterprise-type"];

    private static readonly string[] Ten = [.. Three, "activity", "annual-volume-tier", "corporate-value", "corporate-stratum", "key-account-abc", "value-tier", "relationship-type"];

    public static int Run(string[] args)
    {
        var count = int.Parse(args.ElementAtOrDefault(0) ?? "50000", CultureInfo.InvariantCulture);
        var book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies compile"));
        var lines = BatchBench.Samples.Select(Encoding.UTF8.GetBytes).ToArray();
        if (!lines.All(Faithful))
        {
            Console.Error.WriteLine("the plain rewriting does not give the line back");
            return 1;
        }

        var ways = new (string Name, Action Work)[]
        {
            ("System.Text.Json in and out", () => Plain(lines, count)),
            ("parse alone", () => Parse(lines, count)),
            ("parse and decide, three decided", () => Decide(lines, count, book, Decided)),
            ("whole, three decided", () => Whole(lines, count, Answering(book, Decided))),
            ("parse and decide, one of three open", () => Decide(lines, count, book, Three)),
            ("whole, one of three open", () => Whole(lines, count, Answering(book, Three))),
            ("whole, one decided", () => Whole(lines, count, Answering(book, Decided[1..2]))),
            ("whole, ten policies", () => Whole(lines, count, Answering(book, Ten))),
            ("whole, every policy of the kind", () => Whole(lines, count, Answering(book, null))),
        };
        var seconds = Turns.Seconds(3, [.. ways.Select(way => way.Work)]);
        Console.WriteLine("what                                 lines/s   us/line  share of the first  bytes allocated/line");
        for (var i = 0; i < ways.Length; i++)
        {
            var median = Turns.Median(seconds[i]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{ways[i].Name,-35}  {count / median,8:F0}  {median / count * 1e6,8:F2}  {Turns.Share(seconds[0], seconds[i]),18:F2}  {Allocated(ways[i].Work) / count,20:F0}"));
        }

        return 0;
    }

    private static bool Faithful(byte[] line)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output, PlainJson.Options);
        PlainJson.Rewrite(line, json);
        json.Flush();
        return output.WrittenSpan.SequenceEqual(line);
    }

    private static double Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static BatchLine Answering(RuleBook book, string[]? policies) => new(
        book,
        policies is null ? (Arr<CompiledPolicy>?)null : Chosen(book, policies),
        AsOf, Evidence: false, Ask: false, Language.English, "request");

    private static Arr<CompiledPolicy> Chosen(RuleBook book, string[] policies) =>
        new(policies.Select(id => book.Find(id).IfNone(() => throw new InvalidOperationException(id))));

    private static void Plain(byte[][] lines, int count)
    {
        var output = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(output, PlainJson.Options);
        for (var i = 0; i < count; i++)
        {
            json.Reset(output);
            PlainJson.Rewrite(lines[i % lines.Length], json);
            json.Flush();
            output.Write("\n"u8);
            Turn(output);
        }
    }

    private static void Parse(byte[][] lines, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var cursor = new JsonCursor(lines[i % lines.Length]);
            _ = CustomerCodecs.ReadToClassify(ref cursor, FactCatalogue.Shipped);
            _ = cursor.Finish();
        }
    }

    private static void Decide(byte[][] lines, int count, RuleBook book, string[] policies)
    {
        var chosen = Chosen(book, policies);
        for (var i = 0; i < count; i++)
        {
            var cursor = new JsonCursor(lines[i % lines.Length]);
            var customer = CustomerCodecs.ReadToClassify(ref cursor, FactCatalogue.Shipped);
            _ = cursor.Finish();
            _ = customer.Customer.Facts.LateDates(AsOf).IsEmpty;
            _ = customer.Customer.By(chosen, AsOf, ask: false);
        }
    }

    private static void Whole(byte[][] lines, int count, BatchLine answering)
    {
        var output = new ArrayBufferWriter<byte>(1 << 16);
        for (var i = 0; i < count; i++)
        {
            answering.Answer(new Line(i + 1, lines[i % lines.Length], oversized: false), output);
            Turn(output);
        }
    }

    /// <summary>Begins the buffer again where it is full, as a stream's pieces do.</summary>
    private static void Turn(ArrayBufferWriter<byte> output)
    {
        if (output.WrittenCount > 1 << 15)
        {
            output.ResetWrittenCount();
        }
    }
}
