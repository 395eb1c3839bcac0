using LanguageExt;

namespace Kehu.Api;

/// <summary>What a call that stores asks for: its body, read, and what it demands of the resource.</summary>
internal readonly record struct Demand<T>(T Body, Precondition Precondition);

/// <summary>
/// A call that stores: the answer that was kept of it, else what it demands of the resource, then what its body says, then the attempt, which is committed with
/// the answer that is kept. The attempt reads what it needs and gives the writes and the answer, or a refusal; it is made again when somebody else was faster.
/// </summary>
internal static class StoringCall
{
    /// <summary>The answer of a call with a body.</summary>
    public static Task<IResult> Store<T>(
        this Call call, AnswerArchive answers, BodyReading<T> reading, Func<Demand<T>, CancellationToken, ValueTask<Either<Problem, Effect>>> attempt) =>
        call.Whole(async body =>
        {
            var read = default(Option<Either<Problem, T>>);
            return Result(await answers.Do(call.Asked(body.Memory), call.Origin, Attempt, call.Stop));

            ValueTask<Either<Problem, Effect>> Attempt(CancellationToken ct)
            {
                read = read.IsSome || call.IsUnconditional ? read : Prelude.Some(Read(body, reading));
                return read.IfNone(Unconditional).Match(
                    Left: refused => new ValueTask<Either<Problem, Effect>>(refused),
                    Right: request => attempt(new Demand<T>(request, call.Precondition), ct));
            }
        });

    /// <summary>The same of one without a body.</summary>
    public static async Task<IResult> Store(
        this Call call, AnswerArchive answers, Func<Precondition, CancellationToken, ValueTask<Either<Problem, Effect>>> attempt) =>
        Result(await answers.Do(
            call.Asked(default), call.Origin, ct => call.IsUnconditional ? new(Unconditional) : attempt(call.Precondition, ct), call.Stop));

    /// <summary>The version that is to be changed has to be named.</summary>
    private static Problem Unconditional { get; } = Problem.Of(StatusCodes.Status428PreconditionRequired);

    private static Either<Problem, T> Read<T>(RequestBody body, BodyReading<T> reading) =>
        reading(body.Span, out var request) is { Count: > 0 } malformed ? Problem.Malformed(malformed) : request;

    private static Option<AskedOnce> Asked(this Call call, ReadOnlyMemory<byte> body) => call.Key.Map(key => AskedOnce.Of(
        call.Http.Request.Method, call.Http.Request.Path + call.Http.Request.QueryString, key, body.Span, call.Caller));

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
            answer.Merge.IfSome(counts => response.Headers[MergeHeader.Name] = counts);
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
