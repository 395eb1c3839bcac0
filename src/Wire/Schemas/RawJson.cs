using System.Text.Json;
using Microsoft.OpenApi;

namespace Kehu.Wire;

/// <summary>JSON that was written before and stands in an answer as it is.</summary>
internal static class RawJson
{
    /// <summary>An object of any members.</summary>
    public static Form<ReadOnlyMemory<byte>> Object { get; } =
        new OwnForm<ReadOnlyMemory<byte>>(new RawCodec(), _ => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema() });

    /// <summary>An object that the document has under a name.</summary>
    public static Form<ReadOnlyMemory<byte>> Named(string schema) =>
        new OwnForm<ReadOnlyMemory<byte>>(new RawCodec(), document => Schemas.Ref(schema, document));

    private sealed class RawCodec : Codec<ReadOnlyMemory<byte>>
    {
        public override bool Read(ref JsonCursor cursor, out ReadOnlyMemory<byte> value) => throw new NotSupportedException("it is only answered");

        public override void Write(Utf8JsonWriter json, ReadOnlyMemory<byte> value, Language language) =>
            json.WriteRawValue(value.Span, skipInputValidation: true);
    }
}
