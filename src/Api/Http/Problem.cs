namespace Kehu.Api;

/// <summary>
/// An answer that says what was wrong (RFC 9457), with every fault at once. An endpoint returns it like any other result;
/// it is written in the caller's language.
/// </summary>
internal sealed class Problem(int status, IReadOnlyList<Fault> faults, int? retryAfterSeconds = null) : IResult
{
    public int Status { get; } = status;

    public IReadOnlyList<Fault> Faults { get; } = faults;

    /// <summary>The facts that have to be known first, by name, where that is what is wrong.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    /// <summary>Where what was asked for is now.</summary>
    public string? Location { get; private init; }

    /// <summary>The same problem, telling where what was asked for is now.</summary>
    public Problem At(string location) => new(Status, Faults, retryAfterSeconds) { Missing = Missing, Location = location };

    /// <summary>The same problem with the facts that have to be known first.</summary>
    public Problem With(IReadOnlyList<string> missing) => new(Status, Faults, retryAfterSeconds) { Missing = missing };

    /// <summary>400: the request is malformed, or holds values that can not be.</summary>
    public static Problem Malformed(params IReadOnlyList<Fault> faults) => new(400, faults);

    /// <summary>404: there is no such thing.</summary>
    public static Problem NotFound(Fault fault) => new(404, [fault]);

    /// <summary>409: the request conflicts with what is stored.</summary>
    public static Problem Conflict(params IReadOnlyList<Fault> faults) => new(409, faults);

    /// <summary>422: well-formed, but refused by a rule.</summary>
    public static Problem Refused(params IReadOnlyList<Fault> faults) => new(422, faults);

    /// <summary>429: too many requests, or too large a share of the work.</summary>
    public static Problem TooMany(int retryAfterSeconds) => new(429, [StatusWords.Fault(429)], retryAfterSeconds);

    /// <summary>503: not now, but soon.</summary>
    public static Problem Unavailable(int retryAfterSeconds) => new(503, [StatusWords.Fault(503)], retryAfterSeconds);

    /// <summary>A status that says it all, such as 412 or 428.</summary>
    public static Problem Of(int status) => new(status, [StatusWords.Fault(status)]);

    /// <summary>A status with one fault of its own.</summary>
    public static Problem Of(int status, Fault fault) => new(status, [fault]);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var language = AcceptLanguage.Of(request);
        response.StatusCode = Status;
        response.ContentType = MediaTypes.ProblemJson;
        response.Headers.Vary = MediaOffer.Vary;
        response.Headers.ContentLanguage = AcceptLanguage.Tag(language);
        response.Headers.CacheControl = "no-store";
        if (Status == 401)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (retryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        ProblemWriter.Write(response.BodyWriter, this, language, httpContext.TraceIdentifier);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
