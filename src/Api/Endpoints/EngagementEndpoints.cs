using Kehu.Api.Answers;
using Kehu.Api.Archive;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Api.Streams;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>What was done for customers: logged one by one or in bulk, and listed.</summary>
internal static class EngagementEndpoints
{
    public static void MapEngagements(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/engagements", Log).Documented("log-engagement");
        routes.MapPost("/v1/engagements/import", Import).Documented("import-engagements");
        routes.MapGet("/v1/engagements/import/{id}/rejects", TransferEndpoints.FetchRejects).Documented("engagement-rejects");
        routes.MapGet("/v1/customers/{id}/engagements", List).Documented("customer-engagements");
    }

    private static Task<IResult> Log(HttpContext context, AnswerArchive answers, CustomerArchive customers, EngagementArchive engagements, TimeProvider time) =>
        context.Store<SentEngagement>(answers, [], EngagementJson.Read, async (demand, ct) =>
        {
            var (customer, engagement) = (demand.Body.Customer, Named(demand.Body.Engagement));
            IReadOnlyList<Fault> refused =
            [
                .. await customers.Find(customer, null, null, ct) is null ? [EngagementFaults.UnknownCustomer(customer)] : System.Array.Empty<Fault>(),
                .. engagement.Date > time.Today() ? [EngagementFaults.InFuture] : System.Array.Empty<Fault>(),
            ];
            return refused.Count > 0 ? Problem.Refused(refused) : EngagementFiling.Add(await engagements.Of(customer, ct), engagement) switch
            {
                EngagementFiling.Unchanged => new Effect(Arr<Store.Write>.Empty, Answer(200, customer, engagement)),
                EngagementFiling.Taken => Problem.Conflict(EngagementFaults.Taken(engagement.Id)),
                EngagementFiling.Full => Problem.Refused(EngagementFaults.Full),
                EngagementFiling.Filed(var year) => new Effect(
                    Prelude.Array<Store.Write>(EngagementFiling.ToWrite(
                        EngagementRow.Id(customer, engagement.Date.Year), await engagements.Year(customer, engagement.Date.Year, ct), year)),
                    Answer(201, customer, engagement)),
            };
        });

    private static async Task<IResult> Import(HttpContext context, Store.IStore store, EngagementArchive engagements, Rejects rejects, TimeProvider time)
    {
        var faults = new QueryReader(context.Request).Finish();
        var problem = MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable) ? unacceptable
            : faults.Count > 0 ? Problem.Malformed(faults)
            : BodyTypes.Ndjson.Of(context.Request.Headers.ContentType) is Negotiated.Refused(var unsupported) ? unsupported
            : null;
        if (problem is not null)
        {
            return problem;
        }

        TransferEndpoints.LiftLimits(context);
        var id = Rejects.NewId();
        var language = context.Answering();
        using var import = new EngagementImport(store, engagements, time.Today(), rejects.Open(id));
        using var lines = new LineReader(context.Request.BodyReader);
        for (; !lines.Ended; await lines.Fill(context.RequestAborted))
        {
            while (Next(lines, import, out var storing))
            {
                await storing;
            }
        }

        var report = await import.Finish(id);
        return new JsonResult(json => ImportJson.Write(json, report, language));
    }

    /// <summary>Takes the next line that is there; false where none is.</summary>
    private static bool Next(LineReader lines, EngagementImport import, out ValueTask storing)
    {
        storing = ValueTask.CompletedTask;
        if (!lines.TryRead(out var line))
        {
            return false;
        }

        if (line.Oversized)
        {
            import.Reject(line.Number, [], [TransferEndpoints.TooLong]);
            return true;
        }

        var faults = EngagementJson.Read(line.Text, out var sent);
        if (faults.Count > 0)
        {
            import.Reject(line.Number, line.Text, faults);
            return true;
        }

        storing = import.Take(line.Number, sent, line.Text);
        return true;
    }

    private static async Task<IResult> List(HttpContext context, string id, CustomerArchive customers, EngagementArchive engagements)
    {
        var query = new QueryReader(context.Request);
        var (from, to, page) = (query.Day("from"), query.Day("to"), query.Page());
        if (CustomerEndpoints.Preliminary(context, id, query.Finish()) is { } refused)
        {
            return refused;
        }

        return await customers.Find(id, null, null, context.RequestAborted) is null
            ? CustomerEndpoints.Absent(id)
            : Listing.Of(
                page,
                (await engagements.Of(id, context.RequestAborted)).Where(one => (from is null || one.Date >= from) && (to is null || one.Date <= to)),
                Key,
                (json, one) => EngagementJson.Write(json, id, one));
    }

    /// <summary>Where an engagement stands in the list: by date and id.</summary>
    private static string Key(Engagement one) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{one.Date:yyyy-MM-dd} {one.Id}");

    private static KeptAnswer Answer(int status, string customer, Engagement engagement) =>
        KeptAnswer.Json(status, json => EngagementJson.Write(json, customer, engagement));

    private static Engagement Named(Engagement engagement) => engagement.Id.Length > 0 ? engagement : engagement with { Id = Guid.CreateVersion7().ToString("n") };
}
