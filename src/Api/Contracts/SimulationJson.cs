using System.Text.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Simulations on the wire: answers of policies in a word, assets in yuan.</summary>
internal static class SimulationJson
{
    public static void Write(Utf8JsonWriter json, Simulation simulation, Language language)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, simulation.Name);
        WriteQuestion(json, simulation, language);
        json.WriteNumber("customers"u8, simulation.Customers);
        json.WriteStartObject("moved"u8);
        WriteCount(json, simulation.Moved.Customers, simulation.Moved.Assets, simulation.Moved.Unvalued);
        json.WriteEndObject();
        json.WriteStartObject("open"u8);
        json.WriteNumber("before"u8, simulation.OpenBefore);
        json.WriteNumber("after"u8, simulation.OpenAfter);
        json.WriteEndObject();
        json.WriteList("transitions"u8, simulation.Cells, static (json, cell) =>
        {
            json.WriteStartObject();
            WriteTransition(json, cell.Transition);
            WriteFirst(json, cell.First);
            json.WriteEndObject();
        });
        json.WriteList("outlets"u8, simulation.Outlets, static (json, outlet) =>
        {
            json.WriteStartObject();
            json.WriteString("outlet"u8, outlet.Outlet);
            json.WriteList("transitions"u8, outlet.Transitions, static (json, transition) =>
            {
                json.WriteStartObject();
                WriteTransition(json, transition);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
        WriteDuties(json, simulation, language);
        WriteCliffs(json, simulation.Cliffs, language);
        json.WriteEndObject();
    }

    /// <summary>Why there are no duties to tell, if there are none.</summary>
    public static Option<Label> WithoutDuties(this Simulation simulation) =>
        simulation.Months.IsNone ? new Label("the calendar of festivals (1901 to 2100) does not hold the twelve months", "节日日历（1901 至 2100 年）未涵盖这十二个月")
        : simulation.Duties.IsEmpty ? new Label("no service standard serves the policy, so no duties follow from its classes", "没有维护标准以该办法为依据，其类别不产生维护义务")
        : Option<Label>.None;

    /// <summary>What was asked.</summary>
    private static void WriteQuestion(Utf8JsonWriter json, Simulation simulation, Language language)
    {
        json.WritePropertyName("candidate"u8);
        WritePolicy(json, simulation.Candidate, language);
        json.WritePropertyName("against"u8);
        if (simulation.Against.Case is SimulatedPolicy against)
        {
            WritePolicy(json, against, language);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, simulation.AsOf);
        json.WriteString("outlet"u8, simulation.Outlet.OrNull());
        json.WriteNumber("first"u8, simulation.First);
        json.WritePropertyName("within"u8);
        FactsJson.WriteHundredths(json, simulation.Within);
        json.WriteString("portfolio"u8, simulation.Portfolio);
    }

    /// <summary>A policy by its content hash.</summary>
    public static void WritePolicy(Utf8JsonWriter json, SimulatedPolicy policy, Language language)
    {
        json.WriteStartObject();
        json.WriteString("policy"u8, policy.Id.Value);
        json.WritePropertyName("version"u8);
        if (policy.Version.OrNull() is { } version)
        {
            json.WriteNumberValue(version);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("hash"u8, policy.Hash);
        json.WriteString("label"u8, policy.Label.In(language));
        json.WriteList("classes"u8, policy.Classes, (json, one) =>
        {
            json.WriteStartObject();
            json.WriteString("code"u8, one.Code.Value);
            json.WriteString("label"u8, one.Label.In(language));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteTransition(Utf8JsonWriter json, Transition transition)
    {
        json.WriteString("kind"u8, transition.Kind.Code());
        json.WriteString("before"u8, transition.Old.Code);
        json.WriteString("after"u8, transition.New.Code);
        WriteCount(json, transition.Customers, transition.Assets, transition.Unvalued);
    }

    /// <summary>How many customers, the assets known of them, and of how many they are not.</summary>
    public static void WriteCount(Utf8JsonWriter json, int customers, Int128 assets, int unvalued)
    {
        json.WriteNumber("customers"u8, customers);
        json.WritePropertyName("assets"u8);
        json.WriteRawValue(Decimals.Plain(assets, 2), skipInputValidation: true);
        json.WriteNumber("unvalued"u8, unvalued);
    }

    private static void WriteFirst(Utf8JsonWriter json, Arr<string> first) => json.WriteList("first"u8, first, static (json, id) => json.WriteStringValue(id));

    private static void WriteDuties(Utf8JsonWriter json, Simulation simulation, Language language)
    {
        json.WriteStartObject("duties"u8);
        simulation.Months.IfSome(months =>
        {
            json.WritePropertyName("from"u8);
            FactsJson.WriteDay(json, months.From);
            json.WritePropertyName("to"u8);
            FactsJson.WriteDay(json, months.To);
        });
        simulation.WithoutDuties().IfSome(reason => json.WriteString("none"u8, reason.In(language)));
        json.WriteList("standards"u8, simulation.Duties, (json, effect) =>
        {
            json.WriteStartObject();
            json.WriteString("standard"u8, effect.Standard.Value);
            json.WriteString("label"u8, effect.Label.In(language));
            json.WriteList("unserved"u8, effect.Unserved, static (json, code) => json.WriteStringValue(code.Value));
            json.WriteList("roles"u8, effect.Roles, static (json, role) =>
            {
                json.WriteStartObject();
                json.WriteString("role"u8, role.Role.Code());
                WriteChange(json, "duties"u8, role.DutiesBefore, role.DutiesAfter);
                WriteChange(json, "minutes"u8, role.MinutesBefore, role.MinutesAfter);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, ReadOnlySpan<byte> name, Int128 before, Int128 after)
    {
        json.WriteStartObject(name);
        json.WriteNumber("before"u8, (decimal)before);
        json.WriteNumber("after"u8, (decimal)after);
        json.WriteNumber("difference"u8, (decimal)(after - before));
        json.WriteEndObject();
    }

    private static void WriteCliffs(Utf8JsonWriter json, CliffReport report, Language language)
    {
        json.WriteStartObject("cliffs"u8);
        json.WriteNumber("lines"u8, report.Lines);
        json.WriteBoolean("looked"u8, report.Cliffs.IsSome);
        json.WriteList("items"u8, report.Cliffs.IfNone(Arr<Cliff>.Empty), (json, cliff) =>
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, cliff.Kind.Code());
            json.WriteString("fact"u8, cliff.Quantity.Name);
            json.WritePropertyName("cut"u8);
            QuantityJson.WriteValue(json, cliff.Quantity, cliff.Cut);
            json.WriteString("line"u8, cliff.Words.In(language));
            WriteSide(json, "below"u8, cliff.Below);
            WriteSide(json, "above"u8, cliff.Above);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, ReadOnlySpan<byte> name, CustomerSum side)
    {
        json.WriteStartObject(name);
        WriteCount(json, side.Customers, side.Assets, side.Unvalued);
        WriteFirst(json, side.First);
        json.WriteEndObject();
    }
}
