using System.Security.Cryptography;
using LanguageExt;
using Microsoft.AspNetCore.Http.Features;

namespace Kehu.Api;

/// <summary>An import whose turn it is: the media type of its lines, the lines, where those that are refused go and where the others are stored.</summary>
internal sealed record ImportTurn(string Id, string Type, LineReader Lines, RejectsWriter Rejects, CustomerStore Store);

/// <summary>What imports have in common, of customers and of events: their turns, the report of each, and the lines that it refused.</summary>
internal sealed class Imports(ImportTurns turns, Rejects rejects, IStore store, FactCatalogue facts, AuditTrail trail, FeedArchive feeds, TimeProvider time)
{
    /// <summary>What the audit says of an import that was never answered.</summary>
    private const int BrokenOff = 0;

    private static readonly Problem TooManySources = Problem.Refused(Fault.Of(
        "source",
        "source.too-many",
        $"the register of sources has {FeedArchive.MostSources}, and this would be another; name one that was named before",
        $"来源登记已有 {FeedArchive.MostSources} 个，不再登记新的来源；请使用已登记的来源"));

    private static readonly Param<string> Id = Params.Part("id", "The id.", "0199f0c0000070008000000000000000");

    /// <summary>Takes the lines of a call in its turn, which are about a subject, and says what they came to, or why none was taken.</summary>
    public Task<IResult> Run(
        Call call, string subject, Func<ImportTurn, Task<Either<Problem, ImportReport>>> take, Option<string> source = default) => turns.Run(
        async () => await HasRoom(call, source) ? await Take(call, subject, take, source) : TooManySources, call.Stop);

    /// <summary>The route to the lines that an import refused.</summary>
    public Route Refused(string many, string name, string tag, string summary) => new(
        "GET", $"/v1/{many}/import/{{id}}/rejects", name, tag, summary,
        "As ndjson, ready to be mended and sent again. Those of the last twenty imports are kept.")
    {
        Needs = CustomerRoutes.Files | AccessRoles.Auditor,
        Takes = [Id],
        Replies = [new Reply(200, "The lines.", new Content(MediaTypes.Ndjson, null))],
        MayBeAbsent = true,
        Do = call => Task.FromResult<IResult>(rejects.Find(call.Of(Id), Sender(call)) is { } path
            ? TypedResults.PhysicalFile(path, MediaTypes.Ndjson)
            : Problem.NotFound(Fault.Of("id", "import.unknown", "there is no such import with rejects, or it was long ago", "没有这样的导入或其拒收记录已清除"))),
    };

    private async Task<IResult> Take(Call call, string subject, Func<ImportTurn, Task<Either<Problem, ImportReport>>> take, Option<string> source)
    {
        LiftLimits(call.Http);
        var (id, language, noted) = (Rejects.NewId(time), call.Answering(), new NotedStore(store));
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var lines = LineReader.Of(call.Http, sum);
        try
        {
            var taken = await take(new ImportTurn(id, call.Lines, lines, rejects.Open(id, Sender(call)), new CustomerStore(noted, facts)));
            await taken.Match(
                Right: report => Note(
                    noted, call.Origin, Told(subject, id, sum, source) with { Counts = report.Counts }, StatusCodes.Status200OK, Came(call, source, report)),
                Left: refused => Note(noted, call.Origin, Told(subject, id, sum, source), refused.Status));
            return taken.Match<IResult>(Left: refused => refused, Right: report => JsonResult.Of(ImportCodec.Report, report, language));
        }
        catch (Exception broken) when (noted.HasStored && broken is not StoreException)
        {
            // What was stored stays; how much it was nobody has counted.
            await Note(noted, call.Origin, Told(subject, id, sum, source), BrokenOff);
            throw;
        }
    }

    private static Option<string> Sender(Call call) => call.Sees is AccessScope.Everything ? Option<string>.None : call.Caller.Name;

    /// <summary>An import that changed nothing is not noted, unless it is one of a source: then it changed when that came last.</summary>
    private async Task Note(NotedStore noted, AuditOrigin origin, Deed deed, int status, Option<(string Source, ImportReport Report)> came = default)
    {
        while (noted.HasStored || came.IsSome)
        {
            var unit = new List<Write>(trail.Told(origin, deed, status, []));
            if (came.Case is (string source, ImportReport report))
            {
                unit.Add(await feeds.Noted(source, report, CancellationToken.None));
            }

            // In conflict only with another import of the source, which ends at the same time.
            if (await store.Commit(unit, CancellationToken.None) is null)
            {
                return;
            }
        }
    }

    /// <summary>Whether the register takes the source of a call, where it is noted at all.</summary>
    private async ValueTask<bool> HasRoom(Call call, Option<string> source) =>
        source.Case is not string named || call.Sees is AccessScope.Part || await feeds.Takes(named, call.Stop);

    /// <summary>The source that has come with an import: what a part of the bank sends is not what the bank awaits.</summary>
    private static Option<(string Source, ImportReport Report)> Came(Call call, Option<string> source, ImportReport report) =>
        source.Filter(_ => call.Sees is AccessScope.Everything && FeedArrival.Counts(report.Read, report.Rejected)).Map(name => (name, report));

    private static Deed Told(string subject, string id, IncrementalHash sum, Option<string> source) =>
        Deed.Of(subject, id, source.Map(AuditText.OfSource)) with { Taken = Convert.ToHexStringLower(sum.GetCurrentHash()) };

    /// <summary>A stream has no largest size; its lines have.</summary>
    private static void LiftLimits(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
    }
}
