using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>A body or answer in one media type: its schema in the components (none for plain text; of a stream that of each line) and an example.</summary>
internal sealed record Content(string MediaType, string? Schema, string? Example = null)
{
    /// <summary>How its schema is made; none where the schemas of its feature have it.</summary>
    public Func<OpenApiDocument, IOpenApiSchema>? Made { get; init; }

    /// <summary>A value of a contract as it is sent in JSON; its schema has the contract's name, or another one that is given.</summary>
    public static Content Sent<T>(Contract<T> contract, string example, string name = "") =>
        new(MediaTypes.Json, Named(contract, name), example) { Made = document => SchemaForms.Sent(contract, document) };

    /// <summary>A value of a contract as it is answered in JSON.</summary>
    public static Content Answered<T>(Contract<T> contract, string name = "") =>
        new(MediaTypes.Json, Named(contract, name)) { Made = document => SchemaForms.Answered(contract, document) };

    private static string Named<T>(Contract<T> contract, string name) =>
        name.Length > 0 ? name : contract.Name.IfNone(() => throw new InvalidOperationException($"the contract of {typeof(T).Name} names no schema"));
}

/// <summary>A parameter of the query, the route or a header.</summary>
internal sealed record DocumentedParameter(
    string Name, ParameterLocation In, string Description, OpenApiSchema Schema, bool Required = false, string? Example = null);

/// <summary>An answer that is not an error.</summary>
internal sealed record Reply(int Status, string Description, params Content[] Contents);

/// <summary>What an endpoint is for, in the words of the OpenAPI document.</summary>
internal sealed record Operation(
    string Tag, string Summary, string Description,
    IReadOnlyList<DocumentedParameter> Parameters, IReadOnlyList<Content> Body, IReadOnlyList<Reply> Replies, params int[] Errors)
{
    /// <summary>Its answer has the version of what it tells.</summary>
    public bool IsTagged => MayBeFresh || (Body.Count > 0 && Parameters.Any(parameter => parameter.Name == RequestHeaders.IfMatch.Name));

    /// <summary>Its answer has words in the language of the caller.</summary>
    public bool InWords => Parameters.Contains(RequestHeaders.Language);

    /// <summary>Its answer is kept, and given again to the same call.</summary>
    public bool IsKept => Parameters.Contains(RequestHeaders.Key);

    /// <summary>Its answer says what a record came to.</summary>
    public bool IsMerged => IsKept && Replies[0].Contents.Any(content => content.Schema == "Customer");

    private bool MayBeFresh => Replies.Any(reply => reply.Status == StatusCodes.Status304NotModified);

    /// <summary>The description as a part of the document.</summary>
    public OpenApiOperation Describe(string name, OpenApiDocument document)
    {
        var operation = new OpenApiOperation
        {
            OperationId = name,
            Summary = Summary,
            Description = Description,
            Tags = new HashSet<OpenApiTagReference> { new(Tag, document) },
            Parameters = Parameters.Count == 0 ? null : [.. Parameters.Concat(MayBeFresh ? [RequestHeaders.WhetherFresh] : []).Select(Of)],
            RequestBody = Body.Count == 0 ? null : new OpenApiRequestBody { Required = true, Content = Of(Body, document) },
            Responses = [],
        };
        foreach (var answer in Replies)
        {
            operation.Responses[$"{answer.Status}"] = new OpenApiResponse
            {
                Description = answer.Description,
                Headers = DocumentedHeaders.Of(this, answer.Status, document),
                Content = answer.Contents.Length == 0 ? null : Of(answer.Contents.Select(content => Shown(name, answer.Status, content)), document),
            };
        }

        foreach (var error in Errors.Union(OfStoring()).Order())
        {
            operation.Responses[$"{error}"] = new OpenApiResponse
            {
                Description = StatusWords.Title(error).En,
                Headers = DocumentedHeaders.Of(this, error, document),
                Content = Of([new Content(MediaTypes.ProblemJson, "Problem", ProblemExample(error))], document),
            };
        }

        return operation;
    }

    private static Content Shown(string name, int status, Content content) =>
        content with { Example = AnswerExamples.Find(name, status, content.MediaType) };

    /// <summary>What is answered with a status that has words of its own, as the service writes it.</summary>
    private static string? ProblemExample(int status)
    {
        if (status is 400 or 404 or 409 or 422)
        {
            return null;
        }

        var text = new ArrayBufferWriter<byte>();
        ProblemWriter.Write(text, Problem.Of(status), Language.English, "2f0c7a51-1");
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>
    /// What every call that stores can be answered with beside its own errors: a store that fails, a full disk, and of imports too many at once.
    /// </summary>
    private int[] OfStoring() =>
        Replies.Any(answer => answer.Contents.Any(content => content.Schema == "ImportReport")) ? [429, 503, 507]
        : IsKept || Parameters.Any(parameter => parameter.Name == RequestHeaders.IfMatch.Name) ? [503, 507]
        : [];

    private static IOpenApiParameter Of(DocumentedParameter parameter) => new OpenApiParameter
    {
        Name = parameter.Name,
        In = parameter.In,
        Description = parameter.Description,
        Required = parameter.Required || parameter.In == ParameterLocation.Path,
        Schema = parameter.Schema,
        Example = parameter.Example is null ? null : JsonValue.Create(parameter.Example),
    };

    private static Dictionary<string, OpenApiMediaType> Of(IEnumerable<Content> contents, OpenApiDocument document) =>
        contents.ToDictionary(
            content => content.MediaType,
            content => new OpenApiMediaType
            {
                Schema = content.Schema is null || content.MediaType == MediaTypes.Ndjson
                    ? Unnamed(content.MediaType)
                    : new OpenApiSchemaReference(content.Schema, document),
                Example = content.Example is null ? null : IsJson(content.MediaType) ? JsonNode.Parse(content.Example) : JsonValue.Create(content.Example),
                Extensions = content.Schema is null || content.MediaType != MediaTypes.Ndjson ? null : OfLines(content.Schema),
            });

    /// <summary>What each line of a stream is. OpenAPI 3.1 has no word for it; 3.2 calls it <c>itemSchema</c>.</summary>
    private static Dictionary<string, IOpenApiExtension> OfLines(string schema) => new(StringComparer.Ordinal)
    {
        ["x-itemSchema"] = new JsonNodeExtension(new JsonObject { ["$ref"] = $"#/components/schemas/{schema}" }),
    };

    /// <summary>What has no schema: any object; a text; or, of lines and tables, bytes that a client takes as they come.</summary>
    private static OpenApiSchema Unnamed(string mediaType) =>
        IsJson(mediaType) ? new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema() }
        : mediaType is MediaTypes.Ndjson or MediaTypes.Csv ? Schemas.Text("binary")
        : Schemas.Text();

    private static bool IsJson(string mediaType) => mediaType is MediaTypes.Json or MediaTypes.ProblemJson or MediaTypes.SchemaJson;
}
