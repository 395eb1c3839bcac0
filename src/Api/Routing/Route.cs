using LanguageExt;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Primitives;

namespace Kehu.Api;

/// <summary>
/// A route, said once: what it takes, replies and refuses, and what its caller needs. Reading, negotiation, statuses and the document follow from it.
/// </summary>
/// <param name="Method">GET, PUT, POST or DELETE; whatever can be got can be asked for by HEAD.</param>
/// <param name="Path">The template of its address.</param>
/// <param name="Name">Its name in the document.</param>
/// <param name="Tag">The part of the document in which it stands.</param>
/// <param name="Summary">What it is for, in a few words.</param>
/// <param name="Says">What there is to know about it.</param>
internal sealed record Route(string Method, string Path, string Name, string Tag, string Summary, string Says)
{
    /// <summary>Whatever is told may be about somebody: nobody but the caller keeps it, and asks whether it is fresh before it is shown again.</summary>
    private static readonly StringValues Private = new("private, no-cache");

    private readonly IReadOnlyList<Reply> replies = [];
    private readonly IReadOnlyList<Content> body = [];
    private MediaOffer offer = MediaOffer.Json;

    /// <summary>The types of a body of lines, which is read as it comes; none for one that is read whole.</summary>
    private readonly BodyTypes? lines;

    /// <summary>The roles of which a caller needs one; none where it is open to everybody.</summary>
    public required AccessRoles Needs { get; init; }

    /// <summary>It is about the bank as a whole: whoever sees a part of it may not ask.</summary>
    public bool OfWholeBank { get; init; }

    /// <summary>Counters ask it about whoever stands before them, by exact id: whoever serves there is answered about any customer of the bank.</summary>
    public bool AtCounter { get; init; }

    /// <summary>What it takes in the path, the query and the headers, in the order of the document.</summary>
    public IReadOnlyList<Param> Takes { get; init; } = [];

    /// <summary>The forms of its body; none where it takes none.</summary>
    public IReadOnlyList<Content> Body
    {
        get => body;
        init => (body, lines) = (value, LinesAmong(value));
    }

    /// <summary>The types of a body that is read whole.</summary>
    public BodyTypes Whole => body.Any(content => content.MediaType == MediaTypes.MergePatch) ? BodyTypes.MergePatch : BodyTypes.Json;

    /// <summary>What it replies when nothing is wrong; the media types of the first are those on offer.</summary>
    public required IReadOnlyList<Reply> Replies
    {
        get => replies;
        init => (replies, offer) = (value, Offered(value));
    }

    /// <summary>What it is about may not be there: 404.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>What it is about may be on file under another id by now: 410.</summary>
    public bool MayBeGone { get; init; }

    /// <summary>It may come at the wrong time: 409.</summary>
    public bool MayConflict { get; init; }

    /// <summary>What is well formed may be refused by a rule: 422.</summary>
    public bool MayRefuse { get; init; }

    /// <summary>Few such calls are answered at once: 429.</summary>
    public bool InTurn { get; init; }

    /// <summary>It stores: its answer is kept under the header Idempotency-Key, and the store may fail.</summary>
    public bool Stores { get; init; }

    /// <summary>
    /// How the header that names the version to change is told; where there is one, a call without it is refused:
    /// 428, and one that names another: 412.
    /// </summary>
    public IReadOnlyList<DocumentedParameter> Version { get; init; } = [];

    /// <summary>A call may leave open which version it changes: then it is never refused for naming none.</summary>
    public bool VersionMayBeLeftOut { get; init; }

    /// <summary>It is asked by programs that watch the service: they are answered in JSON, whatever else they say.</summary>
    public bool IsForProbes { get; init; }

    /// <summary>It says that the service cannot answer just now: 503.</summary>
    public bool MayBeUnready { get; init; }

    /// <summary>Its answer has words in the language of the header Accept-Language.</summary>
    public bool InWords { get; init; }

    /// <summary>Its answer costs less than its compression would.</summary>
    public bool IsQuick { get; init; }

    /// <summary>What is done: load, one pure call, store, answer.</summary>
    public required Func<Call, Task<IResult>> Do { get; init; }

    /// <summary>What the server has to know of the route before it is answered.</summary>
    public object[] Metadata =>
    [
        .. IsQuick ? [new Uncompressed()] : Array.Empty<object>(),
        .. IsQuick || IsStream ? [new DisableRequestTimeoutAttribute()] : Array.Empty<object>(),
    ];

    /// <summary>Its body or its answer comes line by line, for as long as there is any.</summary>
    private bool IsStream => lines is not null || Replies.Any(reply => reply.Contents.Any(content => content.MediaType == MediaTypes.Ndjson));

