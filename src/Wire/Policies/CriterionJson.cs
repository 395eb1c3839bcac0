using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>Criteria as they are written: the type first, then what the type has, in one fixed order.</summary>
internal static class CriterionJson
{
    /// <summary>The criterion as an object.</summary>
    public static void Write(Utf8JsonWriter json, Criterion criterion) => _ = criterion switch
    {
        Criterion.Within(var quantity, var min, var max, var citation) =>
            json.Begin("within"u8).Fact(quantity.Name).Bounds(min, max, BoundForms.Of(quantity)).End(citation),
        Criterion.OneOf(var fact, var codes, var citation) => json.Begin("one-of"u8).Fact(fact.Name).Codes("codes"u8, codes).End(citation),
        Criterion.AtLeastGrade(var fact, var code, var citation) => json.Begin("at-least-grade"u8).Fact(fact.Name).Code(code).End(citation),
        Criterion.Is(var fact, var citation) => json.Begin("is"u8).Fact(fact.Name).End(citation),
        Criterion.Holds(var fact, var code, var citation) => json.Begin("holds"u8).Fact(fact.Name).Code(code).End(citation),
        Criterion.All(var parts) => json.Begin("all"u8).Parts(parts).End(),
        Criterion.Any(var parts) => json.Begin("any"u8).Parts(parts).End(),
        Criterion.AtLeast(var needed, var parts) => json.Begin("at-least"u8).Number("needed"u8, needed).Parts(parts).End(),
        Criterion.Not(var part) => json.Begin("not"u8).Part("part"u8, part).End(),
        Criterion.Cases(var fact, var branches) => json.Begin("cases"u8).Fact(fact.Name).List("cases"u8, branches, WriteCase).End(),
        Criterion.Score(var card, var min, var max, var citation) =>
            json.Begin("score"u8).Card(card).Bounds(min, max, BoundForm.Whole).End(citation),
        Criterion.Classified(var policy, var classes, var citation) =>
            json.Begin("classified"u8).Text("policy"u8, policy.Value).Codes("classes"u8, classes.Map(code => code.Value)).End(citation),
    };

    private static void WriteCase(Utf8JsonWriter json, Case branch)
    {
        json.WriteStartObject();
        json.Code(branch.Code).Part("criterion"u8, branch.Criterion).End();
    }

    private static Utf8JsonWriter Begin(this Utf8JsonWriter json, ReadOnlySpan<byte> type)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        return json;
    }

    private static Utf8JsonWriter Fact(this Utf8JsonWriter json, string name) => json.Text("fact"u8, name);

    private static Utf8JsonWriter Code(this Utf8JsonWriter json, string code) => json.Text("code"u8, code);

    private static Utf8JsonWriter Codes(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Arr<string> codes) =>
        json.List(name, codes, static (json, code) => json.WriteStringValue(code));

    private static Utf8JsonWriter Parts(this Utf8JsonWriter json, Arr<Criterion> parts) => json.List("parts"u8, parts, Write);

    private static Utf8JsonWriter Part(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Criterion part)
    {
        json.WritePropertyName(name);
        Write(json, part);
        return json;
    }

    private static Utf8JsonWriter Card(this Utf8JsonWriter json, Scorecard card)
    {
        json.WritePropertyName("card"u8);
        ScorecardJson.Write(json, card);
        return json;
    }

    private static Utf8JsonWriter Bounds(this Utf8JsonWriter json, Option<long> min, Option<long> max, BoundForm form)
    {
        json.WriteBound("min"u8, min, form);
        json.WriteBound("max"u8, max, form);
        return json;
    }

    private static Utf8JsonWriter Text(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WriteString(name, text);
        return json;
    }

    private static Utf8JsonWriter Number(this Utf8JsonWriter json, ReadOnlySpan<byte> name, int number)
    {
        json.WriteNumber(name, number);
        return json;
    }

    private static Utf8JsonWriter List<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Arr<T> elements, Action<Utf8JsonWriter, T> write)
    {
        json.WriteList(name, elements, write);
        return json;
    }

    private static Utf8JsonWriter End(this Utf8JsonWriter json, Citation citation)
    {
        json.WriteCitation("citation"u8, citation);
        return json.End();
    }

    private static Utf8JsonWriter End(this Utf8JsonWriter json)
    {
        json.WriteEndObject();
        return json;
    }
}
