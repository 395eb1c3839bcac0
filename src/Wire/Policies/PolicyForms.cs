using System.Text.Json;

namespace Kehu.Wire;

/// <summary>Policies that a request names or sends along: their readers are written by hand.</summary>
internal static class PolicyForms
{
    /// <summary>One policy.</summary>
    public static Form<SentPolicy> One(FactCatalogue facts) => new OwnForm<SentPolicy>(new SentPolicyCodec(facts), PolicySchemas.Reference);

    /// <summary>Several, of a list that may be left out but not be empty.</summary>
    public static Form<IReadOnlyList<SentPolicy>> Several(FactCatalogue facts) =>
        new OwnForm<IReadOnlyList<SentPolicy>>(new SentPoliciesCodec(facts), document => Schemas.Array(PolicySchemas.Reference(document)));
}

/// <summary>A policy that is named or sent along.</summary>
internal sealed class SentPolicyCodec(FactCatalogue facts) : Codec<SentPolicy>
{
    public override bool Read(ref JsonCursor cursor, out SentPolicy value)
    {
        var sent = PolicyRefJson.Read(ref cursor, facts);
        value = sent!;
        return sent is not null;
    }

    public override void Write(Utf8JsonWriter json, SentPolicy value, Language language) =>
        throw new NotSupportedException("a policy that is named is only sent");
}

/// <summary>Several policies that are named or sent along.</summary>
internal sealed class SentPoliciesCodec(FactCatalogue facts) : Codec<IReadOnlyList<SentPolicy>>
{
    public override bool Read(ref JsonCursor cursor, out IReadOnlyList<SentPolicy> value)
    {
        var before = cursor.FaultCount;
        value = PolicyListJson.Read(ref cursor, facts) ?? [];
        return cursor.FaultCount == before && !cursor.Stopped;
    }

    public override void Write(Utf8JsonWriter json, IReadOnlyList<SentPolicy> value, Language language) =>
        throw new NotSupportedException("policies that are named are only sent");
}

/// <summary>The text of a policy of either sort, which can be posted back.</summary>
internal sealed class PolicyTextCodec : Codec<ListedPolicy>
{
    /// <summary>Its form.</summary>
    public static Form<ListedPolicy> Form { get; } = new OwnForm<ListedPolicy>(
        new PolicyTextCodec(),
        document => new Microsoft.OpenApi.OpenApiSchema { OneOf = [Schemas.Ref("PolicyDocument", document), Schemas.Ref("PopulationDocument", document)] });

    public override bool Read(ref JsonCursor cursor, out ListedPolicy value) => throw new NotSupportedException("a version is only answered");

    public override void Write(Utf8JsonWriter json, ListedPolicy value, Language language)
    {
        switch (value)
        {
            case ListedPolicy.ForCustomers(var version):
                PolicyJson.Write(json, version.Policy);
                break;
            case ListedPolicy.ForPortfolios(var version):
                PopulationJson.Write(json, version.Policy);
                break;
        }
    }
}
