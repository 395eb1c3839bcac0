using System.Text.Json;
using Kehu.Api.Codecs;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Citations on the wire: whole, as an object with one member that says which kind it is; or in the words of one language.</summary>
internal static class CitationJson
{
    private static readonly JsonMembers Kinds = new("source?", "house?", "external?", "parameter?");

    private static readonly JsonMembers SourceMembers = new("document", "section");

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
        if (!cursor.StartObject())
        {
            return null;
        }

        Citation? citation = null;
        string? parameter = null;
        var kinds = 0;
        var seen = default(MemberSet);
        while (cursor.NextMember(Kinds, ref seen, out var member))
        {
            kinds += member < 3 ? 1 : 0;
            switch (member)
            {
                case 0: citation = ReadSource(ref cursor); break;
                case 1: citation = LabelJson.Read(ref cursor) is { } reason ? new Citation.House(reason, Option<string>.None) : null; break;
                case 2: citation = LabelJson.Read(ref cursor) is { } title ? new Citation.External(title) : null; break;
                default: parameter = LabelJson.ReadCode(ref cursor); break;
            }
        }

        if (kinds == 1)
        {
            return Named(ref cursor, citation, parameter);
        }

        cursor.Fault("policy.citation", "a citation has exactly one of 'source', 'house' and 'external'", "引证须且只须有 source、house、external 之一");
        return null;
    }

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

        cursor.FaultOf("parameter", "policy.parameter-not-house", "only a house value is a parameter; leave 'parameter' out", "只有本行设定的数值才是参数，请去掉 parameter");
        return null;
    }

    private static Citation.Source? ReadSource(ref JsonCursor cursor)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        string? document = null, section = null;
        var seen = default(MemberSet);
        while (cursor.NextMember(SourceMembers, ref seen, out var member))
        {
            var text = LabelJson.ReadText(ref cursor);
            (document, section) = member == 0 ? (text, section) : (document, text);
        }

        return document is not null && section is not null ? new Citation.Source(document, section) : null;
    }
}
