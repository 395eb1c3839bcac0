using System.Globalization;
using Kehu.Api.Answers;
using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Api.Streams;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Endpoints;

/// <summary>What happened with customers, whatever it is: logged one by one or in bulk, listed, taken back.</summary>
internal static class EventEndpoints
{
    /// <summary>Everything but logging one, which each sort answers in its own way.</summary>
    public static void MapEvents<T>(this IEndpointRouteBuilder routes, YearTable<T> table)
        where T : class, IDatedEvent<T>
    {
        var (one, many) = (table.Words.Code, table.Name);
        routes.MapPost($"/v1/{many}/import", (HttpContext context, IStore store, Rejects rejects, TimeProvider time, ImportTurns turns) => Import(context, table, store, rejects, time, turns))
            .Documented($"import-{many}");
        routes.MapGet($"/v1/{many}/import/{{id}}/rejects", TransferEndpoints.FetchRejects).Documented($"{one}-rejects");
        routes.MapGet($"/v1/customers/{{id}}/{many}", (HttpContext context, string id, IStore store) => List(context, id, table, store))
            .Documented($"customer-{many}");
        routes.MapGet($"/v1/customers/{{id}}/{many}/{{{one}}}", (HttpContext context, string id, YearArchive<T> events) => Get(context, id, table, events)).Documented($"get-{one}");
        routes.MapDelete($"/v1/customers/{{id}}/{many}/{{{one}}}", (HttpContext context, string id, YearArchive<T> events) => Withdraw(context, id, table, events)).Documented($"withdraw-{one}");
    }

    /// <summary>Logs an event of a customer on file. The answer is made of the parts of the customer and of all the customer's events of the sort, this one included.</summary>
    public static Task<IResult> Log<T>(
        this HttpContext context, YearTable<T> table, AnswerArchive answers, IStore store, DateOnly today, CustomerParts parts,
        Func<int, SentEvent<T>, CustomerRows, T[], KeptAnswer> answer)
        where T : class, IDatedEvent<T> =>
        context.Store<SentEvent<T>>(answers, [], EventCodecs<T>.Sent.Read, async (demand, ct) =>
        {
            var customer = demand.Body.Customer;
            var logged = demand.Body.Event.Id.Length > 0 ? demand.Body.Event : demand.Body.Event.At(Guid.CreateVersion7().ToString("n"), demand.Body.Event.Date);
            var found = await store.Customer(customer, parts | table.Part, ct);
            IReadOnlyList<Fault> refused =
            [
                .. found is not { Held.IsWithdrawn: false } ? [EventWords.UnknownCustomer(customer)] : System.Array.Empty<Fault>(),
                .. logged.Date > today ? [table.Words.InFuture] : System.Array.Empty<Fault>(),
            ];
            if (found is null || refused.Count > 0)
            {
                return Problem.Refused(refused);
            }

            var rows = found.Of(table);
            var before = table.All(rows);
            return table.Add(before, logged) switch
            {
                YearFiling<T>.Unchanged => new Effect(Arr<Write>.Empty, Answer(200, before)),
                YearFiling<T>.Taken => Problem.Conflict(table.Words.Taken(logged.Id)),
                YearFiling<T>.Full => Problem.Refused(table.Words.Full(table.Most)),
                YearFiling<T>.Filed(var year) => new Effect(
                    Prelude.Array(table.ToWrite(YearRow.Id(customer, logged.Date.Year), rows, year)), Answer(201, [.. before, logged])),
            };

            KeptAnswer Answer(int status, T[] all) => answer(status, new SentEvent<T>(customer, logged), found, all) with { Customer = AboutCustomer.Of(found.Head) };
        });

    /// <summary>The same, where the answer is the event and nothing besides.</summary>
    public static Task<IResult> Log<T>(this HttpContext context, YearTable<T> table, AnswerArchive answers, IStore store, DateOnly today)
        where T : class, IDatedEvent<T> =>
        context.Log(table, answers, store, today, CustomerParts.None, (status, logged, _, _) => KeptAnswer.Json(status, json => EventCodecs<T>.Sent.Write(json, logged)));

