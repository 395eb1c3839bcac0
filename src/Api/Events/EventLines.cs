namespace Kehu.Api;

/// <summary>Reading an import of events line by line.</summary>
internal static class EventLines
{
    /// <summary>Takes every line.</summary>
    public static async Task TakeAll<T>(this YearImport<T> import, LineReader lines, CancellationToken aborted)
        where T : class, IDatedEvent<T>
    {
        for (; !lines.Ended; await lines.Fill(aborted))
        {
            while (import.Next(lines, out var storing))
            {
                await storing;
            }
        }
    }

    /// <summary>Takes the next line that is there; false where none is.</summary>
    private static bool Next<T>(this YearImport<T> import, LineReader lines, out ValueTask storing)
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
}
