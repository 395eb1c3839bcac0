using System.Globalization;
using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Figures on the wire. Shares are in percent, amounts in yuan; what has to be rounded is rounded to the worse side.</summary>
internal static class FigureJson
{
    /// <summary>One figure with all it is made of.</summary>
    public static void Write(Utf8JsonWriter json, Figure figure, Language language)
    {
        var measure = figure.Measure;
        json.WriteStartObject();
        json.WriteString("indicator"u8, measure.Indicator);
        json.WriteString("part"u8, measure.Part);
        json.WriteString("label"u8, measure.Label.In(language));
        json.WriteString("unit"u8, measure.Unit.Code());
        WriteNumber(json, "value"u8, figure.Plain());
        json.WritePropertyName("numerator"u8);
        json.WriteRawValue(figure.Numerator());
        json.WritePropertyName("denominator"u8);
        json.WriteRawValue(figure.Denominator());
        json.WriteNumber("excluded"u8, figure.Tally.Excluded);
        json.WriteNumber("unknown"u8, figure.Tally.Unknown);
        figure.Interval.IfSome(interval =>
        {
            json.WriteStartObject("interval"u8);
            json.WritePropertyName("low"u8);
            json.WriteRawValue(Decimals.Plain(interval.Low, 2));
            json.WritePropertyName("high"u8);
            json.WriteRawValue(Decimals.Plain(interval.High, 2));
            json.WriteEndObject();
        });
        measure.Target.IfSome(target => WriteTarget(json, measure, target, language));
        figure.Verdict.IfSome(verdict => json.WriteString("verdict"u8, verdict.Code()));
        json.WriteEndObject();
    }

    /// <summary>A list of figures as a member.</summary>
    public static void WriteList(Utf8JsonWriter json, ReadOnlySpan<byte> name, Arr<Figure> figures, Language language) => json.WriteList(name, figures, (to, figure) => Write(to, figure, language));

    /// <summary>What a measure is to reach.</summary>
    public static void WriteTarget(Utf8JsonWriter json, Measure measure, Target target, Language language)
    {
        json.WriteStartObject("target"u8);
        json.WriteString("side"u8, target.Side.Code());
        json.WritePropertyName("value"u8);
        json.WriteRawValue(measure.Plain(target.Value));
        json.WritePropertyName("citation"u8);
        CitationJson.WriteFor(json, target.Citation, language);
        json.WriteEndObject();
    }

    /// <summary>The days that figures are about.</summary>
    public static void WriteDays(Utf8JsonWriter json, EvaluatedDays days)
    {
        json.WriteString("period"u8, days.Name);
        WriteDay(json, "from"u8, days.Days.From);
        WriteDay(json, "to"u8, days.Days.To);
        WriteDay(json, "asOf"u8, days.AsOf);
    }

    /// <summary>A number in digits, null where there is none.</summary>
    public static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, Option<string> digits)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(digits.IfNone("null"));
    }

    /// <summary>The moment at which something was counted.</summary>
    public static void WriteCounted(Utf8JsonWriter json, DateTime at) =>
        json.WriteString("countedAt"u8, at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>Whose figures they are, and the name of the outlet, where they are not of everybody.</summary>
    public static void WriteWhose(Utf8JsonWriter json, UnitScope whose, Option<string> name)
    {
        json.WriteText("outlet"u8, whose.Outlet);
        json.WriteText("manager"u8, whose.Manager);
        json.WriteText("name"u8, name);
    }

    private static void WriteDay(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly day)
    {
        json.WritePropertyName(name);
        FactsJson.WriteDay(json, day);
    }
}
