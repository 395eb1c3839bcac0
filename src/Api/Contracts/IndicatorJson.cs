using System.Text.Json;
using Kehu.Api.Evaluation;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Indicators and their figures on the wire.</summary>
internal static class IndicatorJson
{
    /// <summary>An indicator of the catalogue.</summary>
    public static void Write(Utf8JsonWriter json, Indicator indicator, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, indicator.Id);
        json.WriteString("label"u8, indicator.Label.In(language));
        json.WriteString("definition"u8, indicator.Definition.In(language));
        json.WriteList("measures"u8, indicator.Measures, (to, measure) =>
        {
            to.WriteStartObject();
            to.WriteString("part"u8, measure.Part);
            to.WriteString("label"u8, measure.Label.In(language));
            to.WriteString("unit"u8, measure.Unit.Code());
            to.WriteString("better"u8, measure.Better.Code());
            to.WriteBoolean("sampled"u8, measure.Sampled);
            measure.Target.IfSome(target => FigureJson.WriteTarget(to, measure, target, language));
            to.WriteEndObject();
        });
        json.WriteList("citations"u8, indicator.Citations, (to, citation) => CitationJson.WriteFor(to, citation, language));
        json.WriteEndObject();
    }

    /// <summary>The numbers that a bank sets, and the products that it asks for.</summary>
    public static void WriteNumbers(Utf8JsonWriter json, EvaluationNumbers numbers, Language language)
    {
        json.WriteList("parameters"u8, EvaluationParameters.All, (to, parameter) =>
        {
            to.WriteStartObject();
            to.WriteString("name"u8, parameter.Name);
            to.WriteString("meaning"u8, parameter.Meaning.In(language));
            to.WriteString("unit"u8, parameter.Unit == ParameterUnit.Percent ? "percent"u8 : "count"u8);
            FigureJson.WriteNumber(to, "value"u8, parameter.Written(numbers.Of(parameter)));
            FigureJson.WriteNumber(to, "default"u8, parameter.Written(parameter.Default));
            FigureJson.WriteNumber(to, "least"u8, parameter.Written(parameter.Bounds.Low));
            FigureJson.WriteNumber(to, "most"u8, parameter.Written(parameter.Bounds.High));
            to.WritePropertyName("citation"u8);
            CitationJson.WriteFor(to, numbers.CitationOf(parameter), language);
            to.WriteEndObject();
        });
        json.WriteList("keyProducts"u8, numbers.KeyProducts, (to, product) => to.WriteStringValue(product));
    }

    /// <summary>What stands at the head of an answer: the indicator, the period, and by what it is grouped.</summary>
    public static void WriteHead(Utf8JsonWriter json, Indicator indicator, FigureGroups groups, Language language)
    {
        json.WriteString("indicator"u8, indicator.Id);
        json.WriteString("label"u8, indicator.Label.In(language));
        FigureJson.WriteDays(json, groups.Days);
        FigureJson.WriteCounted(json, groups.CountedAt);
        FigureJson.WriteWhose(json, groups.Whose, groups.Name);
        json.WriteString("by"u8, groups.By);
        json.WriteString("policy"u8, groups.Policy.Value);
        FigureJson.WriteList(json, "figures"u8, groups.Whole, language);
    }

    /// <summary>One group with its figures.</summary>
    public static void Write(Utf8JsonWriter json, FigureGroup group, Language language)
    {
        json.WriteStartObject();
        WriteUnit(json, group.By, group.Code, group.Name);
        FigureJson.WriteList(json, "figures"u8, group.Figures, language);
        json.WriteEndObject();
    }

    /// <summary>Which group it is: its code under the name of what is grouped by, null for those without one; and its name where it is known.</summary>
    public static void WriteUnit(Utf8JsonWriter json, string by, Option<string> code, Option<string> name)
    {
        code.Match(Some: known => json.WriteString(by, known), None: () => json.WriteNull(by));
        json.WriteText("name"u8, name);
    }
}
