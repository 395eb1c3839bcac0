using System.Text.Json;

namespace Kehu.Api;

/// <summary>An answer in JSON, written straight to the response.</summary>
internal sealed class JsonResult(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>A value in a language; English where nothing is in words.</summary>
    public static JsonResult Of<T>(Codec<T> codec, T value, Language language = Language.English) => new(json => codec.Write(json, value, language));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = MediaTypes.Json;
        response.Headers.Vary = MediaOffer.Vary;
        var json = WireJson.Rent(response.BodyWriter);
        write(json);
        WireJson.Return(json);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
