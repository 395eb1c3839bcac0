using System.Text.Json;

namespace Kehu.Properties.Dossiers;

/// <summary>What a customer's file lacks, read off the record as it stands on the wire, one look a field: for the laws to compare with.</summary>
internal static class PlainDossier
{
    /// <summary>The fields in the order in which they are told, each with the members of which any one will do; several in a row all have to be there.</summary>
    private static readonly (string Field, string[] Any)[] Members =
    [
        ("name", ["name"]),
        ("contact", ["contact.mobile", "contact.homePhone", "contact.email", "contact.homeAddress"]),
        ("address", ["contact.homeAddress"]),
        ("employer", ["contact.employer"]),
        ("mobile", ["contact.mobile"]),
        ("home-phone", ["contact.homePhone"]),
        ("occupation", ["facts.occupation", "facts.industry"]),
        ("risk-characteristics", ["dossier.riskCharacteristics", "facts.riskLevel"]),
        ("product-preference", ["dossier.productPreference"]),
        ("manager-number", ["manager"]),
        ("service-plan", ["dossier.servicePlan", "dossier.planRiskCapacity dossier.planAssetsAndLiabilities dossier.planCashFlow dossier.planFlowOfFunds dossier.planProductsUsed"]),
        ("business", ["facts.deposits", "facts.loans", "facts.investments"]),
        ("needs", ["dossier.needs"]),
        ("feedback", ["dossier.feedback"]),
    ];

    /// <summary>Every field.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. Members.Select(member => member.Field)];

    /// <summary>The fields that a record lacks on a day.</summary>
    public static IReadOnlyList<string> Lacking(CustomerRecord record, DateOnly day)
    {
        using var document = JsonDocument.Parse(WireJson.Bytes(json => CustomerCodecs.Write(json, record)));
        var root = document.RootElement;
        return [.. Members.Where(member => !member.Any.Any(names => names.Split(' ').All(name => Has(root, name)))
            && !Listed(root, "onFile", one => one.GetString() == member.Field)
            && !Listed(root, "kept", one => one.GetProperty("field").GetString() == member.Field)
            && !Listed(root, "statedNone", one => one.GetString() == member.Field)
            && !Listed(root, "declined", one => one.GetProperty("field").GetString() == member.Field && Stands(DateOnly.Parse(one.GetProperty("on").GetString()!, System.Globalization.CultureInfo.InvariantCulture), day)))
            .Select(member => member.Field)];
    }

    /// <summary>From the day on until the same day a year later, or the last of February where there is none.</summary>
    public static bool Stands(DateOnly on, DateOnly day)
    {
        var again = on is { Month: 2, Day: 29 } ? new DateOnly(on.Year + 1, 2, 28) : new DateOnly(on.Year + 1, on.Month, on.Day);
        return on <= day && day < again;
    }

    /// <summary>Whether the record alone would open a file.</summary>
    public static bool Opens(CustomerRecord record)
    {
        using var document = JsonDocument.Parse(WireJson.Bytes(json => CustomerCodecs.Write(json, record)));
        var root = document.RootElement;
        return Members[1].Any.Any(name => Has(root, name)) || Has(root, "dossier.onFile") || Has(root, "dossier.kept");
    }

    private static bool Has(JsonElement root, string name)
    {
        foreach (var part in name.Split('.'))
        {
            if (!root.TryGetProperty(part, out root))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Listed(JsonElement root, string member, Func<JsonElement, bool> isIt) =>
        root.TryGetProperty("dossier", out var file) && file.TryGetProperty(member, out var all) && all.EnumerateArray().Any(isIt);
}
