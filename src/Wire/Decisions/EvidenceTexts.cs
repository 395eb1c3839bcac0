using System.Runtime.CompilerServices;
using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>What is written of a criterion for every customer alike, encoded already.</summary>
internal sealed record EvidenceText(JsonEncodedText Words, JsonEncodedText Fact, byte[] Bound, byte[] Citation);

/// <summary>
/// The texts of a plan in one language, each encoded when it is first written. They go with the plan, so that those of policies which a request
/// proposes are not kept.
/// </summary>
internal sealed class EvidenceTexts
{
    private static readonly ConditionalWeakTable<EvidencePlan, EvidenceTexts> English = [];
    private static readonly ConditionalWeakTable<EvidencePlan, EvidenceTexts> Chinese = [];

    private readonly EvidenceText?[] texts;
    private readonly (JsonEncodedText Code, JsonEncodedText Label)[] rungs;

    private EvidenceTexts(EvidencePlan plan, Language language) => (texts, rungs, Language) = (
        new EvidenceText?[plan.Count], [.. plan.Policy.Rungs.Map(rung => (Encoded(rung.Class.Code.Value), Encoded(rung.Class.Label.In(language))))], language);

    public Language Language { get; }

    public static EvidenceTexts Of(EvidencePlan plan, Language language) => language switch
    {
        Language.English => English.GetValue(plan, static plan => new EvidenceTexts(plan, Language.English)),
        Language.Chinese => Chinese.GetValue(plan, static plan => new EvidenceTexts(plan, Language.Chinese)),
    };

    /// <summary>The texts of a criterion. Two threads may make them at once; they are the same.</summary>
    public EvidenceText Of(EvidenceCriterion criterion) => texts[criterion.Place] ??= Make(criterion);

    /// <summary>The code and the label of a class that a criterion leads to, by its place.</summary>
    public (JsonEncodedText Code, JsonEncodedText Label) OfRung(int place) => rungs[place];

    private EvidenceText Make(EvidenceCriterion criterion) => new(
        Encoded(criterion.Words.In(Language)),
        Encoded(criterion.Quantity.Map(quantity => quantity.Name).IfNone("")),
        criterion.Admitted.IsEmpty ? [] : criterion.Quantity.Map(quantity => WireJson.Bytes(json => WriteBound(json, quantity, criterion.Admitted))).IfNone([]),
        criterion.Citation.Map(citation => WireJson.Bytes(json => CitationJson.WriteFor(json, citation, Language))).IfNone([]));

    private static JsonEncodedText Encoded(string text) => JsonEncodedText.Encode(text, WireJson.Options.Encoder);

    /// <summary>What the criterion asks for: bounds of a number (those that bind), or the codes of a list.</summary>
    private static void WriteBound(Utf8JsonWriter json, Quantity quantity, Arr<Interval> admitted)
    {
        json.WriteStartObject();
        if (quantity.IsListed)
        {
            json.WriteStartArray("codes"u8);
            foreach (var value in admitted.SelectMany(part => Enumerable.Range((int)part.Low, (int)(part.High - part.Low + 1))))
            {
                QuantityJson.WriteValue(json, quantity, value);
            }

            json.WriteEndArray();
        }
        else if (quantity.IsYesNo)
        {
            json.WriteBoolean("is"u8, true);
        }
        else
        {
            WriteEnd(json, "min"u8, quantity, admitted[0].Low, quantity.Domain.Low);
            WriteEnd(json, "max"u8, quantity, admitted[0].High, quantity.Domain.High);
        }

        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, ReadOnlySpan<byte> name, Quantity quantity, long value, long end)
    {
        if (value != end)
        {
            json.WritePropertyName(name);
            QuantityJson.WriteValue(json, quantity, value);
        }
    }
}
