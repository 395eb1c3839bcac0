using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Kehu.Bench;

/// <summary>
/// The main call within the process, without a server: body to answer, in time and bytes allocated a call. The context is made for every
/// call, which is counted in. Versions are compared by running this of both in turn.
/// </summary>
internal static class CallBench
{
    private const string Sizes = """{"asOf":"2026-11-21","policies":["enterprise-size"],"customer":{"id":"E-1","kind":"enterprise","facts":{"industry":"industry","employees":320,"annualRevenue":25000000}}}""";

    private static readonly CallerPrincipal Local = new(Caller.Local, CallerHandler.SchemeName);

    private static string All => $$"""{"asOf":"2026-11-21","customer":{{BatchBench.Samples[0]}}}""";

    public static async Task<int> Run(string[] args)
    {
        var count = int.Parse(args.ElementAtOrDefault(0) ?? "40000", CultureInfo.InvariantCulture);
        var book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies compile"));
        using var turns = new ProposalTurns();
        var call = new ClassifyRoutes(book, turns, new StreamSettings(), TimeProvider.System).Routes.First();
        foreach (var (name, text, query, calls) in new[]
        {
            ("one policy, without evidence", Sizes, "?evidence=false", count),
            ("one policy, with evidence", Sizes, "?evidence=true", count),
            ("every policy, without evidence", All, "?evidence=false&ask=false", count / 4),
            ("every policy, with evidence", All, "?evidence=true&ask=false", count / 20),
        })
        {
            var body = Encoding.UTF8.GetBytes(text);
            var seconds = new List<double>();
            var bytes = 0L;
            for (var round = -3; round < 7; round++)
            {
                var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), System.Diagnostics.Stopwatch.GetTimestamp());
                for (var i = 0; i < calls; i++)
                {
                    await call.Answer(Context(body, query));
                }

                bytes = GC.GetAllocatedBytesForCurrentThread() - before;
                if (round >= 0)
                {
                    seconds.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds);
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32} {Turns.Median(seconds) / calls * 1e6,8:F3} us  {(double)bytes / calls,9:F1} bytes a call"));
        }

        return 0;
    }

    private static DefaultHttpContext Context(byte[] body, string query)
    {
        var context = new DefaultHttpContext { User = Local };
        (context.Request.Method, context.Request.ContentType, context.Request.ContentLength) = ("POST", "application/json", body.Length);
        (context.Request.QueryString, context.Request.Body, context.Response.Body) = (new QueryString(query), new MemoryStream(body), Stream.Null);
        return context;
    }
}
