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
    public static Task<IResult> Answer<T>(this HttpContext context, BodyReading<T> reading, Func<T, Task<IResult>> answer) =>
        context.Answer(MediaOffer.Json, reading, (request, _) => answer(request));

    /// <summary>The same, answered in one of several media types.</summary>
    public static async Task<IResult> Answer<T>(this HttpContext context, MediaOffer offer, BodyReading<T> reading, Func<T, string, Task<IResult>> answer)
    {
        if (offer.Refusal(context, new QueryReader(context.Request).Finish(), out var type) is { } refusal)
        {
            return refusal;
        }

        var read = await RequestBody.Read(context, BodyTypes.Json);
        if (read.Case is Problem refused)
        {
            return refused;
        }

        using var body = read.IfLeft(() => throw new InvalidOperationException("a body was read"));
        var malformed = reading(body.Span, out var request);
        return malformed.Count > 0 ? Problem.Malformed(malformed) : await answer(request, type);
    }

    /// <summary>The JSON body of a call that is answered in JSON, if nothing else is wrong with it.</summary>
    public static async Task<Either<Problem, RequestBody>> Body(this HttpContext context, IReadOnlyList<Fault> faults) =>
        MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable) ? unacceptable
        : faults.Count > 0 ? Problem.Malformed(faults)
        : await RequestBody.Read(context, BodyTypes.Json);
}
