using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>
/// What is sent is closed, since unknown members are refused; what is answered stays open, since members may be added within v1.
/// A schema that goes both ways (a record, its facts) is closed: it is what can be fetched, changed and sent back.
/// </summary>
internal static class SentSchemas
{
    /// <summary>Closes every object that a request body reaches, behind references too.</summary>
    public static void CloseWhatIsSent(this OpenApiDocument document)
    {
        var closed = new HashSet<IOpenApiSchema>(ReferenceEqualityComparer.Instance);
        var operations = document.Paths.Values.SelectMany(item => item.Operations!.Values);
        foreach (var content in operations.SelectMany(operation => operation.RequestBody?.Content?.Values ?? []))
        {
            Close(content.Schema, document, closed);
            if (content.Extensions?.TryGetValue("x-itemSchema", out var lines) == true && lines is JsonNodeExtension { Node: JsonObject line })
            {
                Close(document.Components!.Schemas![line["$ref"]!.GetValue<string>().Split('/')[^1]], document, closed);
            }
        }
    }

    private static void Close(IOpenApiSchema? schema, OpenApiDocument document, HashSet<IOpenApiSchema> closed)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            Close(document.Components!.Schemas![reference.Reference.Id!], document, closed);
        }
        else if (schema is OpenApiSchema own && closed.Add(own))
        {
            if (own.Properties is { Count: > 0 } && own.AdditionalProperties is null)
            {
                own.AdditionalPropertiesAllowed = false;
            }

            // What an object with members of its own says of them once more under allOf is a part of it, which would refuse the rest if it was closed.
            var parts = own.Properties is { Count: > 0 } ? [] : own.AllOf ?? [];
            var within = (own.Properties?.Values ?? []).Concat(own.AnyOf ?? []).Concat(own.OneOf ?? []).Concat(parts);
            foreach (var part in within.Append(own.Items!).Append(own.AdditionalProperties!))
            {
                Close(part, document, closed);
            }
        }
    }
}
