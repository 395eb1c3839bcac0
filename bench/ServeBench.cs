using System.Text;
using Kehu.Api;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kehu.Bench;

/// <summary>The service with a trivial endpoint beside it: the same middleware, the same bytes in and out, head and all, nothing in between.</summary>
internal static class ServeBench
{
    /// <summary>How many bytes the classification of <c>bench/classify.lua</c> answers; http.sh checks it.</summary>
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes(new string('x', 296));

    public static async Task<int> Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("kehu-bench-");
        var path = Path.Combine(folder.FullName, "kehu.db");
        var opened = SqliteStore.Open(path, StoreSchema.Current);
        await using var store = opened.IfLeft(() => throw new InvalidOperationException("the store opens"));
        await using var app = Composition.Build(["--urls", $"http://127.0.0.1:{args.ElementAtOrDefault(0) ?? "5090"}"], store, path, Extend);
        await app.RunAsync();
        folder.Delete(recursive: true);
        return 0;
    }

    private static void Extend(IEndpointRouteBuilder routes) => routes.MapPost("/bench/trivial", Trivial).ExcludeFromDescription();

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

        context.Response.ContentType = MediaTypes.Json;
        context.Response.ContentLength = Answer.Length;
        context.Response.Headers.Vary = MediaOffer.Vary;
        context.Response.Headers.ContentLanguage = "en";
        await context.Response.BodyWriter.WriteAsync(Answer);
    }
}
