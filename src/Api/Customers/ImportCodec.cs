namespace Kehu.Api;

/// <summary>The report of an import in JSON.</summary>
internal static class ImportCodec
{
    public static ContractCodec<ImportReport> Report { get; } = JsonForms.All.Of(ImportReport.Contract);
}
