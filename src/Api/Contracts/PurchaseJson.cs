using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>Purchases on the wire.</summary>
internal static class PurchaseJson
{
    private static readonly JsonMembers Members = new("customer", "id?", "date", "product", "amount?");

    private static readonly NameTable Products = new([.. SharedFacts.Products.Options.Map(product => product.Code)]) { ListedAt = JsonFaults.Facts };

    /// <summary>The purchase in a body, or all faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, out SentEvent<Purchase> purchase)
    {
        var cursor = new JsonCursor(body);
        var (customer, read) = ("", new Purchase("", default, ""));
        if (cursor.StartObject())
        {
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                switch (member)
                {
                    case 0: customer = CustomerJson.ReadId(ref cursor) ?? ""; break;
                    case 1: read = read with { Id = CustomerJson.ReadUnit(ref cursor) ?? "" }; break;
                    case 2: read = read with { Date = CustomerJson.ReadAsOf(ref cursor) ?? default }; break;
                    case 3: read = read with { Product = cursor.ReadCode(Products, out var place) ? Products[place] : "" }; break;
                    default: read = read with { Amount = Optional(MoneyJson.ReadHundredths(ref cursor, Money.Limit.Fen, "purchase.amount")).Map(fen => new Money(fen)) }; break;
                }
            }
        }

        purchase = new SentEvent<Purchase>(customer, read);
        return cursor.Finish();
    }

    /// <summary>A purchase with its customer.</summary>
    public static void Write(Utf8JsonWriter json, string customer, Purchase purchase)
    {
        json.WriteStartObject();
        EventJson.WriteHead(json, customer, purchase);
        json.WriteString("product"u8, purchase.Product);
        if (purchase.Amount.OrNull() is { } amount)
        {
            json.WritePropertyName("amount"u8);
            FactsJson.WriteHundredths(json, amount.Fen);
        }

        json.WriteEndObject();
    }
}
