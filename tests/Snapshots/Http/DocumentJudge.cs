extern alias JsonSchemaNet;

using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using JsonSchemaNet::Json.Schema;

namespace Kehu.Snapshots.Http;

/// <summary>
/// Whether what is said to and by the service is what the OpenAPI document says for its route, method, status and media type.
/// JsonSchema.Net, which knows nothing of ours, is the judge; schemas are closed for it (<see cref="ClosedSchemas"/>).
/// </summary>
internal sealed class DocumentJudge(JsonElement document)
{
    /// <summary>What is answered at paths that the document does not have: the page of Swagger UI and what belongs to it.</summary>
    private static readonly string[] Undocumented = ["/", "/openapi/v1.json", "/swagger", "/swagger/index.html"];

    /// <summary>
    /// What is taken beyond the document, which asks for the form that clients are to write: a moment without an offset is read as one in the bank's time.
    /// </summary>
    private static readonly string[] TakenBeyond = ["/at: format Value does not match format \"date-time\""];

    private readonly JsonObject root = JsonNode.Parse(document.GetRawText())!.AsObject();

    private readonly ConcurrentDictionary<string, JsonSchema> schemas = new(StringComparer.Ordinal);

    /// <summary>The document itself.</summary>
    public JsonObject Document => root;

    /// <summary>The name of the operation at a path; empty where there is none.</summary>
    public string Name(string method, string path) => Operation(method, path.Split('?')[0])?["operationId"]?.GetValue<string>() ?? "";

    /// <summary>Every body and every answer of the document, by the name of its operation.</summary>
    public IEnumerable<(string Operation, string Where, string MediaType, JsonNode Content)> Contents() =>
        from path in root["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        from part in Parts(method.Value!)
        from content in part.Contents
        select (method.Value!["operationId"]!.GetValue<string>(), part.Where, content.Key, content.Value!);

    /// <summary>What is wrong with an answer; none is right. An answer without a body needs its status to be described.</summary>
    public IEnumerable<string> Faults(string method, string path, int status, string? mediaType, string body)
    {
        var sent = path.Split('?')[0];
        if (Operation(method, sent) is not { } operation)
        {
            return Undocumented.Contains(sent, StringComparer.Ordinal) ? []
                : status is 401 or 404 or 405 ? body.Length == 0 ? [] : OfProblem(mediaType, body)
                : [$"the document has no {method} {sent}, which answered {status}"];
        }

        return operation["responses"]![$"{status}"] is not { } answer ? [$"the document does not say that it answers {status}"]
            : body.Length == 0 ? []
            : mediaType is null ? [$"{status} has a body without a media type"]
            : answer["content"]?[mediaType] is not { } content ? [$"the document does not say that {status} is answered as {mediaType}"]
            : Faults(content, mediaType, body);
    }

    /// <summary>What is wrong with a request that was taken.</summary>
    public IEnumerable<string> OfRequest(string method, string path, string mediaType, string body) =>
        Operation(method, path.Split('?')[0])?["requestBody"]?["content"] is not { } contents ? [$"the document does not say that {method} {path} takes a body"]
        : contents[mediaType.Split(';')[0].Trim()] is not { } content ? [$"the document does not say that {mediaType} is taken"]
        : Faults(content, mediaType, body.TrimStart('\uFEFF')).Where(fault => !TakenBeyond.Any(taken => fault.Contains(taken, StringComparison.Ordinal)));

    /// <summary>What is wrong with a text under the description of a media type: JSON by its schema, lines of JSON each by theirs.</summary>
    public IEnumerable<string> Faults(JsonNode content, string mediaType, string body) =>
        mediaType.EndsWith("json", StringComparison.Ordinal) && !mediaType.EndsWith("ndjson", StringComparison.Ordinal) ? Faults(content["schema"]!, body)
        : content["x-itemSchema"] is { } lines ? body.Split('\n').SelectMany((line, at) => string.IsNullOrWhiteSpace(line) ? [] : Faults(lines, line).Select(fault => $"line {at + 1}: {fault}"))
        : [];

    /// <summary>What is wrong with a value under a schema of the document.</summary>
    public IEnumerable<string> Faults(JsonNode schema, string text)
    {
        JsonElement value;
        try
        {
            value = JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException fault)
        {
            return [$"no JSON: {fault.Message}"];
        }

        var result = schemas.GetOrAdd(schema.ToJsonString(), _ => JsonSchema.FromText(ClosedSchemas.Standalone(root["components"]!["schemas"]!.AsObject(), schema).ToJsonString()))
            .Evaluate(value, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid ? [] : Told(result);
    }

    private static IEnumerable<(string Where, JsonObject Contents)> Parts(JsonNode operation)
    {
        if (operation["requestBody"]?["content"] is JsonObject sent)
        {
            yield return ("as sent", sent);
        }

        foreach (var (status, answer) in operation["responses"]!.AsObject())
        {
            if (answer!["content"] is JsonObject answered)
            {
                yield return (status, answered);
            }
        }
    }

    /// <summary>The operation at a path; a literal part goes before a parameter, and HEAD is answered as GET.</summary>
    private JsonNode? Operation(string method, string path)
    {
        var sent = path.Split('/');
        return root["paths"]!.AsObject()
            .Where(item => IsAt(item.Key.Split('/'), sent))
            .OrderBy(item => item.Key.Count(letter => letter == '{'))
            .Select(item => item.Value![method == "HEAD" ? "get" : method.ToLowerInvariant()])
            .FirstOrDefault(operation => operation is not null);
    }

    private IEnumerable<string> OfProblem(string? mediaType, string body) => mediaType == "application/problem+json"
        ? Faults(new JsonObject { ["$ref"] = "#/components/schemas/Problem" }, body)
        : [$"a fault is answered as {mediaType}"];

    private static bool IsAt(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(pair => pair.Item1 == pair.Item2 || (pair.Item1.StartsWith('{') && pair.Item2.Length > 0));

    /// <summary>The innermost faults first named, so that a forgotten member is seen and not only that something is wrong above it.</summary>
    private static IEnumerable<string> Told(EvaluationResults result)
    {
        var told = (result.Details ?? []).Where(detail => !detail.IsValid && detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Key} {error.Value} ({detail.EvaluationPath})"))
            .ToList();
        return told.Count == 0 ? ["not valid"] : told.Take(6);
    }
}
