using System.Globalization;
using LanguageExt;

namespace Kehu.Api;

/// <summary>What happened with customers, of one sort: the routes that all sorts have in common, told in the texts of each.</summary>
internal sealed class EventRoutes<T>(
    YearTable<T> table, EventLog<T> log, YearArchive<T> archive, AnswerArchive answers, CustomerStore store, Imports imports, TimeProvider time)
    where T : class, IDatedEvent<T>
{
    private static readonly Param<string> Customer = Params.CustomerSuchAs("P-0000001");

    private static readonly Param<DateOnly?> From = Params.Day("from", "The first day; all before where left out.");

    private static readonly Param<DateOnly?> To = Params.Day("to", "The last day; all after where left out.");

    private string One => table.Words.Code;

    private string Many => table.Name;

    /// <summary>Logging one, answered as the sort answers.</summary>
    public Route Log(EventTexts texts, string summary, string says, string example, string answered, Func<Call, EventLog<T>, Task<IResult>> answer) =>
        new("POST", $"/v1/{Many}", $"log-{One}", texts.Tag, summary, says)
        {
            Needs = CustomerRoutes.Files,
            Body = [new Content(MediaTypes.Json, texts.Schema + "ToLog", example)],
            Replies =
            [
                new Reply(201, "Logged.", new Content(MediaTypes.Json, answered)),
                new Reply(200, "On file already.", new Content(MediaTypes.Json, answered)),
            ],
            MayConflict = true,
            MayRefuse = true,
            Stores = true,
            InWords = true,
            Do = call => answer(call, log),
        };

    /// <summary>The same, where the answer is the event and nothing besides.</summary>
    public Route Log(EventTexts texts, string summary, string says, string example) => Log(
        texts, summary,
        $"{says} The same {table.Words.One.En} again under the same id changes nothing; another one under it is 409. "
        + $"A customer has at most {table.Most} a year. 422: customer.unknown, {One}.in-future, {One}.too-many.",
        example, texts.Schema, (call, log) => log.Take(call));

    /// <summary>Everything but logging one.</summary>
    public IEnumerable<Route> Others(EventTexts texts)
    {
        var wanted = Wanted(texts.Id);
        return
        [
            new("POST", $"/v1/{Many}/import", $"import-{Many}", texts.Tag, $"Import {Many}",
                $"One {One} a line, each with an id. What is accepted is durable when the answer arrives; repeating an import changes nothing.")
            {
                Needs = CustomerRoutes.Files,
                Body = [new Content(MediaTypes.Ndjson, texts.Schema, texts.Lines)],
                Replies = [new Reply(200, "What the import came to.", new Content(MediaTypes.Json, "ImportReport"))],
                InTurn = true,
                InWords = true,
                Do = call => imports.Run(call, One, turn => Take(call, turn)),
            },
            imports.Refused(Many, $"{One}-rejects", texts.Tag, $"The lines an import of {Many} refused"),
            new("GET", $"/v1/customers/{{id}}/{Many}", $"customer-{Many}", texts.Tag, texts.Listed,
                "By date and id.")
            {
                Needs = CustomerRoutes.Reads,
                Takes = [Customer, From, To, Params.Page],
                Replies = [new Reply(200, $"A page of {Many}.", new Content(MediaTypes.Json, texts.Schema + "List"))],
                MayBeAbsent = true,
                Do = List,
            },
            new("GET", $"/v1/customers/{{id}}/{Many}/{{{One}}}", $"get-{One}", texts.Tag, texts.Found,
                "With the entity tag that withdrawing it needs.")
            {
                Needs = CustomerRoutes.Reads,
                Takes = [Customer, wanted],
                Replies = [new Reply(200, $"The {One}.", new Content(MediaTypes.Json, texts.Schema)), new Reply(304, "Not modified.")],
                MayBeAbsent = true,
                Do = call => Get(call, call.Of(wanted)),
            },
            new("DELETE", $"/v1/customers/{{id}}/{Many}/{{{One}}}", $"withdraw-{One}", texts.Tag, texts.TakenBack,
                $"{texts.Correcting} Needs If-Match.")
            {
                Needs = CustomerRoutes.Files,
                Takes = [Customer, wanted],
                Version = [RequestHeaders.IfMatch with { Description = $"The ETag of the {One}, or * for any.", Required = true, Example = "*" }],
                Replies = [new Reply(204, "Withdrawn.")],
                MayBeAbsent = true,
                Stores = true,
                Do = call => Withdraw(call, call.Of(wanted)),
            },
        ];
    }

    private async Task<Either<Problem, ImportReport>> Take(Call call, ImportTurn turn)
    {
        using var import = new YearImport<T>(turn.Store, call.Sees, table, time.Today(), turn.Rejects);
        await import.TakeAll(turn.Lines, call.Stop);
        return await import.Finish(turn.Id);
    }

    private async Task<IResult> List(Call call)
    {
        var (id, from, to) = (call.Of(Customer), call.Of(From), call.Of(To));
        return await store.Within(call.Sees).Customer(id, table.Part, call.Stop) is not { Held.IsWithdrawn: false } found
            ? CustomerRoutes.Absent(id)
            : JsonResult.Of(EventCodecs<T>.Page, Listing.Cut(
                call.Of(Params.Page),
                table.All(found.Of(table))
                    .Where(one => (from is null || one.Date >= from) && (to is null || one.Date <= to))
                    .Select(one => new SentEvent<T>(id, one)),
                one => string.Create(CultureInfo.InvariantCulture, $"{one.Event.Date:yyyy-MM-dd} {one.Event.Id}")));
    }

    private async Task<IResult> Get(Call call, string wanted)
    {
        var customer = call.Of(Customer);
        return await archive.Find(call.Sees, customer, wanted, call.Stop) is { } found
            ? call.Tagged(table.Version(found), () => JsonResult.Of(EventCodecs<T>.Sent, new SentEvent<T>(customer, found)))
            : Problem.NotFound(table.Words.Unknown(customer, wanted));
    }

    /// <summary>Takes back what was logged by mistake.</summary>
    private Task<IResult> Withdraw(Call call, string wanted)
    {
        var customer = call.Of(Customer);
        return call.Store(answers, async (precondition, ct) =>
        {
            if (await archive.Logged(call.Sees, customer, wanted, ct) is not var (head, logged, without))
            {
                return Problem.NotFound(table.Words.Unknown(customer, wanted));
            }

            var version = table.Version(logged);
            return precondition.IsMetBy(version)
                ? new Effect(
                    Prelude.Array(without), KeptAnswer.Nothing with { Customer = AboutCustomer.Of(head) },
                    Deed.Of(One, customer, customer, AuditText.OfEvent(wanted, version, Option<string>.None)))
                : precondition.Unmet(isThere: true);
        });
    }

    /// <summary>The id in the path, under the name of the sort.</summary>
    private Param<string> Wanted(string example) => Params.Part(One, $"The id of the {One}.", example, text => Prelude.toSeq(table.Words.OfId(text)));
}
