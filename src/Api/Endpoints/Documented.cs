namespace Kehu.Api.Endpoints;

/// <summary>The name under which the OpenAPI document describes an endpoint.</summary>
internal sealed record OperationName(string Value);

/// <summary>Ties routes to their description.</summary>
internal static class Documenting
{
    public static TBuilder Documented<TBuilder>(this TBuilder builder, string operation)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new OperationName(operation));
        return builder;
    }
}
