using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>A call to classify one customer: the date and the policies may be left out.</summary>
internal readonly record struct ClassifyRequest(DateOnly? AsOf, IReadOnlyList<SentPolicy>? Policies, CustomerToClassify Customer)
{
    /// <summary>The call with facts of a catalogue.</summary>
    public static Contract<ClassifyRequest> Contract(FactCatalogue facts) => new(
        "One customer; policies left out means every policy for its kind, asOf left out means today (UTC+8).",
        default,
        Sent<ClassifyRequest>.Optional("asOf", Forms.Day, (request, day) => request with { AsOf = day }),
        Sent<ClassifyRequest>.Optional("policies", PolicyForms.Several(facts), (request, policies) => request with { Policies = policies }),
        Sent<ClassifyRequest>.Needed("customer", CustomerCodecs.For(facts).Contract.ToClassify, (request, customer) => request with { Customer = customer }));
}

/// <summary>The answer to the main call, written by hand since every customer of a batch has one.</summary>
internal static class ClassifyJson
{
    /// <summary>A customer with its decisions: the answer to a call, a line of a batch, a stored customer's classifications.</summary>
    public static void Write(Utf8JsonWriter json, string? customer, DateOnly asOf, Classification classification, Language language) =>
        Write(json, customer, asOf, classification, language, Option<CustomerRecord>.None);

    /// <summary>The same with where the facts of the customer's record come from.</summary>
    public static void Write(
        Utf8JsonWriter json, string? customer, DateOnly asOf, Classification classification, Language language, Option<CustomerRecord> record)
    {
        json.WriteStartObject();
        json.WriteString("customer"u8, customer);
        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, asOf);
        json.WriteStartArray("decisions"u8);
        for (var place = 0; place < classification.Decisions.Count; place++)
        {
            DecisionJson.Write(json, classification.Decisions[place], new DecisionView(language, classification.EvidenceOf(place)));
        }

        json.WriteEndArray();
        if (record.Case is CustomerRecord known)
        {
            WriteSources(json, known);
        }

        json.WriteEndObject();
    }

    private static void WriteSources(Utf8JsonWriter json, CustomerRecord record)
    {
        json.WriteStartObject("sources"u8);
        foreach (var (fact, _) in record.Facts.InOrder())
        {
            if (record.Origins.Of(Provenance.Facts + fact.Name).Case is Origin(var source, var on))
            {
                json.WriteStartObject(fact.Name);
                json.WriteString("source"u8, source);
                json.WritePropertyName("on"u8);
                FactsJson.WriteDay(json, on);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }
}