    private static async Task<IResult> Import<T>(HttpContext context, YearTable<T> table, IStore store, Rejects rejects, TimeProvider time, ImportTurns turns)
        where T : class, IDatedEvent<T>
    {
        var faults = new QueryReader(context.Request).Finish();
        var problem = MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable) ? unacceptable
            : faults.Count > 0 ? Problem.Malformed(faults)
            : BodyTypes.Ndjson.Of(context.Request.Headers) is Negotiated.Refused(var unsupported) ? unsupported
            : null;
        return problem ?? await turns.Run(() => Take(context, table, store, rejects, time), context.RequestAborted);
    }

    private static async Task<IResult> Take<T>(HttpContext context, YearTable<T> table, IStore store, Rejects rejects, TimeProvider time)
        where T : class, IDatedEvent<T>
    {
        TransferEndpoints.LiftLimits(context);
        var id = Rejects.NewId(time);
        var language = context.Answering();
        using var import = new YearImport<T>(store, table, time.Today(), rejects.Open(id));
        using var lines = new LineReader(context.Request.BodyReader);
        for (; !lines.Ended; await lines.Fill(context.RequestAborted))
        {
            while (Next(lines, import, out var storing))
            {
                await storing;
            }
        }

        var report = await import.Finish(id);
        return new JsonResult(json => ImportCodec.Report.Write(json, report, language));
    }

    /// <summary>Takes the next line that is there; false where none is.</summary>
    private static bool Next<T>(LineReader lines, YearImport<T> import, out ValueTask storing)
        where T : class, IDatedEvent<T>
    {
        storing = ValueTask.CompletedTask;
        if (!lines.TryRead(out var line))
        {
            return false;
        }

        if (line.Oversized)
        {
            import.Reject(line.Number, [], [ImportReading.TooLong]);
            return true;
        }

        var faults = EventCodecs<T>.Sent.Read(line.Text, out var sent);
        if (faults.Count > 0)
        {
            import.Reject(line.Number, line.Text, faults);
            return true;
        }

        storing = import.Take(line.Number, sent, line.Text);
        return true;
    }

    private static async Task<IResult> List<T>(HttpContext context, string id, YearTable<T> table, IStore store)
        where T : class, IDatedEvent<T>
    {
        var query = new QueryReader(context.Request);
        var (from, to, page) = (query.Day("from"), query.Day("to"), query.Page());
        if (CustomerEndpoints.Preliminary(context, id, query.Finish()) is { } refused)
        {
            return refused;
        }

        return await store.Customer(id, table.Part, context.RequestAborted) is not { Held.IsWithdrawn: false } found
            ? CustomerEndpoints.Absent(id)
            : JsonResult.Of(EventCodecs<T>.Page, Listing.Cut(
                page,
                table.All(found.Of(table)).Where(one => (from is null || one.Date >= from) && (to is null || one.Date <= to)).Select(one => new SentEvent<T>(id, one)),
                one => string.Create(CultureInfo.InvariantCulture, $"{one.Event.Date:yyyy-MM-dd} {one.Event.Id}")));
    }

    private static async Task<IResult> Get<T>(HttpContext context, string id, YearTable<T> table, YearArchive<T> events)
        where T : class, IDatedEvent<T>
    {
        var (words, wanted) = (table.Words, Wanted(context, table));
        if (CustomerEndpoints.Preliminary(context, id, [.. new QueryReader(context.Request).Finish(), .. words.OfId(wanted)]) is { } refused)
        {
            return refused;
        }

        if (await events.Find(id, wanted, context.RequestAborted) is not { } found)
        {
            return Problem.NotFound(words.Unknown(id, wanted));
        }

        var version = table.Version(found);
        context.Response.Headers.ETag = ETags.Of(version);
        return ETags.IsFresh(context.Request.Headers, version).Match<IResult>(
            Left: fault => Problem.Malformed(fault),
            Right: fresh => fresh ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : new JsonResult(json => EventCodecs<T>.Sent.Write(json, new SentEvent<T>(id, found))));
    }

    /// <summary>Takes back what was logged by mistake.</summary>
    private static async Task<IResult> Withdraw<T>(HttpContext context, string id, YearTable<T> table, YearArchive<T> events)
        where T : class, IDatedEvent<T>
    {
        var (words, wanted, precondition) = (table.Words, Wanted(context, table), ETags.Precondition(context.Request.Headers));
        IReadOnlyList<Fault> faults = [.. new QueryReader(context.Request).Finish(), .. words.OfId(wanted), .. precondition.LeftAsEnumerable()];
        if (CustomerEndpoints.Preliminary(context, id, faults) is { } refused)
        {
            return refused;
        }

        var demanded = precondition.IfLeft(new Precondition.None());
        return demanded is Precondition.None ? Problem.Of(428) : await events.Withdraw(id, wanted, demanded, context.RequestAborted) switch
        {
            null => Problem.NotFound(words.Unknown(id, wanted)),
            false => Problem.Of(412),
            true => TypedResults.NoContent(),
        };
    }

    /// <summary>The id in the route, under the name of the sort.</summary>
    private static string Wanted<T>(HttpContext context, YearTable<T> table)
        where T : class, IDatedEvent<T> => (string)context.GetRouteValue(table.Words.Code)!;
}
