using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Kehu.Api;

/// <summary>Said of a route whose answer costs less than its compression would.</summary>
internal sealed record Uncompressed;

/// <summary>Answers are compressed where the caller takes it, but for short ones and those of routes that say so.</summary>
internal sealed class AnswerCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    /// <summary>The shortest answer that is compressed (house): below, it fits into one packet anyway.</summary>
    private const int Shortest = 1_400;

    private static readonly string[] Types =
    [
        MediaTypes.Json, MediaTypes.Ndjson, MediaTypes.Csv, MediaTypes.Markdown, MediaTypes.Html, MediaTypes.Text, MediaTypes.SchemaJson,
        "text/css", "text/javascript",
    ];

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is not < Shortest
        && context.GetEndpoint()?.Metadata.GetMetadata<Uncompressed>() is null
        && base.ShouldCompressResponse(context);

    /// <summary>Over HTTPS too: answers hold no secret of a session that a page could have the browser send along.</summary>
    public static IServiceCollection Add(IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = Types;
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services.AddSingleton<IResponseCompressionProvider, AnswerCompression>();
    }
}
