using System.Text.Json;

namespace Kehu.Wire;

/// <summary>The notes of a class on the wire.</summary>
internal static class NoteJson
{
    private static readonly MemberTable<Draft> Members = new(
        new("code", static (ref cursor, ref draft) => draft.Code = LabelJson.ReadCode(ref cursor)),
        new("label", static (ref cursor, ref draft) => draft.Label = LabelJson.Read(ref cursor)),
        new("value", static (ref cursor, ref draft) => draft.Value = LabelJson.Read(ref cursor)),
        new("citation", static (ref cursor, ref draft) => draft.Citation = CitationJson.Read(ref cursor)));

    public static void Write(Utf8JsonWriter json, Note note)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, note.Code);
        json.WriteLabel("label"u8, note.Label);
        json.WriteLabel("value"u8, note.Value);
        json.WriteCitation("citation"u8, note.Citation);
        json.WriteEndObject();
    }

    public static Note? Read(ref JsonCursor cursor)
    {
        var draft = default(Draft);
        return Members.Read(ref cursor, ref draft) && draft is { Code: { } code, Label: { } label, Value: { } value, Citation: { } citation }
            ? new Note(code, label, value, citation)
            : null;
    }

    private struct Draft
    {
        public string? Code;
        public Label? Label;
        public Label? Value;
        public Citation? Citation;
    }
}
