namespace Kehu.Api;

/// <summary>Reading an import line by line, as JSON or as CSV.</summary>
internal static class ImportReading
{
    /// <summary>What is wrong with a line that was skipped.</summary>
    public static Fault TooLong { get; } = Fault.At(
        "", "line.too-long", $"the line is longer than {LineReader.DefaultLimit / 1024} KB and was skipped", $"该行超过 {LineReader.DefaultLimit / 1024} KB，已跳过");

    /// <summary>Takes every line; what is wrong with the header of a CSV, which nothing follows.</summary>
    public static async Task<IReadOnlyList<Fault>> TakeAll(this IImportLines import, LineReader lines, CsvReader? csv, CancellationToken aborted)
    {
        for (; !lines.Ended; await lines.Fill(aborted))
        {
            while (import.Next(lines, csv, out var storing))
            {
                await storing;
            }

            if (csv is { HeaderFaults.Count: > 0 })
            {
                return csv.HeaderFaults;
            }
        }

        return csv?.Finish() ?? [];
    }

    /// <summary>Takes the next line that is there; false where none is, or where the header is faulty.</summary>
    private static bool Next(this IImportLines import, LineReader lines, CsvReader? csv, out ValueTask storing)
    {
        storing = ValueTask.CompletedTask;
        if (csv is { HeaderFaults.Count: > 0 } || !lines.TryRead(out var line))
        {
            return false;
        }

        if (line.Oversized)
        {
            import.Reject(line.Number, [], [TooLong]);
            return true;
        }

        if (csv is null)
        {
            storing = import.Take(line.Number, line.Text);
        }
        else if (csv.Read(line.Text, out var json) is { } fault)
        {
            import.Reject(line.Number, json, [fault]);
        }
        else if (!json.IsEmpty)
        {
            storing = import.Take(line.Number, json);
        }

        return true;
    }
}
