using System.Text.Json;
using Kehu.Api.Contracts;
using Kehu.Api.Contracts.Json;
using Kehu.Api.Documentation;
using Kehu.Domain;

namespace Kehu.Api.Codecs;

/// <summary>Policies that a request names or sends along, over a catalogue of facts: read by hand, since one of several forms is told by what stands in it.</summary>
internal static class PolicyForms
{
    /// <summary>A policy.</summary>
    public static Form<SentPolicy> One(FactCatalogue facts) => new OwnForm<SentPolicy>(new SentPolicyCodec(facts), PolicySchemas.Reference);

    /// <summary>Several policies, of a list that may be left out for all.</summary>
    public static Form<IReadOnlyList<SentPolicy>> Several(FactCatalogue facts) => new OwnForm<IReadOnlyList<SentPolicy>>(
        new SentPoliciesCodec((ref cursor) => PolicyListJson.Read(ref cursor, facts)), document => Schemas.Array(PolicySchemas.Reference(document)));
}

/// <summary>A policy as a request has it.</summary>
internal sealed class SentPolicyCodec(FactCatalogue facts) : Codec<SentPolicy>
{
    public override bool Read(ref JsonCursor cursor, out SentPolicy value)
    {
        var sent = PolicyRefJson.Read(ref cursor, facts);
        value = sent!;
        return sent is not null;
    }

    public override void Write(Utf8JsonWriter json, SentPolicy value, Language language) => throw new NotSupportedException("a policy named or sent along is only read");
}

/// <summary>Several policies as a request has them.</summary>
internal sealed class SentPoliciesCodec(Reading<List<SentPolicy>> read) : Codec<IReadOnlyList<SentPolicy>>
{
    public override bool Read(ref JsonCursor cursor, out IReadOnlyList<SentPolicy> value)
    {
        var before = cursor.FaultCount;
        value = read(ref cursor) ?? [];
        return cursor.FaultCount == before && !cursor.Stopped;
    }

    public override void Write(Utf8JsonWriter json, IReadOnlyList<SentPolicy> value, Language language) => throw new NotSupportedException("policies named or sent along are only read");
}
