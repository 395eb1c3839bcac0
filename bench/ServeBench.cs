using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kehu.Bench;

/// <summary>The service with a trivial endpoint beside it: the same middleware, the same bytes in and out, head and all, nothing in between.</summary>
internal static class ServeBench
{
    /// <summary>As many bytes as the classification answers are sent of this; http.sh says how many.</summary>
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes(new string('x', 1 << 16));

    public static async Task<int> Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("kehu-bench-");
        var path = Path.Combine(folder.FullName, "kehu.db");
        var opened = EmbeddedStore.Open(path, Tables.Schema, BenchStore.Kind);
        await using var store = opened.IfLeft(() => throw new InvalidOperationException("the store opens"));
        await using var app = Composition.Build(["--urls", $"http://127.0.0.1:{args.ElementAtOrDefault(0) ?? "5090"}", .. args.Skip(1)], store, path, Extend);
        await app.RunAsync();
        folder.Delete(recursive: true);
        return 0;
    }

    private static void Extend(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/bench/trivial", Trivial).ExcludeFromDescription();
        routes.MapPost("/bench/lines", Lines).ExcludeFromDescription();
    }

    private static async Task Lines(HttpContext context) =>
        await LineStream.Answer(context, context.RequestServices.GetRequiredService<StreamSettings>(), Rewritten, Math.Min(4, Environment.ProcessorCount));

    /// <summary>A line parsed and written again, without any rules.</summary>
    private static void Rewritten(in Line line, IBufferWriter<byte> output)
    {
        var json = WireJson.Rent(output);
        PlainJson.Rewrite(line.Text, json);
        WireJson.Return(json);
        output.Write("\n"u8);
    }

    private static async Task Trivial(HttpContext context)
    {
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync();
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        var query = context.Request.QueryString.Value;
        var length = int.Parse(query.AsSpan(query!.IndexOf('=', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        context.Response.ContentType = MediaTypes.Json;
        context.Response.ContentLength = length;
        context.Response.Headers.Vary = MediaOffer.Vary;
        context.Response.Headers.ContentLanguage = "en";
        context.Response.Headers.CacheControl = "private, no-cache";
        await context.Response.BodyWriter.WriteAsync(Answer.AsMemory(0, length));
    }
}
