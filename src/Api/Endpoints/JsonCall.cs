using Kehu.Api.Http;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>Reads a request from a body: all its faults, or the request.</summary>
internal delegate IReadOnlyList<Fault> BodyReading<T>(ReadOnlySpan<byte> body, out T request);

/// <summary>A call with a JSON body, a JSON answer and no parameters: negotiate, read, answer.</summary>
internal static class JsonCall
{
    public static Task<IResult> Answer<T>(this HttpContext context, BodyReading<T> reading, Func<T, IResult> answer) =>
        context.Answer(reading, request => Task.FromResult(answer(request)));

    /// <summary>The same, where the answer has to be waited for.</summary>
    public static async Task<IResult> Answer<T>(this HttpContext context, BodyReading<T> reading, Func<T, Task<IResult>> answer)
    {
        var faults = new QueryReader(context.Request).Finish();
        if (MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable))
        {
            return unacceptable;
        }

        if (faults.Count > 0)
        {
            return Problem.Malformed(faults);
        }

        var read = await RequestBody.Read(context, BodyTypes.Json);
        if (read.Case is LeftCase<Problem, RequestBody>(var unreadable))
        {
            return unreadable;
        }

        using var body = read.IfLeft(() => throw new InvalidOperationException("a body was read"));
        var malformed = reading(body.Span, out var request);
        return malformed.Count > 0 ? Problem.Malformed(malformed) : await answer(request);
    }
}
