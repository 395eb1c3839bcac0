using System.Text.Json.Nodes;
using LanguageExt;
using Microsoft.OpenApi;

namespace Kehu.Wire;

/// <summary>Every form as a schema of the document: of what is sent, or of what is answered, which differ in what has to be there.</summary>
internal sealed class SchemaForms(OpenApiDocument document, bool isAnswered) : IForms
{
    private readonly bool isAnswered = isAnswered;

    /// <summary>The schema of an object as it is sent.</summary>
    public static OpenApiSchema Sent<T>(Contract<T> contract, OpenApiDocument document) => new SchemaForms(document, isAnswered: false).Object(contract);

    /// <summary>The schema of an object as it is answered.</summary>
    public static OpenApiSchema Answered<T>(Contract<T> contract, OpenApiDocument document) => new SchemaForms(document, isAnswered: true).Object(contract);

    /// <summary>The schema of a list as it is answered.</summary>
    public static OpenApiSchema Answered<V>(Form.List<V> list, OpenApiDocument document) => new SchemaForms(document, isAnswered: true).List(list);

    object IForms.Of(Form.Text form) => new OpenApiSchema
    {
        Type = JsonSchemaType.String,
        Pattern = form.Pattern.MatchUnsafe(Some: pattern => pattern, None: () => null!),
        MinLength = form.Pattern.IsSome ? null : 1,
        MaxLength = form.Pattern.IsSome ? null : form.Longest,
    };

    object IForms.Of(Form.Day form) => Schemas.Text("date");

    object IForms.Of(Form.Moment form) => Schemas.Text("date-time");

    object IForms.Of(Form.Flag form) => Schemas.Of(JsonSchemaType.Boolean);

    object IForms.Of(Form.Whole form) => new OpenApiSchema
    {
        Type = JsonSchemaType.Integer,
        Format = form.Most > int.MaxValue ? "int64" : "int32",
        Minimum = isAnswered || form.Least == long.MinValue ? null : Decimals.Plain(form.Least, 0),
        Maximum = isAnswered || form.Most is long.MaxValue or int.MaxValue ? null : Decimals.Plain(form.Most, 0),
    };

