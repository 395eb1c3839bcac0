using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Scorecards of units and weekly reports on the wire.</summary>
internal static class ReportJson
{
    /// <summary>The members of a scorecard beside its lines.</summary>
    public static void WriteHead(Utf8JsonWriter json, ScorecardReport report, DateTime countedAt, Language language)
    {
        FigureJson.WriteDays(json, report.Days);
        FigureJson.WriteCounted(json, countedAt);
        FigureJson.WriteWhose(json, report.Whose, report.Name);
        json.WriteString("by"u8, Code(report.By));
        json.WriteString("policy"u8, report.Policy.Id.Value);
        FigureJson.WriteList(json, "figures"u8, report.Whole, language);
        json.WriteList("moves"u8, report.Moves, (to, move) =>
        {
            to.WriteStartObject();
            Write(to, "from"u8, move.From);
            Write(to, "to"u8, move.To);
            to.WriteNumber("customers"u8, move.Customers);
            to.WriteEndObject();
        });
        WriteTrend(json, report.Trend, language);
    }

    /// <summary>A unit with its place, its points and its figures.</summary>
    public static void Write(Utf8JsonWriter json, Grouping by, ScoreLine line, Language language)
    {
        json.WriteStartObject();
        IndicatorJson.WriteUnit(json, Code(by), line.Unit.Unit, line.Name);
        FigureJson.WriteNumber(json, "rank"u8, line.Rank.Map(rank => Decimals.Plain(rank, 0)));
        line.Score.IfSome(score =>
        {
            json.WriteStartObject("score"u8);
            FigureJson.WriteNumber(json, "points"u8, score.Points.Hundredths());
            json.WriteNumber("knownWeight"u8, score.Known);
            json.WriteList("parts"u8, score.Parts, (to, part) =>
            {
                to.WriteStartObject();
                to.WriteString("indicator"u8, part.Indicator);
                to.WriteNumber("weight"u8, part.Weight);
                FigureJson.WriteNumber(to, "attainedPercent"u8, part.Attained.Map(attained => (attained * 100).Hundredths()));
                to.WriteEndObject();
            });
            json.WriteEndObject();
        });
        FigureJson.WriteList(json, "figures"u8, line.Unit.Figures, language);
        json.WriteEndObject();
    }

    /// <summary>A weekly report.</summary>
    public static void Write(Utf8JsonWriter json, WeeklyReport report, DateTime countedAt, Language language)
    {
        json.WriteStartObject();
        FigureJson.WriteDays(json, report.Days);
        FigureJson.WriteCounted(json, countedAt);
        FigureJson.WriteWhose(json, new UnitScope(report.Outlet, Option<string>.None), report.Name);
        FigureJson.WriteList(json, "figures"u8, report.Figures, language);
        json.WriteList("managers"u8, report.Managers, (to, unit) =>
        {
            to.WriteStartObject();
            IndicatorJson.WriteUnit(to, Code(Grouping.Manager), unit.Unit, Option<string>.None);
            FigureJson.WriteList(to, "figures"u8, unit.Figures, language);
            to.WriteEndObject();
        });
        WriteTrend(json, report.Trend, language);
        json.WriteEndObject();
    }

    /// <summary>By what figures are grouped, on the wire.</summary>
    public static string Code(Grouping grouping) => grouping switch
    {
        Grouping.Whole => "whole",
        Grouping.Outlet => "outlet",
        Grouping.Manager => "manager",
        Grouping.Class => "class",
    };

    private static void WriteTrend(Utf8JsonWriter json, Arr<TrendPoint> trend, Language language) => json.WriteList("trend"u8, trend, (to, point) =>
    {
        to.WriteStartObject();
        FigureJson.WriteDays(to, point.Days);
        FigureJson.WriteList(to, "figures"u8, point.Figures, language);
        to.WriteEndObject();
    });

    /// <summary>Where a customer stood: whether it was one, and in which class.</summary>
    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, ClassStand stand)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("customer"u8, stand.IsCustomer);
        stand.Class.Match(Some: code => json.WriteString("class"u8, code.Value), None: () => json.WriteNull("class"u8));
        json.WriteEndObject();
    }
}
