using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>The offers of a class on the wire.</summary>
internal static class OfferJson
{
    private static readonly JsonMembers Members = new("code", "label", "product?", "citation");

    public static void Write(Utf8JsonWriter json, Offer offer)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, offer.Code);
        json.WriteLabel("label"u8, offer.Label);
        offer.Product.IfSome(product => json.WriteString("product"u8, product));
        json.WriteCitation("citation"u8, offer.Citation);
        json.WriteEndObject();
    }

    public static Offer? Read(ref JsonCursor cursor)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        string? code = null, product = null;
        Label? label = null;
        Citation? citation = null;
        var seen = default(MemberSet);
        while (cursor.NextMember(Members, ref seen, out var member))
        {
            switch (member)
            {
                case 0: code = LabelJson.ReadCode(ref cursor); break;
                case 1: label = LabelJson.Read(ref cursor); break;
                case 2: product = LabelJson.ReadCode(ref cursor); break;
                default: citation = CitationJson.Read(ref cursor); break;
            }
        }

        return code is null || label is null || citation is null
            ? null
            : new Offer(code, label, product is null ? Option<string>.None : Option<string>.Some(product), citation);
    }
}
