using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Service standards and duties on the wire.</summary>
internal static class StandardJson
{
    /// <summary>A line of the list.</summary>
    public static void WriteLine(Utf8JsonWriter json, Standard standard, Language language)
    {
        json.WriteStartObject();
        WriteHead(json, standard, language);
        json.WriteList("classes"u8, standard.Classes, (json, care) => json.WriteStringValue(care.Class.Value));
        json.WriteEndObject();
    }

    /// <summary>What every class is owed, with sources, readings and parameters, and what contact limits leave no room for.</summary>
    public static void WriteWhole(Utf8JsonWriter json, Standard standard, Arr<ParameterInForce> parameters, ContactLimits limits, Arr<ContactConflict> conflicts, Language language)
    {
        json.WriteStartObject();
        WriteHead(json, standard, language);
        json.WriteStartObject("counting"u8);
        json.WriteNumber("greetingDays"u8, standard.Counting.GreetingDays);
        json.WriteBoolean("greetingCountsAsContact"u8, standard.Counting.GreetingCountsAsContact);
        json.WriteEndObject();
        json.WriteList("parameters"u8, parameters, (json, parameter) => Write(json, parameter, language));
        Write(json, limits, language);
        json.WriteList("conflicts"u8, conflicts, (json, conflict) => Write(json, conflict, language));
        json.WriteList("classes"u8, standard.Classes, (json, care) =>
        {
            json.WriteStartObject();
            json.WriteString("class"u8, care.Class.Value);
            json.WriteList("obligations"u8, care.Obligations, (json, obligation) => Write(json, obligation, language));
            json.WriteEndObject();
        });
        json.WriteList("interpretations"u8, standard.Interpretations, (json, reading) => json.WriteStringValue(reading.In(language)));
        json.WriteEndObject();
    }

    /// <summary>Duties as a plan answers them, with those that contact limits leave no room for.</summary>
    public static void WritePlan(Utf8JsonWriter json, Arr<Assessed> duties, Arr<Duty> conflicts, Option<DutyChanges> changes)
    {
        var impossible = conflicts.Map(duty => duty.Place).ToHashSet();
        json.WriteStartObject();
        json.WriteList("duties"u8, duties, (json, assessed) => WriteDuty(json, assessed, impossible.Contains(assessed.Duty.Place)));
        changes.IfSome(compared => ServicePlanJson.WriteChanges(json, compared));
        json.WriteEndObject();
    }

    /// <summary>A duty of a plan.</summary>
    public static void WriteDuty(Utf8JsonWriter json, Assessed assessed, bool conflict)
    {
        json.WriteStartObject();
        WriteDutyMembers(json, assessed, conflict);
        json.WriteEndObject();
    }

    /// <summary>The members of a duty, where there are others beside them.</summary>
    public static void WriteDutyMembers(Utf8JsonWriter json, Assessed assessed, bool conflict)
    {
        var duty = assessed.Duty;
        json.WriteString("obligation"u8, duty.Obligation.Code);
        duty.Occasion.IfSome(occasion => json.WriteString("occasion"u8, occasion.Code()));
        json.WritePropertyName("from"u8);
        FactsJson.WriteDay(json, duty.Window.From);
        json.WritePropertyName("due"u8);
        FactsJson.WriteDay(json, duty.Due);
        duty.Ordinal.IfSome(ordinal =>
        {
            json.WriteNumber("ordinal"u8, ordinal.At);
            json.WriteNumber("of"u8, ordinal.Of);
        });
        json.WriteList("channels"u8, duty.Channels, (json, channel) => json.WriteStringValue(channel.Code()));
        json.WriteString("owner"u8, duty.Owner.Code());
        json.WriteList("by"u8, duty.Obligation.Terms.By, (json, role) => json.WriteStringValue(role.Code()));
        json.WriteString("shownBy"u8, duty.Means.Code());
        json.WriteString("status"u8, assessed.Status.Code());
        if (assessed.Status == DutyStatus.Due && duty.LateUntil > duty.Due)
        {
            json.WritePropertyName("lateUntil"u8);
            FactsJson.WriteDay(json, duty.LateUntil);
        }

        if (conflict)
        {
            json.WriteBoolean("conflict"u8, true);
        }
    }

    private static void WriteHead(Utf8JsonWriter json, Standard standard, Language language)
    {
        json.WriteString("id"u8, standard.Id.Value);
        json.WriteString("policy"u8, standard.Policy.Value);
        json.WriteString("label"u8, standard.Label.In(language));
        json.WriteBoolean("cumulative"u8, standard.Cumulative);
    }

    private static void Write(Utf8JsonWriter json, ParameterInForce inForce, Language language)
    {
        var parameter = inForce.Parameter;
        json.WriteStartObject();
        json.WriteString("name"u8, parameter.Name);
        json.WriteString("unit"u8, parameter.Measure.Code());
        Write(json, "value"u8, parameter.Value);
        Write(json, "default"u8, inForce.Default);
        parameter.Measure.Bounds().IfSome(bounds =>
        {
            json.WriteNumber("min"u8, bounds.Low);
            json.WriteNumber("max"u8, bounds.High);
        });
        json.WriteString("reason"u8, parameter.Reason.In(language));
        json.WriteList("places"u8, parameter.Places, (json, place) =>
        {
            json.WriteStartObject();
            json.WriteString("class"u8, place.Class.Value);
            json.WriteString("obligation"u8, place.Obligation);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, StandardValue value)
    {
        switch (value)
        {
            case StandardValue.Whole(var number):
                json.WriteNumber(name, number);
                break;
            case StandardValue.Flag(var on):
                json.WriteBoolean(name, on);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, ContactLimits limits, Language language)
    {
        json.WriteStartObject("contactLimits"u8);
        json.WriteNumber("perWeek"u8, limits.PerWeek);
        json.WriteNumber("perMonth"u8, limits.PerMonth);
        json.WriteList("citations"u8, ContactLimits.Citations, (json, citation) => json.WriteStringValue(citation.Describe().In(language)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ContactConflict conflict, Language language)
    {
        json.WriteStartObject();
        json.WriteString("class"u8, conflict.Class.Value);
        json.WriteString("obligation"u8, conflict.Obligation.Code);
        json.WriteString("period"u8, conflict.Period.ToString());
        json.WriteNumber("asked"u8, conflict.Asked);
        json.WriteNumber("possible"u8, conflict.Possible);
        json.WriteString("text"u8, conflict.Describe().In(language));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Obligation obligation, Language language)
    {
        json.WriteStartObject();
        json.WriteString("obligation"u8, obligation.Code);
        json.WriteString("text"u8, obligation.Describe().In(language));
        json.WriteList("channels"u8, obligation.Terms.Channels, (json, channel) => json.WriteStringValue(channel.Code()));
        json.WriteList("by"u8, obligation.Terms.By, (json, role) => json.WriteStringValue(role.Code()));
        json.WriteList("answersFor"u8, obligation.Terms.AnswersFor, (json, role) => json.WriteStringValue(role.Code()));
        json.WriteList("citations"u8, obligation.Terms.Citations, (json, citation) => json.WriteStringValue(citation.Describe().In(language)));
        json.WriteEndObject();
    }
}
