using Kehu.Api.Codecs;
using Kehu.Api.Contracts.Json;
using Kehu.Api.Http;
using Kehu.Api.Pages;
using Kehu.Domain;
using static Kehu.Api.Pages.Markup;

namespace Kehu.Api.Endpoints;

/// <summary>The pages to which the types of problem documents lead.</summary>
internal static class ProblemEndpoints
{
    private static readonly MediaOffer Offer = new(MediaTypes.Json, MediaTypes.Html);

    /// <summary>The statuses that a problem can have.</summary>
    private static readonly int[] Statuses = [400, 401, 403, 404, 405, 406, 408, 409, 412, 413, 414, 415, 422, 428, 429, 431, 500, 503, 505, 507];

    private static readonly Dictionary<string, Label> Words = new(
        ProblemKinds.All.Select(kind => KeyValuePair.Create(kind.Code, kind.Words)).Concat(Statuses.Select(status => KeyValuePair.Create($"{status}", OfStatus(status)))), StringComparer.Ordinal);

    public static void MapProblems(this IEndpointRouteBuilder routes) => routes.MapGet("/problems/{code}", Get).Documented("problem");

    private static IResult Get(HttpContext context, string code)
    {
        var faults = new QueryReader(context.Request).Finish();
        return Offer.Choose(context) switch
        {
            Negotiated.Refused(var refused) => refused,
            Negotiated.Chosen => faults.Count > 0 ? Problem.Malformed(faults) : !Words.TryGetValue(code, out var words) ? Problem.NotFound(Unknown(code)) : Answer(context, code, words),
        };
    }

    private static IResult Answer(HttpContext context, string code, Label words) =>
        Offer.Choose(context) is Negotiated.Chosen(MediaTypes.Html) ? new HtmlResult(language => Page(code, words, language)) : new JsonResult(json => ProblemKind.Codec.Write(json, new ProblemKind(code, words)));

    private static string Page(string code, Label words, Language language) =>
        PageFrame.Page(Tag("h1", code), code, [], [Tag("p", words.En).With("lang", "en"), Tag("p", words.Zh).With("lang", "zh-CN")], language);

    private static Label OfStatus(int status) => StatusWords.Title(status) + new Label(
        ": several things are wrong; errors has them all, each with its code, its place and how to mend it", "：有多处错误；errors 逐一列出其代码、位置及改正办法");

    private static Fault Unknown(string code) => Fault.Of(
        "code", "problem.unknown", $"there is no fault with the code '{JsonFaults.Quoted(code)}'; all codes are in docs/problems.md", $"没有代码为“{JsonFaults.Quoted(code)}”的错误；全部代码见 docs/problems.md");
}

/// <summary>What a code of a fault, or a status, says.</summary>
internal sealed record ProblemKind(string Code, Label Words)
{
    /// <summary>The meaning on the wire.</summary>
    public static Contract<ProblemKind> Contract { get; } = Answered<ProblemKind>.Object(
        "What a code of a fault, or a status, says.",
        Answered<ProblemKind>.Always("code", Forms.Plain, kind => kind.Code),
        Answered<ProblemKind>.Always("words", Label.Contract, kind => kind.Words));

    public static ContractCodec<ProblemKind> Codec { get; } = JsonForms.All.Of(Contract);
}
