using LanguageExt;
using Microsoft.AspNetCore.Http.Features;

namespace Kehu.Api;

/// <summary>An import whose turn it is: the media type of its lines, the lines, and where those that are refused go.</summary>
internal sealed record ImportTurn(string Id, string Type, LineReader Lines, RejectsWriter Rejects);

/// <summary>What imports have in common, of customers and of events: their turns, the report of each, and the lines that it refused.</summary>
internal sealed class Imports(ImportTurns turns, Rejects rejects, TimeProvider time)
{
    private static readonly Param<string> Id = Params.Part("id", "The id.", "0199f0c0000070008000000000000000");

    /// <summary>Takes the lines of a call in its turn and says what they came to, or why none was taken.</summary>
    public Task<IResult> Run(Call call, Func<ImportTurn, Task<Either<Problem, ImportReport>>> take) => turns.Run(() => Take(call, take), call.Stop);

    /// <summary>The route to the lines that an import refused.</summary>
    public Route Refused(string many, string name, string tag, string summary) => new(
        "GET", $"/v1/{many}/import/{{id}}/rejects", name, tag, summary,
        "As ndjson, ready to be mended and sent again. Those of the last twenty imports are kept.")
    {
        Needs = CustomerRoutes.Files | AccessRoles.Auditor,
        Takes = [Id],
        Replies = [new Reply(200, "The lines.", new Content(MediaTypes.Ndjson, null))],
        MayBeAbsent = true,
        Do = call => Task.FromResult<IResult>(rejects.Find(call.Of(Id)) is { } path
            ? TypedResults.PhysicalFile(path, MediaTypes.Ndjson)
            : Problem.NotFound(Fault.Of("id", "import.unknown", "there is no such import with rejects, or it was long ago", "没有这样的导入或其拒收记录已清除"))),
    };

    private async Task<IResult> Take(Call call, Func<ImportTurn, Task<Either<Problem, ImportReport>>> take)
    {
        LiftLimits(call.Http);
        var (id, language) = (Rejects.NewId(time), call.Answering());
        using var lines = LineReader.Of(call.Http);
        return (await take(new ImportTurn(id, call.Lines, lines, rejects.Open(id)))).Match<IResult>(
            Left: refused => refused,
            Right: report => JsonResult.Of(ImportCodec.Report, report, language));
    }

    /// <summary>A stream has no largest size; its lines have.</summary>
    private static void LiftLimits(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
    }
}
