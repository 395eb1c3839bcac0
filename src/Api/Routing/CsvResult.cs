using System.Text;

namespace Kehu.Api;

/// <summary>An answer as a table in CSV, written row by row to the response.</summary>
internal sealed class CsvResult(CsvTable table) : IResult
{
    /// <summary>How many bytes are written before they are sent on.</summary>
    private const int Portion = 1 << 16;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{MediaTypes.Csv}; charset=utf-8";
        response.Headers.Vary = MediaOffer.Vary;
        var (output, waiting) = (response.BodyWriter, 0L);
        foreach (var line in table.Lines())
        {
            waiting += Encoding.UTF8.GetBytes($"{line}\n", output);
            if (waiting > Portion)
            {
                await output.FlushAsync(httpContext.RequestAborted);
                waiting = 0;
            }
        }

        await output.FlushAsync(httpContext.RequestAborted);
    }
}
