using System.Text.Json;

namespace Kehu.Wire;

/// <summary>A class as sent; whether it needs a criterion is known once the list has ended.</summary>
internal sealed record SentClass(PolicyClass? Class, Criterion? Criterion, Citation? ExceptAbove, bool HasCriterion, bool HasExceptAbove);

/// <summary>The classes of a policy on the wire, in its order: each with the criterion to enter it, the last without one.</summary>
internal static class RungJson
{
    private static readonly JsonMember<Draft> Criterion = new JsonMember<Draft>(
        "criterion", static (ref cursor, ref draft) => draft.Criterion = CriterionReading.Read(ref cursor, draft.Leaves)).OrNone;

    private static readonly JsonMember<Draft> ExceptAbove = new JsonMember<Draft>(
        "exceptAbove", static (ref cursor, ref draft) => draft.ExceptAbove = CitationJson.Read(ref cursor)).OrNone;

    private static readonly MemberTable<Draft> Members = new(
        new("code", static (ref cursor, ref draft) => draft.Code = LabelJson.ReadCode(ref cursor)),
        new("label", static (ref cursor, ref draft) => draft.Label = LabelJson.Read(ref cursor)),
        new JsonMember<Draft>("notes", static (ref cursor, ref draft) => draft.Notes = ListJson.Read<Note>(ref cursor, NoteJson.Read)).OrNone,
        new JsonMember<Draft>("offers", static (ref cursor, ref draft) => draft.Offers = ListJson.Read<Offer>(ref cursor, OfferJson.Read)).OrNone,
        Criterion,
        ExceptAbove);

    public static void Write(Utf8JsonWriter json, Rung rung)
    {
        json.WriteStartObject();
        WriteClass(json, rung.Class);
        json.WritePropertyName("criterion"u8);
        CriterionJson.Write(json, rung.Criterion);
        rung.ExceptAbove.IfSome(citation => json.WriteCitation("exceptAbove"u8, citation));
        json.WriteEndObject();
    }

    public static void WriteLast(Utf8JsonWriter json, PolicyClass otherwise)
    {
        json.WriteStartObject();
        WriteClass(json, otherwise);
        json.WriteEndObject();
    }

    public static SentClass? Read(ref JsonCursor cursor, LeafCount leaves)
    {
        var draft = new Draft { Leaves = leaves };
        return Members.Read(ref cursor, ref draft, out var seen)
            ? new SentClass(
                draft is { Code: { } code, Label: { } label } ? new PolicyClass(new ClassCode(code), label, draft.Notes.Sound(), draft.Offers.Sound()) : null,
                draft.Criterion,
                draft.ExceptAbove,
                Members.Has(Criterion, seen),
                Members.Has(ExceptAbove, seen))
            : null;
    }

    /// <summary>What a class is and carries, as members.</summary>
    public static void WriteClass(Utf8JsonWriter json, PolicyClass c)
    {
        json.WriteString("code"u8, c.Code.Value);
        json.WriteLabel("label"u8, c.Label);
        json.WriteAnyList("notes"u8, c.Notes, NoteJson.Write);
        json.WriteAnyList("offers"u8, c.Offers, OfferJson.Write);
    }

    private struct Draft
    {
        public LeafCount Leaves;
        public string? Code;
        public Label? Label;
        public IReadOnlyList<Note?>? Notes;
        public IReadOnlyList<Offer?>? Offers;
        public Criterion? Criterion;
        public Citation? ExceptAbove;
    }
}
