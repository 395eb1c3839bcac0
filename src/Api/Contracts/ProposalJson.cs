using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>What a customer is offered, on the wire.</summary>
internal static class ProposalJson
{
    public static void Write(Utf8JsonWriter json, string customer, DateOnly asOf, Arr<Proposal> proposals, Language language)
    {
        json.WriteStartObject();
        json.WriteString("customer"u8, customer);
        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, asOf);
        json.WriteList("offers"u8, proposals, (json, proposal) => Write(json, proposal, language));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Proposal proposal, Language language)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, proposal.Offer.Code);
        json.WriteString("label"u8, proposal.Offer.Label.In(language));
        json.WriteString("product"u8, proposal.Offer.Product.OrNull());
        Write(json, proposal.Suitability);
        json.WriteList("grounds"u8, proposal.Grounds, static (json, ground) =>
        {
            json.WriteStartObject();
            json.WriteString("policy"u8, ground.Policy.Value);
            json.WriteString("class"u8, ground.Class.Code.Value);
            json.WriteEndObject();
        });
        json.WritePropertyName("citation"u8);
        CitationJson.WriteFor(json, proposal.Offer.Citation, language);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Suitability suitability)
    {
        json.WriteString("state"u8, Code(suitability));
        switch (suitability)
        {
            case Suitability.TooRisky(var risk):
                json.WriteNumber("risk"u8, risk);
                break;
            case Suitability.Open(var missing):
                json.WriteList("missing"u8, missing, static (json, fact) => json.WriteStringValue(fact.Name));
                break;
            case Suitability.Suits or Suitability.Held:
                break;
        }
    }

    private static string Code(Suitability suitability) => suitability switch
    {
        Suitability.Suits => "proposed",
        Suitability.Held => "held",
        Suitability.TooRisky => "too-risky",
        Suitability.Open => "open",
    };
}
