using LanguageExt;

namespace Kehu.Api;

/// <summary>A customer on file, and the hold that is set, if one is, as of one moment.</summary>
/// <param name="Customer">The customer's head.</param>
/// <param name="Row">The row of the hold.</param>
internal sealed record HoldOnFile(Row Customer, Row? Row)
{
    /// <summary>A hold in JSON, sent, answered and kept alike.</summary>
    public static ContractCodec<CustomerHold> Codec { get; } = JsonForms.All.Of(CustomerHold.Contract);

    /// <summary>The hold.</summary>
    public Option<CustomerHold> Hold => Row is { } row ? Stored(row) : Option<CustomerHold>.None;

    /// <summary>What is on file of a customer's hold; null where there is no such customer.</summary>
    public static HoldOnFile? Read(IReader reader, string customer) =>
        reader.Get(Tables.Customers, customer) is { } head && !Held.From(head.Body).IsWithdrawn
            ? new HoldOnFile(head, reader.Get(Tables.Holds, IdOf(customer)))
            : null;

    /// <summary>The id of a customer's hold: behind the customer's and a space, as whatever belongs to a customer.</summary>
    public static string IdOf(string customer) => $"{customer} hold";

    /// <summary>What a row holds.</summary>
    public static CustomerHold Stored(Row row) => Codec.Stored(row);

    /// <summary>The write that sets a hold.</summary>
    public Write Set(CustomerHold hold) =>
        new Write.Put(Tables.Holds, IdOf(Customer.Id), Row?.Version ?? 0, WireJson.Bytes(json => Codec.Write(json, hold)), Write.Unlisted);

    /// <summary>The write that lifts it.</summary>
    public Write Lifted => new Write.Delete(Tables.Holds, IdOf(Customer.Id), Row?.Version ?? 0);
}
