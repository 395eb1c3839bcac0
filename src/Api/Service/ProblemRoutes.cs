using static Kehu.Api.Markup;

namespace Kehu.Api;

/// <summary>The pages to which the types of problem documents lead.</summary>
internal sealed class ProblemRoutes : IFeature
{
    /// <summary>The statuses that a problem can have.</summary>
    private static readonly int[] Statuses = [400, 401, 403, 404, 405, 406, 408, 409, 412, 413, 414, 415, 422, 428, 429, 431, 500, 503, 505, 507];

    private static readonly Dictionary<string, Label> Words = new(
        [
            .. ProblemKinds.All.Select(kind => KeyValuePair.Create(kind.Code, kind.Words)),
            .. Statuses.Select(status => KeyValuePair.Create($"{status}", OfStatus(status))),
        ],
        StringComparer.Ordinal);

    private static readonly Param<string> Code = Params.Part("code", "The code of a fault, or a status.", "json.null");

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/problems/{code}", "problem", "Service", "What a problem's type means",
            "The page that the member type of a problem document leads to: what the code of a fault says, in English and Chinese, "
            + "with … for what differs from fault to fault; or, for a status, how many things can be wrong at once. Needs no key.")
        {
            Needs = AccessRoles.None,
            Takes = [Code],
            Replies = [new Reply(200, "What it means.", new Content(MediaTypes.Json, "ProblemKind"), new Content(MediaTypes.Html, null))],
            MayBeAbsent = true,
            InWords = true,
            Do = call => Task.FromResult(Get(call)),
        },
    ];

    private static IResult Get(Call call)
    {
        var code = call.Of(Code);
        return !Words.TryGetValue(code, out var words) ? Problem.NotFound(Unknown(code))
            : call.Type == MediaTypes.Html ? new HtmlResult(language => Page(code, words, language))
            : JsonResult.Of(ProblemKind.Codec, new ProblemKind(code, words));
    }

    private static string Page(string code, Label words, Language language) =>
        PageFrame.Page(Tag("h1", code), code, [], [Tag("p", words.En).With("lang", "en"), Tag("p", words.Zh).With("lang", "zh-CN")], language);

    private static Label OfStatus(int status) => StatusWords.Title(status) + new Label(
        ": several things are wrong; errors has them all, each with its code, its place and how to mend it", "：有多处错误；errors 逐一列出其代码、位置及改正办法");

    private static Fault Unknown(string code) => Fault.Of(
        "code",
        "problem.unknown",
        $"there is no fault with the code '{FaultWords.Quoted(code)}'; all codes are in docs/problems.md",
        $"没有代码为“{FaultWords.Quoted(code)}”的错误；全部代码见 docs/problems.md");
}
