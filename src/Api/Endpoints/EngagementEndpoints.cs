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
        routes.MapGet("/v1/customers/{id}/engagements/{engagement}", Get).Documented("get-engagement");
        routes.MapDelete("/v1/customers/{id}/engagements/{engagement}", Withdraw).Documented("withdraw-engagement");
    }

    private static Task<IResult> Log(
        HttpContext context, AnswerArchive answers, CustomerArchive customers, EngagementArchive engagements, StandardsInForce standards, DutyBook book, TimeProvider time) =>
        context.Store<SentEngagement>(answers, [], EngagementJson.Read, async (demand, ct) =>
        {
            var (customer, engagement) = (demand.Body.Customer, Named(demand.Body.Engagement));
            var (head, snapshots) = await customers.Snapshots(customer, null, ct) ?? (default, Arr<CustomerRecord>.Empty);
            IReadOnlyList<Fault> refused =
            [
                .. snapshots.IsEmpty ? [EngagementFaults.UnknownCustomer(customer)] : System.Array.Empty<Fault>(),
                .. engagement.Date > time.Today() ? [EngagementFaults.InFuture] : System.Array.Empty<Fault>(),
            ];
            if (refused.Count > 0)
            {
                return Problem.Refused(refused);
            }

            var rows = await engagements.Rows(customer, ct);
            var done = EngagementRow.All(rows);
            return EngagementFiling.Add(done, engagement) switch
            {
                EngagementFiling.Unchanged => new Effect(Arr<Store.Write>.Empty, Answer(200, done)),
                EngagementFiling.Taken => Problem.Conflict(EngagementFaults.Taken(engagement.Id)),
                EngagementFiling.Full => Problem.Refused(EngagementFaults.Full),
                EngagementFiling.Filed(var year) => new Effect(
                    new Arr<Store.Write>(EngagementFiling.ToUnit(EngagementRow.Id(customer, engagement.Date.Year), rows, year, head)),
                    Answer(201, [.. done, engagement])),
            };

            KeptAnswer Answer(int status, Engagement[] all)
            {
                var language = AcceptLanguage.Of(context.Request);
                var of = new CustomerCare(customer, ServiceStanding.Of(snapshots, standards.All), all);
                var violations = book.Violations(of, new DateRange(engagement.Date, engagement.Date)).Filter(violation => violation.Engagement.Id == engagement.Id);
                var does = book.Duties(of, Reach(engagement.Date), time.Today()).Filter(duty => duty.Assessed.DoneBy.Exists(done => done.Id == engagement.Id));
                return KeptAnswer.Json(status, json =>
                {
                    json.WriteStartObject();
                    EngagementJson.WriteMembers(json, customer, engagement);
                    json.WriteList("does"u8, does, (json, duty) => DutyJson.Write(json, customer, duty));
                    ViolationJson.Write(json, violations, language);
                    json.WriteEndObject();
                }) with
                { Language = AcceptLanguage.Tag(language), Customer = customer };
            }
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

    private static async Task<IResult> Get(HttpContext context, string id, string engagement, EngagementArchive engagements)
    {
        if (CustomerEndpoints.Preliminary(context, id, [.. new QueryReader(context.Request).Finish(), .. IdFaults(engagement)]) is { } refused)
        {
            return refused;
        }

        if (await engagements.Find(id, engagement, context.RequestAborted) is not { } found)
        {
            return Unknown(id, engagement);
        }

        var version = EngagementArchive.Version(found);
        context.Response.Headers.ETag = ETags.Of(version);
        return ETags.IsFresh(context.Request.Headers, version).Match<IResult>(
            Left: fault => Problem.Malformed(fault),
            Right: fresh => fresh ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : new JsonResult(json => EngagementJson.Write(json, id, found)));
    }

    /// <summary>Takes back what was logged by mistake.</summary>
    private static async Task<IResult> Withdraw(HttpContext context, string id, string engagement, EngagementArchive engagements)
    {
        var precondition = ETags.Precondition(context.Request.Headers);
        IReadOnlyList<Fault> faults = [.. new QueryReader(context.Request).Finish(), .. IdFaults(engagement), .. precondition.LeftAsEnumerable()];
        if (CustomerEndpoints.Preliminary(context, id, faults) is { } refused)
        {
            return refused;
        }

        var demanded = precondition.IfLeft(new Precondition.None());
        return demanded is Precondition.None ? Problem.Of(428) : await engagements.Withdraw(id, engagement, demanded, context.RequestAborted) switch
        {
            null => Unknown(id, engagement),
            false => Problem.Of(412),
            true => TypedResults.NoContent(),
        };
    }

    private static IEnumerable<Fault> IdFaults(string engagement) => Codes.IsCode(engagement, 64) ? [] :
    [
        Fault.Of("engagement", "engagement.id", "an id is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit", "编号由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头"),
    ];

    private static Problem Unknown(string customer, string engagement) => Problem.NotFound(Fault.Of(
        "engagement", "engagement.unknown", $"the customer '{customer}' has no engagement '{engagement}' on file", $"客户“{customer}”没有编号为“{engagement}”的维护记录"));

    /// <summary>Due dates of the duties that an engagement of a day can do: no period is longer than a year, and late is within another.</summary>
    private static DateRange Reach(DateOnly day) => new(
        DateOnly.FromDayNumber(Math.Max(day.DayNumber - 731, (int)Spans.Dates.Low)), DateOnly.FromDayNumber(Math.Min(day.DayNumber + 366, (int)Spans.Dates.High)));

    private static Engagement Named(Engagement engagement) => engagement.Id.Length > 0 ? engagement : engagement with { Id = Guid.CreateVersion7().ToString("n") };
}
