namespace Kehu.Api;

/// <summary>A customer with its decisions as an answer. Its length is told first: see <see cref="AnswerBuffer"/>.</summary>
internal sealed class ClassificationResult(string? customer, DateOnly asOf, Classification classification, Language language) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var output = AnswerBuffer.Rent();
        var json = WireJson.Rent(output);
        ClassifyJson.Write(json, customer, asOf, classification, language);
        WireJson.Return(json);
        return AnswerBuffer.Send(httpContext.Response, output);
    }
}
