using LanguageExt;

namespace Kehu.Api;

/// <summary>A call whose parameters are read and sound, and whose answer's media type is agreed on.</summary>
internal sealed class Call(HttpContext http, Route route, object?[] values, string type, AccessScope sees)
{
    public HttpContext Http { get; } = http;

    /// <summary>The customers that the caller sees where it does this, said here and nowhere else: whatever reads customers takes it from here on.</summary>
    public AccessScope Sees { get; } = sees;

    /// <summary>Who calls.</summary>
    public Caller Caller => Http.Caller();

    /// <summary>True for one who sees a part of the bank: what others choose by name it cannot, since a name that is taken elsewhere would tell.</summary>
    public bool IsBound => route.IsBound(Caller);

    /// <summary>The media type of the answer.</summary>
    public string Type { get; } = type;

    /// <summary>The media type of the lines that are sent; empty where none are.</summary>
    public string Lines { get; init; } = "";

    /// <summary>Set when the caller is gone.</summary>
    public CancellationToken Stop => Http.RequestAborted;

    /// <summary>What the call demands of the resource it changes.</summary>
    public Precondition Precondition { get; init; } = new Precondition.None();

    /// <summary>The name under which the call's answer is kept, if it has one.</summary>
    public Option<string> Key { get; init; }

    /// <summary>Who calls, and over which route: what the audit says of a change.</summary>
    public AuditOrigin Origin => new(Http.Caller(), route.Name, Http.TraceIdentifier);

    /// <summary>The value of one of the route's parameters.</summary>
    public V Of<V>(Param<V> param) => (V)values[route.PlaceOf(param)]!;

    /// <summary>The language of the answer, said in its headers.</summary>
    public Language Answering() => Http.Answering();

    /// <summary>
    /// The answer with its entity tag, or 304 where the caller has this form of this version already. Where it is not settled, as when it tells what
    /// depends on the moment, it is always given.
    /// </summary>
    public IResult Tagged(string version, Func<IResult> answer, bool isSettled = true)
    {
        var tag = Tag(version);
        Http.Response.Headers.ETag = tag;
        return isSettled && ETags.IsFresh(Http.Request.Headers, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : answer();
    }

    /// <summary>The entity tag of a version in the form of this answer.</summary>
    public string Tag(string version)
    {
        var language = route.InWords ? Prelude.Some(AcceptLanguage.Of(Http.Request)) : Prelude.None;
        return ETags.Of(version, Representation.Of(Http, Type, language));
    }

    /// <summary>True where the route needs the version that is changed and the call names none.</summary>
    public bool IsUnconditional => route.NeedsVersion && Precondition is Precondition.None;

    /// <summary>Answers what the JSON body asks for, or says all that is wrong with it.</summary>
    public Task<IResult> Body<T>(BodyReading<T> reading, Func<T, Task<IResult>> answer) => Body(reading, (request, _) => answer(request));

    /// <summary>The same where nothing has to be waited for.</summary>
    public Task<IResult> Body<T>(BodyReading<T> reading, Func<T, IResult> answer) => Body(reading, (request, _) => Task.FromResult(answer(request)));

    /// <summary>The same with the body as it was sent.</summary>
    public Task<IResult> Body<T>(BodyReading<T> reading, Func<T, RequestBody, Task<IResult>> answer) => Whole(async body =>
        reading(body.Span, out var request) is { Count: > 0 } malformed ? Problem.Malformed(malformed) : await answer(request, body));

    /// <summary>The JSON body as it was sent.</summary>
    public async Task<IResult> Whole(Func<RequestBody, Task<IResult>> answer)
    {
        var read = await RequestBody.Read(Http, route.Whole);
        if (read.Case is Problem unreadable)
        {
            return unreadable;
        }

        using var body = read.IfLeft(() => throw new InvalidOperationException("a body was read"));
        return await answer(body);
    }
}
