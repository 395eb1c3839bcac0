using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>How a customer can be reached, on the wire.</summary>
internal static class ContactJson
{
    private static readonly JsonMembers Members = new("mobile?", "homePhone?", "email?", "homeAddress?", "employer?");

    public static Contact Read(ref JsonCursor cursor)
    {
        var texts = new string?[5];
        if (cursor.StartObject())
        {
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                texts[member] = CustomerJson.ReadText(ref cursor);
            }
        }

        return new Contact(texts[0].Known(), texts[1].Known(), texts[2].Known(), texts[3].Known(), texts[4].Known());
    }

    public static void Write(Utf8JsonWriter json, Contact contact)
    {
        if (contact == Contact.Unknown)
        {
            return;
        }

        json.WriteStartObject("contact"u8);
        json.WriteText("mobile"u8, contact.Mobile);
        json.WriteText("homePhone"u8, contact.HomePhone);
        json.WriteText("email"u8, contact.EMail);
        json.WriteText("homeAddress"u8, contact.HomeAddress);
        json.WriteText("employer"u8, contact.Employer);
        json.WriteEndObject();
    }
}

/// <summary>What a customer does not want, on the wire.</summary>
internal static class PreferencesJson
{
    private static readonly JsonMembers Members = new("refusedChannels?", "marketingConsent?");

    public static Preferences Read(ref JsonCursor cursor)
    {
        var preferences = Preferences.Unknown;
        if (cursor.StartObject())
        {
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                preferences = member == 0
                    ? preferences with { RefusedChannels = CodeLists.Channels.Read(ref cursor) }
                    : preferences with { MarketingConsent = cursor.ReadBool().Known() };
            }
        }

        return preferences;
    }

    public static void Write(Utf8JsonWriter json, Preferences preferences)
    {
        if (preferences == Preferences.Unknown)
        {
            return;
        }

        json.WriteStartObject("preferences"u8);
        CodeLists.Channels.Write(json, "refusedChannels"u8, preferences.RefusedChannels);
        if (preferences.MarketingConsent.OrNull() is { } consent)
        {
            json.WriteBoolean("marketingConsent"u8, consent);
        }

        json.WriteEndObject();
    }
}

/// <summary>A customer's file, on the wire.</summary>
internal static class DossierJson
{
    private static readonly JsonMembers Members = new("onFile?", "riskCharacteristics?", "productPreference?", "servicePlan?");

    public static Dossier Read(ref JsonCursor cursor)
    {
        var dossier = Dossier.Unknown;
        if (cursor.StartObject())
        {
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                dossier = member switch
                {
                    0 => dossier with { OnFile = CodeLists.DossierFields.Read(ref cursor) },
                    1 => dossier with { RiskCharacteristics = CustomerJson.ReadText(ref cursor).Known() },
                    2 => dossier with { ProductPreference = CustomerJson.ReadText(ref cursor).Known() },
                    _ => dossier with { ServicePlan = CustomerJson.ReadText(ref cursor).Known() },
                };
            }
        }

        return dossier;
    }

    public static void Write(Utf8JsonWriter json, Dossier dossier)
    {
        if (dossier == Dossier.Unknown)
        {
            return;
        }

        json.WriteStartObject("dossier"u8);
        CodeLists.DossierFields.Write(json, "onFile"u8, dossier.OnFile);
        json.WriteText("riskCharacteristics"u8, dossier.RiskCharacteristics);
        json.WriteText("productPreference"u8, dossier.ProductPreference);
        json.WriteText("servicePlan"u8, dossier.ServicePlan);
        json.WriteEndObject();
    }
}