    /// <summary>A call has to say which version it changes.</summary>
    public bool NeedsVersion => Version.Count > 0 && !VersionMayBeLeftOut;

    /// <summary>Every error in which a call can end.</summary>
    public IEnumerable<int> Errors =>
    [
        400,
        .. Needs == AccessRoles.None ? [] : Only(401),
        .. Needs == AccessRoles.None || (Needs == AccessRoles.Any && !OfWholeBank) ? [] : Only(403),
        .. IsForProbes ? [] : Only(406),
        .. MayBeAbsent ? Only(404) : [],
        .. Body.Count > 0 ? [408, 413, 415] : Array.Empty<int>(),
        .. MayConflict ? Only(409) : [],
        .. MayBeGone ? Only(410) : [],
        .. Version.Count > 0 ? Only(412) : [],
        .. NeedsVersion ? Only(428) : [],
        .. MayRefuse || Stores ? Only(422) : [],
        .. InTurn ? Only(429) : [],
        .. MayBeUnready ? Only(503) : [],
    ];

    /// <summary>The route as the document tells it.</summary>
    public Operation Told => new(
        Tag, Summary, Says,
        [
            .. Takes.SelectMany(param => param.Told),
            .. Version,
            .. Stores ? [RequestHeaders.Key] : Array.Empty<DocumentedParameter>(),
            .. InWords && !Takes.Contains(Params.Language) ? [RequestHeaders.Language] : Array.Empty<DocumentedParameter>(),
        ],
        Body, Replies, [.. Errors]);

    /// <summary>The place of a parameter among those that are read.</summary>
    public int PlaceOf(Param param)
    {
        for (var place = 0; place < Takes.Count; place++)
        {
            if (ReferenceEquals(Takes[place], param))
            {
                return place;
            }
        }

        throw new InvalidOperationException($"{Name} does not take the parameter {param.Told[0].Name}");
    }

    /// <summary>What stands before every answer: the media type, then all faults of the parameters at once.</summary>
    public async Task Answer(HttpContext http)
    {
        http.Response.Headers.CacheControl = Private;
        var reader = new CallReader(http);
        var values = new object?[Takes.Count];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = Takes[place].Read(reader);
        }

        var (key, demanded) = Demands(reader);
        var sent = lines?.Of(http.Request.Headers);
        var result = Refusal(http, reader, out var type) is { } refused ? refused
            : NeedsVersion && Body.Count == 0 && !Stores && demanded is Precondition.None ? Problem.Of(StatusCodes.Status428PreconditionRequired)
            : sent is Negotiated.Refused(var unsupported) ? unsupported
            : await Do(new Call(http, this, values, type, await Sees(http))
            {
                Key = key,
                Precondition = demanded,
                Lines = sent is Negotiated.Chosen(var form) ? form : "",
            });
        await result.ExecuteAsync(http);
    }

    /// <summary>Whether a caller sees a part of the bank where it does this.</summary>
    public bool IsBound(Caller caller) => !caller.SeesWholeBank(Needs);

    /// <summary>Whom the caller sees: of a system of the bank, everybody, without asking any register.</summary>
    private ValueTask<AccessScope> Sees(HttpContext http) =>
        !IsBound(http.Caller()) || (AtCounter && http.Caller().MayBe(AccessRoles.Serve)) ? new(AccessScope.Bank) : Bound(http);

    private async ValueTask<AccessScope> Bound(HttpContext http) =>
        (await http.RequestServices.GetRequiredService<OrganisationArchive>().Current(http.RequestAborted))
            .ScopeOf(http.Caller(), Needs, http.RequestServices.GetRequiredService<TimeProvider>().Today());

    private Problem? Refusal(HttpContext http, CallReader reader, out string type)
    {
        type = MediaTypes.Json;
        return IsForProbes ? null : offer.Refusal(http, reader.Finish(), out type);
    }

    private (Option<string> Key, Precondition Demanded) Demands(CallReader reader) => (
        Stores ? reader.Header(IdempotencyKey.Of(reader.Headers), Option<string>.None) : Option<string>.None,
        Stores || Version.Count > 0 ? reader.Header(ETags.Precondition(reader.Headers), new Precondition.None()) : new Precondition.None());

    private static BodyTypes? LinesAmong(IReadOnlyList<Content> body) =>
        body.Count > 0 && body.All(content => content.MediaType is MediaTypes.Ndjson or MediaTypes.Csv)
            ? new BodyTypes([.. body.Select(content => content.MediaType)])
            : null;

    private static MediaOffer Offered(IReadOnlyList<Reply> replies) => replies[0].Contents is { Length: > 0 } contents
        ? new MediaOffer([.. contents.Select(content => content.MediaType)])
        : MediaOffer.Json;

    private static int[] Only(int status) => [status];
}
