using System.Text.Json;
using Kehu.Api.Archive;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>Capacity on the wire: minutes, by outlet, role and month; an outlet of null is hours that outlets share.</summary>
internal static class CapacityJson
{
    public static void Write(Utf8JsonWriter json, Standard standard, CapacityRequest request, PortfolioCount counted, Capacity capacity)
    {
        json.WriteStartObject();
        json.WriteString("standard"u8, standard.Id.Value);
        json.WriteString("from"u8, request.Months[0].ToString());
        json.WriteNumber("months"u8, request.Months.Count);
        WriteCustomers(json, standard, counted);
        WriteMinutes(json, standard, request);
        json.WritePropertyName("keepable"u8);
        WriteTruth(json, capacity.Keepable);
        json.WritePropertyName("failsFirst"u8);
        WriteFailure(json, capacity.FailsFirst);
        json.WriteList("unknown"u8, capacity.Unknown, (json, load) => WriteBearer(json, load.Outlet, load.Role));
        json.WriteList("unused"u8, capacity.Unused, (json, line) => WriteBearer(json, line.Outlet, line.Role));
        json.WriteList("roles"u8, capacity.Loads, (json, load) =>
        {
            json.WriteStartObject();
            WriteNames(json, load.Outlet, load.Role);
            json.WriteList("months"u8, load.Months, (json, month) =>
            {
                json.WriteStartObject();
                WriteLoad(json, month);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteCustomers(Utf8JsonWriter json, Standard standard, PortfolioCount counted)
    {
        json.WriteStartObject("customers"u8);
        json.WriteNumber("counted"u8, counted.Tally.Customers);
        json.WriteNumber("unclassified"u8, counted.Unclassified);
        json.WriteNumber("notApplicable"u8, counted.NotApplicable);
        json.WriteList("classes"u8, standard.Classes, (json, care) =>
        {
            json.WriteStartObject();
            json.WriteString("class"u8, care.Class.Value);
            json.WriteNumber("customers"u8, counted.Tally.In(care.Class));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    /// <summary>What each time takes, for every obligation that takes time.</summary>
    private static void WriteMinutes(Utf8JsonWriter json, Standard standard, CapacityRequest request)
    {
        json.WriteStartObject("minutes"u8);
        foreach (var obligation in standard.Timed())
        {
            json.WriteNumber(obligation.Code, request.Take(obligation));
        }

        json.WriteEndObject();
    }

    private static void WriteTruth(Utf8JsonWriter json, Option<bool> truth)
    {
        if (truth.Case is bool known)
        {
            json.WriteBooleanValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteFailure(Utf8JsonWriter json, Option<FirstFailure> failure)
    {
        if (failure.Case is not FirstFailure first)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        WriteNames(json, first.Outlet, first.Role);
        WriteLoad(json, first.Load);
        json.WriteList("takes"u8, first.Load.Takes, (json, taken) =>
        {
            json.WriteStartObject();
            json.WriteString("obligation"u8, taken.Obligation);
            json.WriteNumber("minutes"u8, (decimal)taken.Minutes);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteBearer(Utf8JsonWriter json, Option<string> outlet, Role role)
    {
        json.WriteStartObject();
        WriteNames(json, outlet, role);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, Option<string> outlet, Role role)
    {
        if (outlet.Case is string code)
        {
            json.WriteString("outlet"u8, code);
        }
        else
        {
            json.WriteNull("outlet"u8);
        }

        json.WriteString("role"u8, role.Code());
    }

    private static void WriteLoad(Utf8JsonWriter json, Workload load)
    {
        json.WriteString("month"u8, load.Month.ToString());
        json.WriteNumber("needed"u8, (decimal)load.Needed);
        WriteMinutes(json, "available"u8, load.Available);
        WriteMinutes(json, "short"u8, load.Short);
    }

    private static void WriteMinutes(Utf8JsonWriter json, ReadOnlySpan<byte> name, Option<Int128> minutes)
    {
        if (minutes.Case is Int128 known)
        {
            json.WriteNumber(name, (decimal)known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
