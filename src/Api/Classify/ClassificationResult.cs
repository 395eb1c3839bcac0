using Kehu.Api.Contracts;
using Kehu.Domain;

namespace Kehu.Api.Classify;

/// <summary>A customer with its decisions as an answer. Its length is told first: see <see cref="AnswerBuffer"/>.</summary>
internal sealed class ClassificationResult(string? customer, DateOnly asOf, Classification classification, Language language) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var output = AnswerBuffer.Rent();
        var json = Wire.Rent(output);
        ClassifyJson.Write(json, customer, asOf, classification, language);
        Wire.Return(json);
        return AnswerBuffer.Send(httpContext.Response, output);
    }
}
