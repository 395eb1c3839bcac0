using Kehu.Domain;

namespace Kehu.Api.Archive;

/// <summary>One fault of one line of an import; the line is the physical one.</summary>
internal sealed record ImportError(long Line, Fault Fault);

/// <summary>What an import came to. Read is the sum of the other four; the errors are the first <see cref="MostErrors"/>.</summary>
internal sealed record ImportReport(string Id, long Read, long Created, long Updated, long Unchanged, long Rejected, IReadOnlyList<ImportError> Errors)
{
    /// <summary>Not every refused line could be kept to be fetched: those that are missing are known by the errors and their lines only.</summary>
    public bool RejectsIncomplete { get; init; }

    /// <summary>How many errors an answer lists.</summary>
    public const int MostErrors = 1_000;
}
