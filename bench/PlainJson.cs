using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kehu.Bench;

/// <summary>
/// What a line of the batch costs without any rules: read into typed records and written again by source-generated System.Text.Json, the
/// serializer at its best (settable members, reading from bytes, the generated fast path of writing, a writer used over and over).
/// </summary>
internal static class PlainJson
{
    /// <summary>Chinese is written as it came, as the service does.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The line as an object and as a line again.</summary>
    public static void Rewrite(ReadOnlySpan<byte> line, Utf8JsonWriter json)
    {
        var customer = JsonSerializer.Deserialize(line, PlainContext.Default.PlainCustomer)!;
        JsonSerializer.Serialize(json, customer, PlainContext.Default.PlainCustomer);
    }
}

/// <summary>A line of the batch.</summary>
internal sealed class PlainCustomer
{
    public string? Id { get; set; }

    public string? Kind { get; set; }

    public DateOnly? AsOf { get; set; }

    public string? Outlet { get; set; }

    public string? Manager { get; set; }

    public string? Name { get; set; }

    public PlainContact? Contact { get; set; }

    public PlainPreferences? Preferences { get; set; }

    public PlainFacts? Facts { get; set; }
}

/// <summary>How the customer of a line can be reached.</summary>
internal sealed class PlainContact
{
    public string? Mobile { get; set; }

    public string? HomeAddress { get; set; }
}

/// <summary>What the customer of a line does not want.</summary>
internal sealed class PlainPreferences
{
    public bool? MarketingConsent { get; set; }
}

/// <summary>The facts of a line, each in the type that fits it.</summary>
internal sealed class PlainFacts
{
    public decimal? TotalAssets { get; set; }

    public decimal? Deposits { get; set; }

    public decimal? Loans { get; set; }

    public decimal? AnnualTransactionVolume { get; set; }

    public int? MonthlyTransactions { get; set; }

    public DateOnly? LastTransactionOn { get; set; }

    public DateOnly? CustomerSince { get; set; }

    public string[]? Products { get; set; }

    public string? Industry { get; set; }

    public int? Employees { get; set; }

    public decimal? AnnualRevenue { get; set; }

    public decimal? BookAssets { get; set; }

    public decimal? NetProfit { get; set; }

    public decimal? ProfitMargin { get; set; }

    public decimal? IndustryMargin { get; set; }

    public string? Ownership { get; set; }

    public int? CountriesOfOperation { get; set; }

    public string? Sector { get; set; }

    public string? Market { get; set; }

    public string? EntityType { get; set; }

    public bool? StrategicAgreement { get; set; }

    public string? CreditRating { get; set; }

    public bool? AdverseRecord { get; set; }

    public decimal? SettlementShare { get; set; }

    public decimal? AverageDailyDeposits { get; set; }

    public bool? UsesEbanking { get; set; }

    public int? PayrollHeadcount { get; set; }

    public decimal? PayrollMonthly { get; set; }
}

/// <summary>The generated code; nothing is found out by reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainCustomer))]
internal sealed partial class PlainContext : JsonSerializerContext;
