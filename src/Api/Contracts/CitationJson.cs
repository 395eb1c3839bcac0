using System.Text.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>Citations on the wire.</summary>
internal static class CitationJson
{
    /// <summary>For a reader of one language: which kind of citation it is, and the words.</summary>
    public static void WriteFor(Utf8JsonWriter json, Citation citation, Language language)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, Kind(citation));
        json.WriteString("text"u8, citation.Describe().In(language));
        json.WriteEndObject();
    }

    /// <summary>The wire name of the kind.</summary>
    public static string Kind(Citation citation) => citation switch
    {
        Citation.Source => "source",
        Citation.House => "house",
        Citation.External => "external",
    };
}
