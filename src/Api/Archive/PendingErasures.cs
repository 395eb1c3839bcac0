using System.Buffers.Binary;

namespace Kehu.Api;

/// <summary>The rows of withdrawals of which something is still to be done: under the customer's id the moment of the withdrawal.</summary>
internal static class PendingErasures
{
    /// <summary>What a row holds: the moment in ticks, UTC.</summary>
    public static byte[] Body(DateTime moment)
    {
        var body = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(body, moment.Ticks);
        return body;
    }

    /// <summary>Who was withdrawn, and when.</summary>
    public static IReadOnlyList<ErasedCustomer> Told(IReader reader, IEnumerable<Row> pending) =>
        [.. pending.Select(row => new ErasedCustomer(row.Id, MomentOf(reader, row)))];

    /// <summary>
    /// Rows of versions before hold nothing. The customer's head then says it; of one who was filed again meanwhile it was before that.
    /// </summary>
    private static DateTime MomentOf(IReader reader, Row row) =>
        row.Body.Length == sizeof(long) ? new DateTime(BinaryPrimitives.ReadInt64LittleEndian(row.Body), DateTimeKind.Utc)
        : reader.Get(Tables.Customers, row.Id) is not { } head ? DateTime.UnixEpoch
        : Held.From(head.Body) is { IsWithdrawn: true } gone ? gone.RecordedAt
        : Held.From(head.Body).Since.AddTicks(-1);
}
