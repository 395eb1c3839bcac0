using LanguageExt;

namespace Kehu.Api;

/// <summary>What a call that stores asks for: its body, read, and what it demands of the resource.</summary>
internal readonly record struct Demand<T>(T Body, Precondition Precondition);

/// <summary>
/// A call with a JSON body that stores: negotiate, query and headers, read, attempt, commit with the kept answer, answer.
/// The attempt reads what it needs and gives the writes and the answer, or a refusal; it is made again when somebody else was faster.
/// </summary>
internal static class StoringCall
{
    /// <summary>The answer of a call with a body.</summary>
    public static Task<IResult> Store<T>(
        this Call call, AnswerArchive answers, BodyReading<T> reading, Func<Demand<T>, CancellationToken, ValueTask<Either<Problem, Effect>>> attempt) =>
        call.Body(reading, async (request, body) => call.IsUnconditional
            ? Problem.Of(StatusCodes.Status428PreconditionRequired)
            : Result(await answers.Do(call.Asked(body.Memory), call.Origin, ct => attempt(new Demand<T>(request, call.Precondition), ct), call.Stop)));

    /// <summary>The same of one without a body.</summary>
    public static async Task<IResult> Store(
        this Call call, AnswerArchive answers, Func<Precondition, CancellationToken, ValueTask<Either<Problem, Effect>>> attempt) =>
        Result(await answers.Do(call.Asked(default), call.Origin, ct => attempt(call.Precondition, ct), call.Stop));

    private static Option<AskedOnce> Asked(this Call call, ReadOnlyMemory<byte> body) =>
        call.Key.Map(key => AskedOnce.Of(call.Http.Request.Method, call.Http.Request.Path, key, body.Span));

    private static IResult Result(Either<Problem, GivenAnswer> done) => done.Match<IResult>(Left: refused => refused, Right: given => new GivenResult(given));

    /// <summary>An answer that was made or kept as data.</summary>
    private sealed class GivenResult(GivenAnswer given) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, answer) = (httpContext.Response, given.Answer);
            response.StatusCode = answer.Status;
            response.ContentType = answer.Body.IsEmpty ? null : MediaTypes.Json;
            response.Headers.Vary = MediaOffer.Vary;
            answer.Location.IfSome(location => response.Headers.Location = location);
            answer.ETag.IfSome(tag => response.Headers.ETag = tag);
            answer.Language.IfSome(language => response.Headers.ContentLanguage = language);
            if (given.Replayed)
            {
                response.Headers[IdempotencyKey.ReplayedHeader] = "true";
            }

            if (!answer.Body.IsEmpty)
            {
                await response.BodyWriter.WriteAsync(answer.Body, httpContext.RequestAborted);
            }
        }
    }
}
