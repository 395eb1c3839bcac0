namespace Kehu.Api;

/// <summary>What takes the lines of an import one after the other.</summary>
internal interface IImportLines
{
    /// <summary>Takes a line as JSON; completes at once unless something has to be stored first.</summary>
    ValueTask Take(long line, ReadOnlySpan<byte> json);

    /// <summary>Takes a line that is none.</summary>
    void Reject(long line, ReadOnlySpan<byte> source, IReadOnlyList<Fault> faults);
}
