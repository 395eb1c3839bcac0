using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>A data quality report: what was asked, on which day, and what was counted.</summary>
internal sealed record DataQuality(string? Outlet, string? Manager, CompiledPolicy Classes, QualityScope Scope, DateOnly AsOf, QualityTally Tally)
{
    /// <summary>A share of 100 with two decimals, the nearest, halves up; null of nobody.</summary>
    public static decimal? Percent(long part, long whole) => whole == 0 ? null : decimal.Round(part * 10_000m / whole, MidpointRounding.AwayFromZero) / 100m;
}

/// <summary>Data quality reports on the wire.</summary>
internal static class DataQualityJson
{
    public static void Write(Utf8JsonWriter json, DataQuality report, Language language)
    {
        json.WriteStartObject();
        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, report.AsOf);
        json.WriteString("by"u8, report.Scope.By.Code());
        json.WriteString("outlet"u8, report.Outlet);
        json.WriteString("manager"u8, report.Manager);
        json.WriteNumber("customers"u8, report.Tally.Customers);
        json.WriteNumber("closed"u8, report.Tally.Closed);
        WriteFacts(json, report.Tally.Gaps(report.Scope), language);
        WriteQuestions(json, report.Tally.Questions(report.Scope.Facts), language);
        json.WriteList("policies"u8, report.Scope.Policies, (json, policy) => WritePolicy(json, policy, report.Tally.Of(policy.Policy.Id), report.Scope.Facts, language));
        WriteGroups(json, report, language);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, Arr<FactGap> gaps, Language language) => json.WriteList("facts"u8, gaps, (json, gap) =>
    {
        json.WriteStartObject();
        json.WriteString("fact"u8, gap.Fact.Name);
        json.WriteString("label"u8, gap.Fact.Head.Label.In(language));
        json.WriteNumber("customers"u8, gap.Customers);
        json.WriteNumber("unknown"u8, gap.Unknown);
        if (DataQuality.Percent(gap.Unknown, gap.Customers) is { } percent)
        {
            json.WriteNumber("unknownPercent"u8, percent);
        }

        json.WriteNumber("outOfRange"u8, gap.OutOfRange);
        json.WriteEndObject();
    });

    private static void WriteQuestions(Utf8JsonWriter json, Arr<NextQuestion> questions, Language language) => json.WriteList("questions"u8, questions, (json, question) =>
    {
        json.WriteStartObject();
        json.WriteString("fact"u8, question.Fact.Name);
        json.WriteString("label"u8, question.Fact.Head.Label.In(language));
        json.WriteNumber("bearsOn"u8, question.BearsOn);
        json.WriteNumber("decides"u8, question.Decides);
        json.WriteEndObject();
    });

    private static void WritePolicy(Utf8JsonWriter json, CompiledPolicy policy, OpenDecisions open, FactCatalogue facts, Language language)
    {
        json.WriteStartObject();
        json.WriteString("policy"u8, policy.Policy.Id.Value);
        json.WriteNumber("version"u8, policy.Version);
        json.WriteString("hash"u8, policy.Hash);
        json.WriteString("label"u8, policy.Policy.Label.In(language));
        json.WriteNumber("decided"u8, open.Decided);
        json.WriteNumber("open"u8, open.Open);
        json.WriteNumber("notApplicable"u8, open.NotApplicable);
        WriteQuestions(json, open.Questions(facts), language);
        json.WriteEndObject();
    }

    /// <summary>The parts by outlet or class; nothing where nothing is grouped.</summary>
    private static void WriteGroups(Utf8JsonWriter json, DataQuality report, Language language)
    {
        if (report.Scope.By == QualityGrouping.Fact)
        {
            return;
        }

        if (report.Scope.By == QualityGrouping.Class)
        {
            json.WriteString("classesOf"u8, report.Classes.Policy.Id.Value);
        }

        json.WriteList("groups"u8, report.Tally.GapsByGroup(report.Scope), (json, group) =>
        {
            json.WriteStartObject();
            WriteText(json, report.Scope.By.Code(), group.Name);
            if (report.Scope.By == QualityGrouping.Class)
            {
                WriteText(json, "label", report.LabelOf(group.Name, language));
            }

            json.WriteNumber("customers"u8, group.Customers);
            WriteFacts(json, group.Gaps, language);
            json.WriteEndObject();
        });
    }

    /// <summary>The words for a class of the grouping; none for those in no class.</summary>
    public static Option<string> LabelOf(this DataQuality report, Option<string> code, Language language) =>
        code.Bind(name => report.Classes.Policy.Classes.Find(one => one.Code.Value == name)).Map(one => one.Label.In(language));

    private static void WriteText(Utf8JsonWriter json, string name, Option<string> text)
    {
        json.WritePropertyName(name);
        text.Match(Some: json.WriteStringValue, None: json.WriteNullValue);
    }
}
