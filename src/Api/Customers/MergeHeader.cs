using System.Globalization;

namespace Kehu.Api;

/// <summary>The header that says in members what a record or a part of one came to.</summary>
internal static class MergeHeader
{
    public const string Name = "Kehu-Merge";

    /// <summary>Of a part.</summary>
    public static string OfPart(MergeCounts counts) =>
        string.Create(CultureInfo.InvariantCulture, $"kept={counts.Kept}, changed={counts.Changed}, passed-over={counts.PassedOver}");

    /// <summary>Of a whole record.</summary>
    public static string OfWhole(MergeCounts counts) =>
        string.Create(CultureInfo.InvariantCulture, $"dropped={counts.Dropped}, passed-over={counts.PassedOver}");
}
