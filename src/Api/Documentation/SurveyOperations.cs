using Kehu.Api.Archive;
using Kehu.Api.Contracts;
using Kehu.Api.Http;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Operations;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of surveys and purchases are for, and their schemas.</summary>
internal static class SurveyOperations
{
    private static readonly ToldParameter Answered = new(
        "answer", ParameterLocation.Query, "Only surveys with this answer.", OneOf(Enum.GetValues<Satisfaction>().Select(answer => answer.Code())));

    private static readonly ToldParameter Commented = new("commented", ParameterLocation.Query, "Only surveys with a comment (true) or without one (false).", Of(JsonSchemaType.Boolean));

    public static Dictionary<string, Operation> ByName { get; } = new(
    [
        .. Common(EventTables.Surveys, "Survey", Examples.Surveys, "2026-Q4", "What a customer was asked and said"),
        .. Common(EventTables.Purchases, "Purchase", Examples.Purchases, "fund-2026-11-20", "What a customer bought"),
        new("log-survey", Log(
            EventTables.Surveys, "Survey", Examples.Survey, "Log what a customer says of the service",
            "On a day up to today: the answer on the five-point scale and what could be improved, both, either or neither; with neither the customer was asked and did not say.")),
        new("log-purchase", Log(
            EventTables.Purchases, "Purchase", Examples.Purchase, "Log what a customer bought", "On a day up to today, a product of the fact products, with the amount in yuan where there is one.")),
        new("list-surveys", new(
            "Surveys", "What the customers of an outlet or a manager said",
            "By customer, date and id, of an outlet, a manager, both or all. A page looks at 5 000 customers at most: it may be short and still have a next one.",
            [Unit("outlet"), Unit("manager"), Answered, Commented, Day("from", "The first day; all before where left out."), Day("to", "The last day; all after where left out."), Limit, Cursor], [],
            [new Reply(200, "A page of surveys.", new Content(MediaTypes.Json, "SurveyList"))],
            400, 401, 406)),
    ], StringComparer.Ordinal);

    public static Dictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["SurveyToLog"] = SchemaForms.Sent(SentEvent<Survey>.Contract, document),
        ["Survey"] = SchemaForms.Answered(SentEvent<Survey>.Contract, document),
        ["SurveyList"] = List(Ref("Survey", document)),
        ["PurchaseToLog"] = SchemaForms.Sent(SentEvent<Purchase>.Contract, document),
        ["Purchase"] = SchemaForms.Answered(SentEvent<Purchase>.Contract, document),
        ["PurchaseList"] = List(Ref("Purchase", document)),
    };

    private static Operation Log<T>(YearTable<T> table, string schema, string example, string summary, string description)
        where T : class, IDatedEvent<T> => new(
            "Surveys", summary,
            $"{description} The same {table.Words.One.En} again under the same id changes nothing; another one under it is 409. A customer has at most {table.Most} a year. 422: customer.unknown, {table.Words.Code}.in-future, {table.Words.Code}.too-many.",
            [Key, Operations.Language],
            [new Content(MediaTypes.Json, schema + "ToLog", example)],
            [new Reply(201, "Logged.", new Content(MediaTypes.Json, schema)), new Reply(200, "On file already.", new Content(MediaTypes.Json, schema))],
            400, 401, 406, 408, 409, 413, 415, 422);

    /// <summary>What all sorts have in common: importing, listing, reading and withdrawing.</summary>
    private static IEnumerable<KeyValuePair<string, Operation>> Common<T>(YearTable<T> table, string schema, string lines, string id, string listed)
        where T : class, IDatedEvent<T>
    {
        var (one, many) = (table.Words.Code, table.Name);
        var wanted = new ToldParameter(one, ParameterLocation.Path, $"The id of the {one}.", Text(), Required: true, Example: id);
        yield return new($"import-{many}", new(
            "Surveys", $"Import {many}", $"One {one} a line, each with an id. What is accepted is durable when the answer arrives; repeating an import changes nothing.",
            [Operations.Language],
            [new Content(MediaTypes.Ndjson, schema, lines)],
            [new Reply(200, "What the import came to.", new Content(MediaTypes.Json, "ImportReport"))],
            400, 401, 406, 408, 415));
        yield return new($"{one}-rejects", new(
            "Surveys", $"The lines an import of {many} refused", "As ndjson, ready to be mended and sent again. Those of the last twenty imports are kept.",
            [Id("0199f0c0000070008000000000000000")], [],
            [new Reply(200, "The lines.", new Content(MediaTypes.Ndjson, null))],
            400, 401, 404, 406));
        yield return new($"customer-{many}", new(
            "Surveys", listed, "By date and id.",
            [Id("P-0000001"), Day("from", "The first day; all before where left out."), Day("to", "The last day; all after where left out."), Limit, Cursor], [],
            [new Reply(200, $"A page of {many}.", new Content(MediaTypes.Json, schema + "List"))],
            400, 401, 404, 406));
        yield return new($"get-{one}", new(
            "Surveys", $"One {one} of a customer", "With the entity tag that withdrawing it needs.",
            [Id("P-0000001"), wanted], [],
            [new Reply(200, $"The {one}.", new Content(MediaTypes.Json, schema)), new Reply(304, "Not modified.")],
            400, 401, 404, 406));
        yield return new($"withdraw-{one}", new(
            "Surveys", $"Take back a {one} that was logged by mistake", $"To correct a {one}, withdraw it and log it again. Needs If-Match.",
            [Id("P-0000001"), wanted, IfMatch with { Description = $"The ETag of the {one}, or * for any.", Required = true, Example = "*" }], [],
            [new Reply(204, "Withdrawn.")],
            400, 401, 404, 406, 412, 428));
    }
}
