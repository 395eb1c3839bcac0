using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>
/// What programs that generate clients need of every schema alike. Objects within objects get names; lists of codes known to the whole service get
/// one name wherever they are used; a member that may be left out may be null, so that a generated class can hold that it is not there;
/// and codes in an array are texts, of which one of some is wanted, since not every serializer is told how to write a list of enumerated values.
/// </summary>
internal static class ForGenerators
{
    private static readonly Dictionary<string, string> Vocabularies = new(StringComparer.Ordinal)
    {
        [Key(CustomerKinds.All.Map(kind => kind.Code()))] = "CustomerKind",
        [Key(Enum.GetValues<Channel>().Select(channel => channel.Code()))] = "Channel",
        [Key(Enum.GetValues<Role>().Select(role => role.Code()))] = "Role",
        [Key(Enum.GetValues<DutyStatus>().Select(status => status.Code()))] = "DutyStatus",
        [Key(Enum.GetValues<EngagementKind>().Select(kind => kind.Code()))] = "EngagementKind",
        [Key(Enum.GetValues<EventLevel>().Select(level => level.Code()))] = "EventLevel",
        [Key(Enum.GetValues<Satisfaction>().Select(answer => answer.Code()))] = "Satisfaction",
        [Key(Enum.GetValues<CaseType>().Select(type => type.Code()))] = "CaseType",
        [Key(Enum.GetValues<CaseSubject>().Select(subject => subject.Code()))] = "CaseSubject",
        [Key(Enum.GetValues<CaseStep>().Select(step => step.Code()))] = "HandlingStep",
        [Key(Enum.GetValues<CasePhase>().Select(phase => phase.Code()))] = "CasePhase",
        [Key(Enum.GetValues<Urgency>().Select(urgency => urgency.Code()))] = "Urgency",
        [Key(Enum.GetValues<Promptness>().Select(promptness => promptness.Code()))] = "Promptness",
        [Key(Occasions.All.Map(occasion => occasion.Code()))] = "Occasion",
        [Key(SharedFacts.Products.Options.Map(product => product.Code))] = "Product",
        [Key(["decided", "open", "not-applicable"])] = "Outcome",
        [Key(["nominal", "ranked"])] = "Ordering",
    };

    /// <summary>Forms all components of the document.</summary>
    public static void Form(OpenApiDocument document)
    {
        var components = document.Components!.Schemas!;
        var named = new SortedDictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var (name, schema) in components)
        {
            named.Add(name, FormParts(name, (OpenApiSchema)schema, named, document));
        }

        var operations = document.Paths.Values.SelectMany(path => path.Operations!.Values);
        foreach (var parameter in operations.SelectMany(operation => operation.Parameters ?? []).Cast<OpenApiParameter>())
        {
            parameter.Schema = FormPart(parameter.Name!, parameter.Schema!, named, document);
        }

        document.Components.Schemas = named.ToDictionary(StringComparer.Ordinal);
    }

    private static OpenApiSchema FormParts(string name, OpenApiSchema schema, SortedDictionary<string, IOpenApiSchema> named, OpenApiDocument document)
    {
        foreach (var (member, part) in schema.Properties?.ToList() ?? [])
        {
            var formed = FormPart(name + Capital(member), part, named, document);
            schema.Properties![member] = schema.Required?.Contains(member) == true ? formed : OrNull(formed);
        }

        schema.Items = schema.Items is null ? null : InList(FormPart(Singular(name), schema.Items, named, document));
        return schema;
    }

    private static IOpenApiSchema FormPart(string name, IOpenApiSchema part, SortedDictionary<string, IOpenApiSchema> named, OpenApiDocument document)
    {
        if (part is not OpenApiSchema schema)
        {
            return part;
        }

        var isNull = schema.Type?.HasFlag(JsonSchemaType.Null) == true;
        if (schema.Enum is { Count: > 0 } codes && Vocabularies.TryGetValue(Key(Texts(codes)), out var vocabulary))
        {
            named[vocabulary] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. codes.Where(code => !JsonNullSentinel.IsJsonNullSentinel(code))] };
            return isNull ? OrNull(new OpenApiSchemaReference(vocabulary, document)) : new OpenApiSchemaReference(vocabulary, document);
        }

        schema.Format ??= schema.Type?.HasFlag(JsonSchemaType.Integer) == true ? "int32"
            : schema.Type?.HasFlag(JsonSchemaType.Number) == true ? "decimal"
            : null;
        FormParts(name, schema, named, document);
        if (schema.Properties is not { Count: > 0 })
        {
            return schema;
        }

        schema.Type = JsonSchemaType.Object;
        named.Add(name, schema);
        return isNull ? OrNull(new OpenApiSchemaReference(name, document)) : new OpenApiSchemaReference(name, document);
    }

    /// <summary>The same, or null.</summary>
    private static IOpenApiSchema OrNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
        {
            return new OpenApiSchema { OneOf = [schema, Schemas.Of(JsonSchemaType.Null)] };
        }

        if (own.Type is { } type && !type.HasFlag(JsonSchemaType.Null))
        {
            own.Type = type | JsonSchemaType.Null;
            own.Enum?.Add(JsonNullSentinel.JsonNull);
        }

        return own;
    }

    /// <summary>Those of the codes that are texts, without the one that stands for null.</summary>
    private static IEnumerable<string> Texts(IEnumerable<System.Text.Json.Nodes.JsonNode> codes) =>
        codes.OfType<System.Text.Json.Nodes.JsonValue>()
            .Where(code => code.GetValueKind() == System.Text.Json.JsonValueKind.String && !JsonNullSentinel.IsJsonNullSentinel(code))
            .Select(code => code.GetValue<string>());

    private static IOpenApiSchema InList(IOpenApiSchema element) => element switch
    {
        OpenApiSchemaReference { Reference.Id: { } id } when Vocabularies.ContainsValue(id) =>
            new OpenApiSchema { Type = JsonSchemaType.String, AnyOf = [element] },
        OpenApiSchema { Enum.Count: > 0 } codes => new OpenApiSchema { Type = JsonSchemaType.String, AnyOf = [codes] },
        _ => element,
    };

    private static string Key(IEnumerable<string> codes) => string.Join(' ', codes.Order(StringComparer.Ordinal));

    private static string Capital(string member) => char.ToUpperInvariant(member[0]) + member[1..];

    /// <summary>The name of one element of a list: parts → part, classes → class, duties → duty.</summary>
    private static string Singular(string list) =>
        list.EndsWith("ies", StringComparison.Ordinal) ? list[..^3] + "y"
        : list.EndsWith("sses", StringComparison.Ordinal) ? list[..^2]
        : list.EndsWith('s') && !list.EndsWith("ss", StringComparison.Ordinal) ? list[..^1]
        : list.EndsWith("List", StringComparison.Ordinal) ? list[..^4]
        : list + "Item";
}
