using System.Text.Json;

namespace Kehu.Wire;

/// <summary>The policies whose classes are crossed: a few, of a list that may not be left out.</summary>
internal sealed class CrossedPoliciesCodec(FactCatalogue facts) : Codec<IReadOnlyList<SentPolicy>>
{
    /// <summary>The policies as a form.</summary>
    public static Form<IReadOnlyList<SentPolicy>> Form(FactCatalogue facts) =>
        new OwnForm<IReadOnlyList<SentPolicy>>(new CrossedPoliciesCodec(facts), document =>
        {
            var list = Schemas.Array(PolicySchemas.Reference(document));
            (list.MinItems, list.MaxItems) = (1, SegmentQuestion.MostPolicies);
            return list;
        });

    public override bool Read(ref JsonCursor cursor, out IReadOnlyList<SentPolicy> value)
    {
        var before = cursor.FaultCount;
        value = PolicyListJson.ReadNeeded(ref cursor, facts, SegmentQuestion.MostPolicies) ?? [];
        return cursor.FaultCount == before && !cursor.Stopped;
    }

    public override void Write(Utf8JsonWriter json, IReadOnlyList<SentPolicy> value, Language language) =>
        throw new NotSupportedException("policies that are crossed are only sent");
}
