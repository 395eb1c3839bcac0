using LanguageExt;

namespace Kehu.Api;

/// <summary>The log of all customers, in and out as lines of JSON.</summary>
internal sealed class ConsentTransferRoutes(CustomerStore store, Moments moments, FactCatalogue facts, Imports imports, TimeProvider time) : IFeature
{
    private static readonly ContractCodec<ConsentLine> Codec = JsonForms.All.Of(ConsentLine.Contract);

    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/consents/import", "import-consents", "Consents", "Import consents",
            "One event a line, of a customer on file. With recordedAt it keeps the moment at which it was recorded elsewhere. "
            + "What is accepted is durable when the answer arrives; repeating an import changes nothing.")
        {
            Needs = ConsentRoutes.Records,
            Body =
            [
                new Content(MediaTypes.Ndjson, "ConsentLine", Examples.ConsentLines) { Made = document => SchemaForms.Sent(ConsentLine.Contract, document) },
            ],
            Replies = [new Reply(200, "What the import came to.", new Content(MediaTypes.Json, "ImportReport"))],
            InTurn = true,
            InWords = true,
            Do = call => imports.Run(call, ConsentRoutes.Subject, turn => Take(call, turn)),
        },
        imports.Refused("consents", "consent-rejects", "Consents", "The lines an import of consents refused") with
        {
            Needs = ConsentRoutes.Records | AccessRoles.Auditor,
        },
        new("GET", "/v1/consents/export", "export-consents", "Consents", "Export consents",
            "Every event by customer and in the order of the log; importing it into a store that has the customers and exporting again gives the same bytes. "
            + "Of an outlet, or of all under a sub-branch or a branch: those who belong to it today. 422: unit.unknown.")
        {
            Needs = AccessRoles.Integrator | AccessRoles.Compliance | AccessRoles.Auditor,
            Takes = [Params.OfUnit],
            MayRefuse = true,
            Replies = [new Reply(200, "The events.", new Content(MediaTypes.Ndjson, "ConsentLine"))],
            Do = call => call.Of(call.Of(Params.OfUnit), outlets => Export(call, outlets)),
        },
    ];

    private async Task<Either<Problem, ImportReport>> Take(Call call, ImportTurn turn)
    {
        using var import = new ConsentImport(turn.Store, call.Sees, moments, facts, time.Today(), turn.Rejects);
        await import.TakeAll(turn.Lines, call.Stop);
        return await import.Finish(turn.Id);
    }

    private async Task<IResult> Export(Call call, Option<OutletsAsked> outlets)
    {
        call.Http.Response.ContentType = MediaTypes.Ndjson;
        var lines = new LinesSent(call.Http.Response, call.Stop);
        var customers = store.Within(outlets.Within(call.Sees))
            .Customers(outlets.Only().OrNull(), null, "", _ => CustomerParts.History | CustomerParts.Consents, call.Stop);
        await foreach (var customer in customers)
        {
            foreach (var consent in customer.Held.IsWithdrawn ? default : customer.ConsentFile(facts).Log.Events)
            {
                await lines.Send(WireJson.Bytes(json => Codec.Write(json, new ConsentLine(customer.Id, consent))));
            }
        }

        await lines.Flush();
        return TypedResults.Empty;
    }
}
