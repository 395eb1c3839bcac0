using System.Text.Json;

namespace Kehu.Wire;

/// <summary>Customers with facts of a catalogue in JSON.</summary>
internal sealed class CustomerCodecs
{
    private static readonly PerCatalogue<CustomerCodecs> Made = new(facts => new CustomerCodecs(facts));

    private readonly ContractCodec<CustomerRecord> record;
    private readonly ContractCodec<CustomerRecord> onFile;
    private readonly ContractCodec<CustomerRecord> asSent;
    private readonly ContractCodec<CustomerToClassify> toClassify;
    private readonly ContractCodec<CountedCustomer> counted;
    private readonly ContractCodec<EntrustedCustomer> entrusted;
    private readonly ContractCodec<CustomerPart> part;
    private readonly ContractCodec<CustomerPart> patch;

    private CustomerCodecs(FactCatalogue facts)
    {
        Contract = new CustomerContract(facts);
        (record, onFile) = (JsonForms.All.Of(Contract.Record), JsonForms.All.Of(Contract.OnFile));
        asSent = JsonForms.All.Of(Contract.AsSent);
        (Page, History) = (JsonForms.All.Of(Contract.Page), JsonForms.All.Of(Contract.History));
        (toClassify, counted) = (JsonForms.All.Of(Contract.ToClassify), JsonForms.All.Of(Contract.Counted));
        entrusted = JsonForms.All.Of(Contract.Entrusted);
        (part, patch) = (JsonForms.All.Of(Contract.Part), JsonForms.All.Of(Contract.Patch));
    }

    /// <summary>The codecs of a catalogue: made once for each, and kept for as long as the catalogue is.</summary>
    public static CustomerCodecs For(FactCatalogue facts) => Made.Of(facts);

    /// <summary>What is said of customers.</summary>
    public CustomerContract Contract { get; }

    /// <summary>A page of customers.</summary>
    public ContractCodec<CustomerPage> Page { get; }

    /// <summary>All snapshots of a customer.</summary>
    public ContractCodec<Listed<RecordedSnapshot>> History { get; }

    /// <summary>The record here; null where a fault was reported.</summary>
    public static CustomerRecord? ReadRecord(ref JsonCursor cursor, FactCatalogue facts) => For(facts).record.Read(ref cursor, out var record) ? record : null;

    /// <summary>The customer to classify here.</summary>
    public static CustomerToClassify ReadToClassify(ref JsonCursor cursor, FactCatalogue facts)
    {
        For(facts).toClassify.Read(ref cursor, out var customer);
        return customer;
    }

    /// <summary>A part as a line of an import has it, where null is left out; null where a fault was reported.</summary>
    public CustomerPart? ReadPart(ReadOnlySpan<byte> json, out IReadOnlyList<Fault> faults)
    {
        var cursor = new JsonCursor(json);
        var isRight = part.Read(ref cursor, out var read);
        faults = cursor.Finish();
        return isRight && faults.Count == 0 ? read with { Given = NamedMembers.Read(json, Contract.Members).Given } : null;
    }

    /// <summary>
    /// What changes of a customer (RFC 7396), where null says that nothing is known any more; null where a fault was reported.
    /// </summary>
    public CustomerPart? ReadPatch(ReadOnlySpan<byte> json, string id, out IReadOnlyList<Fault> faults)
    {
        var cursor = new JsonCursor(json);
        var isRight = patch.Read(ref cursor, out var read);
        if (isRight && read.Values.Id.Value is { } sent && sent != id)
        {
            cursor.FaultOf(CustomerContract.Id.Name, "customer.id-mismatch", $"the id is not that of the address, '{id}'", $"编号与地址中的“{id}”不一致");
        }

        faults = cursor.Finish();
        if (!isRight || faults.Count > 0)
        {
            return null;
        }

        var (given, nulls) = NamedMembers.Read(json, Contract.Members);
        faults = [.. nulls.Filter(name => name == CustomerRecord.OutletMember).Map(_ => Fault.At(
            "/outlet", "part.needed", "a record needs its outlet; send another one instead of null", "记录必须有 outlet；请发送新值，而非 null"))];
        return faults.Count == 0 ? read with { Values = CustomerContract.Id.With(read.Values, id), Given = given, Clear = nulls } : null;
    }

    /// <summary>The one canonical form of a record: fields in a fixed order, what is unknown left out.</summary>
    public static void Write(Utf8JsonWriter json, CustomerRecord record) => For(record.Facts.Catalogue).record.Write(json, record);

    /// <summary>The same with its preferences, as somebody sends it.</summary>
    public static void WriteAsSent(Utf8JsonWriter json, CustomerRecord record) => For(record.Facts.Catalogue).asSent.Write(json, record);

    /// <summary>What counting needs of a stored record, which was checked when it was filed; one that is damaged is a defect of the store.</summary>
    public static CountedCustomer Counted(ReadOnlySpan<byte> json, FactCatalogue facts) => Stored(For(facts).counted, json);

    /// <summary>Whom a stored record says that the customer is entrusted to.</summary>
    public static EntrustedCustomer Entrusted(ReadOnlySpan<byte> json, FactCatalogue facts) => Stored(For(facts).entrusted, json);

    /// <summary>A stored record, whole.</summary>
    public CustomerRecord Stored(ReadOnlySpan<byte> json) => Stored(onFile, json);

    private static T Stored<T>(ContractCodec<T> codec, ReadOnlySpan<byte> json)
    {
        var cursor = new JsonCursor(json, isOnFile: true);
        return codec.Read(ref cursor, out var value) && cursor.Finish().Count == 0
            ? value
            : throw new InvalidDataException("a stored customer record is damaged");
    }
}
