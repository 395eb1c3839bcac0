using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>Citations on the wire: whole, as an object with one member that says which kind it is; or in the words of one language.</summary>
internal static class CitationJson
{
    private static readonly MemberTable<SourceDraft> OfSource = new(
        new("document", static (ref cursor, ref draft) => draft.Document = LabelJson.ReadText(ref cursor)),
        new("section", static (ref cursor, ref draft) => draft.Section = LabelJson.ReadText(ref cursor)));

    private static readonly JsonMember<Draft> Parameter = new JsonMember<Draft>(
        "parameter", static (ref cursor, ref draft) => draft.Parameter = LabelJson.ReadCode(ref cursor)).OrNone;

    private static readonly MemberTable<Draft> Members = new(
        Kind("source", ReadSource), Kind("house", ReadHouse), Kind("external", ReadExternal), Parameter);

    /// <summary>A citation for a reader of one language.</summary>
    private static readonly Codec<Citation> InWords = JsonForms.All.Of(Citations.InWords);

    /// <summary>For a reader of one language: which kind of citation it is, and the words.</summary>
    public static void WriteFor(Utf8JsonWriter json, Citation citation, Language language) => InWords.Write(json, citation, language);

    /// <summary>The whole citation.</summary>
    public static void Write(Utf8JsonWriter json, Citation citation)
    {
        json.WriteStartObject();
        json.WritePropertyName(citation.Kind.Code());
        switch (citation)
        {
            case Citation.Source(var document, var section):
                json.WriteStartObject();
                json.WriteString("document"u8, document);
                json.WriteString("section"u8, section);
                json.WriteEndObject();
                break;
            case Citation.House(var reason, _):
                LabelJson.Write(json, reason);
                break;
            case Citation.External(var title):
                LabelJson.Write(json, title);
                break;
        }

        if (citation is Citation.House { Parameter.Case: string parameter })
        {
            json.WriteString("parameter"u8, parameter);
        }

        json.WriteEndObject();
    }

    /// <summary>The whole citation as a member.</summary>
    public static void WriteCitation(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Citation citation)
    {
        json.WritePropertyName(name);
        Write(json, citation);
    }

    /// <summary>A whole citation: exactly one of its kinds.</summary>
    public static Citation? Read(ref JsonCursor cursor)
    {
        var draft = default(Draft);
        if (!Members.Read(ref cursor, ref draft))
        {
            return null;
        }

        if (draft.Kinds == 1)
        {
            return Named(ref cursor, draft.Citation, draft.Parameter);
        }

        cursor.Fault("policy.citation", "a citation has exactly one of 'source', 'house' and 'external'", "引证须且只须有 source、house、external 之一");
        return null;
    }

    /// <summary>A member that is a kind of citation. The kinds are counted: only one of them may be there.</summary>
    private static JsonMember<Draft> Kind(string name, Reading<Citation> read) => new JsonMember<Draft>(name, (ref cursor, ref draft) =>
    {
        draft.Kinds++;
        draft.Citation = read(ref cursor);
    }).OrNone;

    /// <summary>Only a house value has a parameter's name.</summary>
    private static Citation? Named(ref JsonCursor cursor, Citation? citation, string? parameter)
    {
        if (parameter is null || citation is null)
        {
            return citation;
        }

        if (citation is Citation.House house)
        {
            return house with { Parameter = Option<string>.Some(parameter) };
        }

        cursor.FaultOf(Parameter.Name, "policy.parameter-not-house", "only a house value is a parameter; leave 'parameter' out", "只有本行设定的数值才是参数，请去掉 parameter");
        return null;
    }

    private static Citation.Source? ReadSource(ref JsonCursor cursor)
    {
        var draft = default(SourceDraft);
        return OfSource.Read(ref cursor, ref draft) && draft is { Document: { } document, Section: { } section }
            ? new Citation.Source(document, section)
            : null;
    }

    private static Citation.House? ReadHouse(ref JsonCursor cursor) =>
        LabelJson.Read(ref cursor) is { } reason ? new Citation.House(reason, Option<string>.None) : null;

    private static Citation.External? ReadExternal(ref JsonCursor cursor) => LabelJson.Read(ref cursor) is { } title ? new Citation.External(title) : null;

    private struct Draft
    {
        public int Kinds;
        public Citation? Citation;
        public string? Parameter;
    }

    private struct SourceDraft
    {
        public string? Document;
        public string? Section;
    }
}
