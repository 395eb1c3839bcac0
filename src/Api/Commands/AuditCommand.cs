using LanguageExt;

namespace Kehu.Api;

/// <summary>Verifying the audit of a store that nobody serves.</summary>
internal static class AuditCommand
{
    /// <summary>How far the audit is whole, or the first entry that is wrong.</summary>
    public static Either<StoreFault, string> Verify(string path) => File.Exists(path)
        ? EmbeddedStore.Open(path, Tables.Schema).Bind(store => StoreFaults.Caught(path, () => Found(path, Verified(store).GetAwaiter().GetResult())))
        : new StoreFault.Missing(path);

    private static async Task<AuditVerification> Verified(EmbeddedStore store)
    {
        await using (store)
        {
            return await new AuditArchive(store).Verify(CancellationToken.None);
        }
    }

    private static Either<StoreFault, string> Found(string path, AuditVerification found) => found.Chain.Broken.Match<Either<StoreFault, string>>(
        Some: wrong => new StoreFault.Damaged(path, $"audit entry {wrong.Seq}: {wrong.Says.En}"),
        None: () => $"audit: whole, {found.Chain.Seq} entries, {found.Chain.Erased} without their text, "
            + $"head {Convert.ToHexStringLower(found.Chain.Link.Span)}");
}
