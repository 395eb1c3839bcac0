namespace Kehu.Api;

/// <summary>The lines that an import refused: how many, the first faults of them, and where they are kept to be fetched.</summary>
internal sealed class RefusedLines(RejectsWriter rejects) : IDisposable
{
    private readonly List<ImportError> errors = [];
    private readonly Lock adding = new();

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Notes a line, with all that is wrong with it. Lines are refused while they are read, and others while a portion before is stored.</summary>
    public void Add(long line, ReadOnlySpan<byte> source, IReadOnlyList<Fault> faults)
    {
        lock (adding)
        {
            Count++;
            rejects.Add(source);
            errors.AddRange(faults.Take(ImportReport.MostErrors - errors.Count).Select(fault => new ImportError(line, fault)));
        }
    }

    /// <summary>The report of an import, with these lines.</summary>
    public ImportReport Report(string id, long read, long created, long updated, long unchanged) =>
        new(id, read, created, updated, unchanged, Count, [.. errors.OrderBy(error => error.Line)]) { RejectsIncomplete = rejects.IsIncomplete };

    public void Dispose() => rejects.Dispose();
}
