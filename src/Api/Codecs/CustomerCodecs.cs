using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Codecs;

/// <summary>Customers in JSON.</summary>
internal static class CustomerCodecs
{
    /// <summary>A record to store, in its one canonical form: fields in a fixed order, what is unknown left out.</summary>
    public static ContractCodec<CustomerRecord> Record { get; } = JsonForms.Shipped.Of(CustomerContract.Record);

    /// <summary>A customer to classify.</summary>
    public static ContractCodec<CustomerToClassify> ToClassify { get; } = JsonForms.Shipped.Of(CustomerContract.ToClassify);

    /// <summary>The record here; null where a fault was reported.</summary>
    public static CustomerRecord? ReadRecord(ref JsonCursor cursor) => Record.Read(ref cursor, out var record) ? record : null;

    /// <summary>The customer to classify here, for readers that are written by hand.</summary>
    public static CustomerToClassify ReadToClassify(ref JsonCursor cursor)
    {
        ToClassify.Read(ref cursor, out var customer);
        return customer;
    }

    private static readonly ContractCodec<CountedCustomer> CountedCodec = JsonForms.Shipped.Of(CustomerContract.Counted);

    /// <summary>What counting needs of a stored record, which was checked when it was filed; one that is damaged is a defect of the store.</summary>
    public static CountedCustomer Counted(ReadOnlySpan<byte> json) => Stored(CountedCodec, json);

    /// <summary>A stored record, whole.</summary>
    public static CustomerRecord Stored(ReadOnlySpan<byte> json) => Stored(Record, json);

    private static T Stored<T>(ContractCodec<T> codec, ReadOnlySpan<byte> json)
    {
        var cursor = new JsonCursor(json);
        return codec.Read(ref cursor, out var value) && cursor.Finish().Count == 0 ? value : throw new InvalidDataException("a stored customer record is damaged");
    }
}
