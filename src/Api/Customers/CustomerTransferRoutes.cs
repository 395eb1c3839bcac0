using System.Text;
using LanguageExt;

namespace Kehu.Api;

/// <summary>Customers in and out in bulk, as lines of JSON or as CSV.</summary>
internal sealed class CustomerTransferRoutes(
    CustomerStore store, Moments moments, Filings filings, Imports imports, StreamSettings streams) : IFeature
{
    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/customers/import", "import-customers", "Customers", "Import customers",
            "Lines of JSON, or CSV with a header of member names. What is accepted is durable when the answer arrives; repeating an import changes "
            + "nothing. With rows, totalAssets or asOf the file is counted before its first line is stored, and refused whole where it is otherwise: "
            + "422 import.control. With expect=existing nobody is brought on file anew. With source it is noted when the source came last, and the records say "
            + "what is of it. A line is a whole record: what it leaves out is unknown from then on (dropped counts that), but for what the service itself "
            + "wrote. With mode=merge it is a part: what it leaves out stays, and clear names what nothing is known of any more. Of one member and date the "
            + "source that the bank names first counts (Sources:Order); passedOver counts what shows in no record.")
        {
            Needs = CustomerRoutes.Files,
            Takes = [ImportParams.Control, ImportParams.Source, ImportParams.Expect, ImportParams.Mode],
            Body = [new Content(MediaTypes.Ndjson, "CustomerLine", Examples.Import), new Content(MediaTypes.Csv, null, Examples.ImportCsv)],
            Replies = [new Reply(200, "What the import came to.", new Content(MediaTypes.Json, "ImportReport"))],
            MayRefuse = true,
            InTurn = true,
            InWords = true,
            Do = call => imports.Run(call, CustomerRoutes.Subject, turn => Take(call, turn), call.Of(ImportParams.Source)),
        },
        new("GET", "/v1/customers/import/template", "import-template", "Customers", "The CSV header",
            "One line with every column an import may have.")
        {
            Needs = CustomerRoutes.Files | AccessRoles.Auditor,
            Replies = [new Reply(200, "The header.", new Content(MediaTypes.Csv, null))],
            Do = _ => Task.FromResult<IResult>(TypedResults.Text(CsvColumns.Of(filings.Facts).Header() + "\n", MediaTypes.Csv, Encoding.UTF8)),
        },
        imports.Refused("customers", "import-rejects", "Customers", "The lines an import refused"),
        new("GET", "/v1/customers/export", "export-customers", "Customers", "Export customers",
            "Every snapshot by id and date; importing it into an empty store and exporting again gives the same bytes. "
            + "Of an outlet, or of all under a sub-branch or a branch: those who belong to it today, with all their snapshots. 422: unit.unknown.")
        {
            Needs = AccessRoles.Integrator | AccessRoles.Auditor,
            Takes = [Params.OfUnit],
            MayRefuse = true,
            Replies = [new Reply(200, "The records.", new Content(MediaTypes.Ndjson, "Customer"), new Content(MediaTypes.Csv, null))],
            Do = call => call.Of(call.Of(Params.OfUnit), outlets => Export(call, outlets)),
        },
    ];

    private async Task<Either<Problem, ImportReport>> Take(Call call, ImportTurn turn)
    {
        var manner = new ImportManner(call.Of(ImportParams.Source).IfNone(""))
        {
            OnlyExisting = call.Of(ImportParams.Expect).IsSome,
            OfParts = call.Of(ImportParams.Mode).IsSome,
        };
        using var import = new CustomerImport(turn.Store, call.Sees, moments, filings, turn.Rejects, manner);
        return (await Lines(import, call.Of(ImportParams.Control), call, turn)).Case is Problem refused ? refused : await import.Finish(turn.Id);
    }

    private async Task<Option<Problem>> Lines(CustomerImport import, ControlNumbers stated, Call call, ImportTurn turn) =>
        stated.IsStated ? await import.TakeAll(turn.Lines, () => Table(call, turn), stated, streams, call.Stop)
        : await import.TakeAll(turn.Lines, Table(call, turn), call.Stop) is { Count: > 0 } headless ? Problem.Malformed(headless)
        : Option<Problem>.None;

    private CsvReader? Table(Call call, ImportTurn turn) => turn.Type == MediaTypes.Csv
        ? new CsvReader(call.Of(ImportParams.Mode).IsSome ? CsvColumns.OfParts(filings.Facts) : CsvColumns.Of(filings.Facts))
        : null;

    private async Task<IResult> Export(Call call, Option<OutletsAsked> outlets)
    {
        var (response, csv, columns) = (call.Http.Response, call.Type == MediaTypes.Csv, CsvColumns.Of(filings.Facts).Answered());
        response.ContentType = csv ? "text/csv; charset=utf-8" : MediaTypes.Ndjson;
        var lines = new LinesSent(response, call.Stop);
        if (csv)
        {
            await lines.Send(Encoding.UTF8.GetBytes(columns.Header()));
        }

        await foreach (var record in store.Within(outlets.Within(call.Sees)).Export(outlets.Only().OrNull(), filings.Facts, call.Stop))
        {
            await lines.Send(csv ? Encoding.UTF8.GetBytes(CsvRecord.Line(columns, record)) : record.Span);
        }

        await lines.Flush();
        return TypedResults.Empty;
    }
}
