using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>A class as sent; whether it needs a criterion is known once the list has ended.</summary>
internal sealed record SentClass(PolicyClass? Class, Criterion? Criterion, Citation? ExceptAbove, bool HasCriterion, bool HasExceptAbove);

/// <summary>The classes of a policy on the wire, in its order: each with the criterion to enter it, the last without one.</summary>
internal static class RungJson
{
    private static readonly JsonMembers Members = new("code", "label", "notes?", "offers?", "criterion?", "exceptAbove?");

    private static readonly JsonMembers NoteMembers = new("code", "label", "value", "citation");

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
        if (!cursor.StartObject())
        {
            return null;
        }

        string? code = null;
        Label? label = null;
        IReadOnlyList<Note?>? notes = null;
        IReadOnlyList<Offer?>? offers = null;
        Criterion? criterion = null;
        Citation? exceptAbove = null;
        var seen = default(MemberSet);
        while (cursor.NextMember(Members, ref seen, out var member))
        {
            switch (member)
            {
                case 0: code = LabelJson.ReadCode(ref cursor); break;
                case 1: label = LabelJson.Read(ref cursor); break;
                case 2: notes = ListJson.Read(ref cursor, (ref cursor) => ReadNote(ref cursor)); break;
                case 3: offers = ListJson.Read<Offer>(ref cursor, OfferJson.Read); break;
                case 4: criterion = CriterionReading.Read(ref cursor, leaves); break;
                default: exceptAbove = CitationJson.Read(ref cursor); break;
            }
        }

        return new SentClass(
            code is null || label is null ? null : new PolicyClass(new ClassCode(code), label, notes.Sound(), offers.Sound()),
            criterion,
            exceptAbove,
            seen.Contains(4),
            seen.Contains(5));
    }

    /// <summary>What a class is and carries, as members.</summary>
    public static void WriteClass(Utf8JsonWriter json, PolicyClass c)
    {
        json.WriteString("code"u8, c.Code.Value);
        json.WriteLabel("label"u8, c.Label);
        json.WriteAnyList("notes"u8, c.Notes, WriteNote);
        json.WriteAnyList("offers"u8, c.Offers, OfferJson.Write);
    }

    private static void WriteNote(Utf8JsonWriter json, Note note)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, note.Code);
        json.WriteLabel("label"u8, note.Label);
        json.WriteLabel("value"u8, note.Value);
        json.WriteCitation("citation"u8, note.Citation);
        json.WriteEndObject();
    }

    private static Note? ReadNote(ref JsonCursor cursor)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        string? code = null;
        Label? label = null, value = null;
        Citation? citation = null;
        var seen = default(MemberSet);
        while (cursor.NextMember(NoteMembers, ref seen, out var member))
        {
            switch (member)
            {
                case 0: code = LabelJson.ReadCode(ref cursor); break;
                case 1: label = LabelJson.Read(ref cursor); break;
                case 2: value = LabelJson.Read(ref cursor); break;
                default: citation = CitationJson.Read(ref cursor); break;
            }
        }

        return code is not null && label is not null && value is not null && citation is not null ? new Note(code, label, value, citation) : null;
    }
}
