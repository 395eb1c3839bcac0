namespace Kehu.Api;

/// <summary>A page of ours as an answer, in the language asked for. The headers forbid it to load or run anything, whatever it holds.</summary>
internal sealed class HtmlResult(Func<Language, string> page) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var language = httpContext.Answering();
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = PageFrame.Security + "; frame-ancestors 'none'";
        headers.Vary = MediaOffer.Vary;
        httpContext.Response.ContentType = MediaTypes.Html + "; charset=utf-8";
        await httpContext.Response.WriteAsync(page(language), System.Text.Encoding.UTF8, httpContext.RequestAborted);
    }
}
