using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>The offers of a class on the wire.</summary>
internal static class OfferJson
{
    private static readonly MemberTable<Draft> Members = new(
        new("code", static (ref cursor, ref draft) => draft.Code = LabelJson.ReadCode(ref cursor)),
        new("label", static (ref cursor, ref draft) => draft.Label = LabelJson.Read(ref cursor)),
        new JsonMember<Draft>("product", static (ref cursor, ref draft) => draft.Product = LabelJson.ReadCode(ref cursor)).OrNone,
        new("citation", static (ref cursor, ref draft) => draft.Citation = CitationJson.Read(ref cursor)));

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
        var draft = default(Draft);
        return Members.Read(ref cursor, ref draft) && draft is { Code: { } code, Label: { } label, Citation: { } citation }
            ? new Offer(code, label, draft.Product is { } product ? Option<string>.Some(product) : Option<string>.None, citation)
            : null;
    }

    private struct Draft
    {
        public string? Code;
        public Label? Label;
        public string? Product;
        public Citation? Citation;
    }
}
