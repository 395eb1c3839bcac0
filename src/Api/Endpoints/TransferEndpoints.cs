using System.Buffers;
using System.Text;
using Kehu.Api.Archive;
using Kehu.Api.Codecs;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Api.Streams;
using Kehu.Domain;
using Microsoft.AspNetCore.Http.Features;

namespace Kehu.Api.Endpoints;

/// <summary>Customers in and out in bulk, as lines of JSON or as CSV.</summary>
internal static class TransferEndpoints
{
    private static readonly BodyTypes Importable = new(MediaTypes.Ndjson, MediaTypes.Csv);

    private static readonly MediaOffer Exportable = new(MediaTypes.Ndjson, MediaTypes.Csv);

    private static readonly MediaOffer CsvOnly = new(MediaTypes.Csv);

    public static void MapTransfer(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/customers/import", Import).Documented("import-customers");
        routes.MapGet("/v1/customers/import/template", Template).Documented("import-template");
        routes.MapGet("/v1/customers/import/{id}/rejects", FetchRejects).Documented("import-rejects");
        routes.MapGet("/v1/customers/export", Export).Documented("export-customers");
    }

    private static async Task<IResult> Import(HttpContext context, IStore store, Moments moments, FactCatalogue facts, TimeProvider time, Rejects rejects, ImportTurns turns)
    {
        var faults = new QueryReader(context.Request).Finish();
        var problem = MediaOffer.Json.Choose(context) is Negotiated.Refused(var unacceptable) ? unacceptable
            : faults.Count > 0 ? Problem.Malformed(faults)
            : null;
        if (problem is not null)
        {
            return problem;
        }

        if (Importable.Of(context.Request.Headers) is not Negotiated.Chosen(var type))
        {
            return ((Negotiated.Refused)Importable.Of(context.Request.Headers)).Problem;
        }

        return await turns.Run(() => Take(context, type, store, moments, facts, time, rejects), context.RequestAborted);
    }

    private static async Task<IResult> Take(HttpContext context, string type, IStore store, Moments moments, FactCatalogue facts, TimeProvider time, Rejects rejects)
    {
        LiftLimits(context);
        var id = Rejects.NewId(time);
        var language = context.Answering();
        using var import = new CustomerImport(store, moments, facts, rejects.Open(id));
        using var lines = new LineReader(context.Request.BodyReader);
        var csv = type == MediaTypes.Csv ? new CsvReader(CsvColumns.Of(facts)) : null;
        if (await import.TakeAll(lines, csv, context.RequestAborted) is { Count: > 0 } headless)
        {
            return Problem.Malformed(headless);
        }

        var report = await import.Finish(id);
        return new JsonResult(json => ImportCodec.Report.Write(json, report, language));
    }

    private static IResult Template(HttpContext context, FactCatalogue facts)
    {
        var faults = new QueryReader(context.Request).Finish();
        return CsvOnly.Choose(context) is Negotiated.Refused(var refused) ? refused
            : faults.Count > 0 ? Problem.Malformed(faults)
            : TypedResults.Text(CsvColumns.Of(facts).Header() + "\n", MediaTypes.Csv, Encoding.UTF8);
    }

    /// <summary>The lines that an import refused.</summary>
    public static IResult FetchRejects(HttpContext context, string id, Rejects rejects)
    {
        var faults = new QueryReader(context.Request).Finish();
        return MediaOffer.Ndjson.Choose(context) is Negotiated.Refused(var refused) ? refused
            : faults.Count > 0 ? Problem.Malformed(faults)
            : rejects.Find(id) is { } path ? TypedResults.PhysicalFile(path, MediaTypes.Ndjson)
            : Problem.NotFound(Fault.Of("id", "import.unknown", "there is no such import with rejects, or it was long ago", "没有这样的导入或其拒收记录已清除"));
    }

    private static async Task<IResult> Export(HttpContext context, IStore store, FactCatalogue facts)
    {
        var faults = new QueryReader(context.Request).Finish();
        var negotiated = Exportable.Choose(context);
        if (negotiated is Negotiated.Refused(var refused))
        {
            return refused;
        }

        if (faults.Count > 0)
        {
            return Problem.Malformed(faults);
        }

        var csv = negotiated is Negotiated.Chosen(MediaTypes.Csv);
        var output = context.Response.BodyWriter;
        context.Response.ContentType = csv ? "text/csv; charset=utf-8" : MediaTypes.Ndjson;
        var columns = CsvColumns.Of(facts);
        if (csv)
        {
            WriteLine(output, columns.Header());
        }

        var waiting = 0;
        await foreach (var record in store.Export(context.RequestAborted))
        {
            if (csv)
            {
                WriteLine(output, CsvRecord.Line(columns, record));
            }
            else
            {
                output.Write(record.Span);
                output.Write("\n"u8);
            }

            waiting += record.Length;
            if (waiting > 1 << 16)
            {
                await output.FlushAsync(context.RequestAborted);
                waiting = 0;
            }
        }

        await output.FlushAsync(context.RequestAborted);
        return TypedResults.Empty;
    }

    private static void WriteLine(IBufferWriter<byte> output, string line)
    {
        Encoding.UTF8.GetBytes(line, output);
        output.Write("\n"u8);
    }

    /// <summary>A stream has no largest size; its lines have.</summary>
    public static void LiftLimits(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
    }
}
