using System.Globalization;
using System.Text.Json;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>Wealthy customers lost, on the wire.</summary>
internal static class LossesJson
{
    private static readonly Arr<string> Header = Array("customer", "closedOn", "totalAssets", "class", "level", "outlet", "manager");

    /// <summary>What stands beside the customers: the days, and when they were counted.</summary>
    public static void WriteHead(Utf8JsonWriter json, EvaluatedDays days, DateTime countedAt)
    {
        FigureJson.WriteDays(json, days);
        FigureJson.WriteCounted(json, countedAt);
    }

    /// <summary>One customer.</summary>
    public static void Write(Utf8JsonWriter json, LostCustomer lost)
    {
        json.WriteStartObject();
        json.WriteString("customer"u8, lost.Id.Value);
        json.WriteString("closedOn"u8, Day(lost.ClosedOn));
        json.WritePropertyName("totalAssets"u8);
        json.WriteRawValue(Decimals.Plain(lost.Assets.Fen, 2));
        json.WriteText("class"u8, lost.AssetClass.Map(code => code.Value));
        json.WriteText("level"u8, lost.Level.Map(level => level.Code()));
        json.WriteString("outlet"u8, lost.Unit.Outlet);
        json.WriteText("manager"u8, lost.Unit.Manager);
        json.WriteEndObject();
    }

    /// <summary>All of them, a row each.</summary>
    public static CsvTable Table(Arr<LostCustomer> lost) => new(Header, lost.Map(one => Array(
        CsvField.Text(one.Id.Value),
        CsvField.Text(Day(one.ClosedOn)),
        CsvField.Digits(Decimals.Plain(one.Assets.Fen, 2)),
        CsvField.Text(one.AssetClass.Map(code => code.Value).IfNone("")),
        CsvField.Text(one.Level.Map(level => level.Code()).IfNone("")),
        CsvField.Text(one.Unit.Outlet),
        CsvField.Text(one.Unit.Manager.IfNone("")))));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
