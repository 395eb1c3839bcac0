using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>The catalogue's entries on the wire: what a fact is called, its type, unit, bounds, codes, direction and marks.</summary>
internal static class FactJson
{
    /// <summary>The fact or derived fact of a name of a catalogue.</summary>
    public static void Write(Utf8JsonWriter json, FactCatalogue facts, string name, Language language)
    {
        facts.Find(name).IfSome(fact => Write(json, fact, language));
        facts.FindDerived(name).IfSome(derived => Write(json, derived, language));
    }

    /// <summary>The wire name of a fact's type.</summary>
    public static string Type(Fact fact) => fact switch
    {
        Fact.Amount => "money",
        Fact.Count => "count",
        Fact.Share => "percent",
        Fact.Day => "date",
        Fact.Flag => "flag",
        Fact.Choice => "choice",
        Fact.Grade => "grade",
        Fact.Several => "set",
    };

    /// <summary>The unit of a derived fact.</summary>
    public static string Type(DerivedFact derived) => derived switch
    {
        DerivedFact.WholeYears => "years",
        DerivedFact.MonthsSince => "months",
        DerivedFact.Gap => "percentage-points",
        DerivedFact.Size => "count",
    };

    private static void Write(Utf8JsonWriter json, Fact fact, Language language)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, fact.Name);
        json.WriteString("type"u8, Type(fact));
        json.WriteString("label"u8, fact.Head.Label.In(language));
        json.WriteString("meaning"u8, fact.Head.Meaning.In(language));
        WriteKinds(json, fact.Head.Scope);
        WriteDirection(json, fact.Head.Direction);
        json.WriteBoolean("protected"u8, fact.Head.Protected);
        json.WriteBoolean("fixed"u8, fact.Head.Fixed);
        json.WriteBoolean("derived"u8, false);
        WriteDomain(json, fact);
        if (!fact.Members.IsEmpty)
        {
            WriteCodes(json, fact.Members, language);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DerivedFact derived, Language language)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, derived.Name);
        json.WriteString("type"u8, Type(derived));
        json.WriteString("label"u8, derived.Label.In(language));
        WriteKinds(json, derived.Inputs[0].Head.Scope);
        WriteDirection(json, derived.Direction);
        json.WriteBoolean("derived"u8, true);
        json.WriteStartArray("inputs"u8);
        foreach (var input in derived.Inputs)
        {
            json.WriteStringValue(input.Name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteKinds(Utf8JsonWriter json, FactScope scope)
    {
        json.WriteStartArray("kinds"u8);
        foreach (var kind in CustomerKinds.All.Filter(kind => scope.Covers(kind)))
        {
            json.WriteStringValue(kind.Code());
        }

        json.WriteEndArray();
    }

    private static void WriteDirection(Utf8JsonWriter json, Direction direction) => json.WriteString("direction"u8, direction switch
    {
        Direction.Up => "up",
        Direction.Down => "down",
        Direction.None => "none",
    });

    private static void WriteDomain(Utf8JsonWriter json, Fact fact)
    {
        if (fact is Fact.Amount or Fact.Share or Fact.Count or Fact.Day)
        {
            json.WritePropertyName("min"u8);
            FactsJson.WriteValue(json, fact, fact.Accepted.Low);
            json.WritePropertyName("max"u8);
            FactsJson.WriteValue(json, fact, fact.Accepted.High);
        }
    }

    /// <summary>The closed list; that of a grade from the lowest to the highest.</summary>
    private static void WriteCodes(Utf8JsonWriter json, Arr<Member> members, Language language)
    {
        json.WriteStartArray("codes"u8);
        foreach (var member in members)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, member.Code);
            json.WriteString("label"u8, member.Label.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