    object IForms.Of(Form.Count form) => new OpenApiSchema
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = isAnswered ? null : Decimals.Plain(form.Least, 0),
        Maximum = isAnswered ? null : Decimals.Plain(form.Most, 0),
    };

    object IForms.Of(Form.Hundredths form) => new OpenApiSchema
    {
        Type = JsonSchemaType.Number,
        Format = "decimal",
        Minimum = isAnswered ? null : "0",
        Maximum = isAnswered ? null : Decimals.Plain(form.Most, 2),
    };

    object IForms.Of(Form.Digits form) => Schemas.Of(JsonSchemaType.Number);

    object IForms.Of(Form.Plain form) => Schemas.Text();

    object IForms.Of(Form.Instant form) => Schemas.Text("date-time");

    object IForms.Of(Form.Amount form) => new OpenApiSchema
    {
        Type = JsonSchemaType.Number,
        Format = "decimal",
        Description = "Yuan, with at most two decimals.",
        Minimum = "0",
        Maximum = Decimals.Plain(form.Most.Fen, 2),
    };

    object IForms.Of(Form.Facts form) => Schemas.Ref("Facts", document);

    object IForms.Of(Form.Origins form) => new OpenApiSchema
    {
        Type = JsonSchemaType.Object,
        Description = "By source (empty for one that did not name itself), by date.",
        AdditionalProperties = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, MinItems = 1, UniqueItems = true, Items = Schemas.Text() },
        },
    };

    object IForms.Of(Form.Words form) => Schemas.Text();

    object IForms.Of(Form.Passed form) => new OpenApiSchema();

    object IForms.Of<V>(Form.Checked<V> form) => Of(form.Inner);

    object IForms.Of(Form.Code form) => Schemas.OneOf(form.All);

    object IForms.Of<E>(Form.Code<E> form) => Schemas.OneOf(Enum.GetValues<E>().Select(form.Of));

    object IForms.Of<E>(Form.Codes<E> form) => new OpenApiSchema { Type = JsonSchemaType.Array, UniqueItems = true, Items = Of(form.Each) };

    object IForms.Of<V>(Form.List<V> form) => form.Name.Match<object>(Some: name => Schemas.Ref(name, document), None: () => List(form));

    object IForms.Of<V>(Form.ByName<V> form) => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Of(form.Each) };

    object IForms.Of<V>(Form.OrNull<V> form) => OrNull(Of(form.Inner));

    object IForms.Of<V>(Form.Later<V> form) => Schemas.Ref(form.Name, document);

    object IForms.Of<T>(Contract<T> form) => form.Name.Match<object>(Some: name => Schemas.Ref(name, document), None: () => Object(form));

    object IForms.Of(Form.Setting form) => Schemas.Value("A whole number, or true or false.");

    object IForms.Of(Form.InUnit form) => new OpenApiSchema();

    object IForms.Of(Form.Tally form) => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" };

    object IForms.Of(Form.Factor form) => new OpenApiSchema
    {
        Type = JsonSchemaType.Number,
        Format = "decimal",
        Minimum = Decimals.Plain(form.Least, 2),
        Maximum = Decimals.Plain(form.Most, 2),
    };

    object IForms.Own<V>(Form<V> form) => ((OwnForm<V>)form).Schema(document);

    private IOpenApiSchema Of<V>(Form<V> form) => (IOpenApiSchema)form.For(this);

    private OpenApiSchema Object<T>(Contract<T> contract) => new()
    {
        Type = JsonSchemaType.Object,
        Description = contract.Says.Length == 0 ? null : contract.Says,
        Required = contract.Fields.Filter(IsThere).Map(field => field.Name).ToHashSet(StringComparer.Ordinal),
        Properties = new Dictionary<string, IOpenApiSchema>(
            contract.Fields.Map(field => KeyValuePair.Create(field.Name, field.For(new OfField<T>(this)))), StringComparer.Ordinal),
    };

    private OpenApiSchema List<V>(Form.List<V> form) => new()
    {
        Type = JsonSchemaType.Array,
        Items = Of(form.Each),
        MinItems = form.IsSome ? 1 : null,
        MaxItems = form.Most.Map(most => (int?)most.Values).IfNoneUnsafe((int?)null),
    };

    /// <summary>The same, or null; a schema that says nothing takes null already.</summary>
    private static OpenApiSchema OrNull(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema { Type: null, OneOf: null, AnyOf: null } any)
        {
            return any;
        }

        if (schema is not OpenApiSchema { Type: { } type } own)
        {
            return new OpenApiSchema { OneOf = [schema, Schemas.Of(JsonSchemaType.Null)] };
        }

        own.Type = type | JsonSchemaType.Null;
        own.Enum?.Add(JsonNullSentinel.JsonNull);
        return own;
    }

    private bool IsThere<T>(Field<T> field) => field.Occurrence switch
    {
        Occurrence.Needed => true,
        Occurrence.Made => isAnswered,
        Occurrence.Optional => false,
    };

    /// <summary>A field with its words, and with whether it is personal as an extension.</summary>
    private sealed class OfField<T>(SchemaForms forms) : IFields<T, IOpenApiSchema>
    {
        public IOpenApiSchema Of<V>(Field<T, V> field)
        {
            var schema = forms.Of(field.Form);
            if (schema is not OpenApiSchema own)
            {
                return schema;
            }

            own.Description = field.Says.Length > 0 ? field.Says
                : field.Occurrence == Occurrence.Made && !forms.isAnswered ? "Made by the service where it is left out."
                : own.Description;
            own.WriteOnly = field.IsSentOnly;
            own.Extensions = field.IsPersonal
                ? new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal) { ["x-personal"] = new JsonNodeExtension(JsonValue.Create(true)) }
                : null;
            return own;
        }
    }
}
