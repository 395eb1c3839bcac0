using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kehu.Shared;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>The OpenAPI document: kept in docs/openapi.json, true to the routes, and its examples run.</summary>
public sealed class OpenApiTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task The_document_is_the_one_kept_in_docs() =>
        await ApprovedText.Compare(JsonSerializer.Serialize(await Description.Of(service), Readable) + "\n", Path.Combine(ApprovedText.Root, "docs", "openapi.json"));

    [Fact]
    public async Task Every_route_is_described()
    {
        var described = (await Description.Of(service)).Operations().Select(operation => $"{operation.Method.ToUpperInvariant()} {operation.Path}");
        var mapped = service.Routes.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText is not ("/" or "/openapi/{documentName}.json" or "/sign-in" or "/sign-in/bank" or "/sign-out"))
            .SelectMany(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Where(method => method is not ("HEAD" or "OPTIONS")).Select(method => $"{method} {route.RoutePattern.RawText}"));
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_is_named_once_and_says_what_it_is_for()
    {
        var operations = (await Description.Of(service)).Operations().Select(operation => operation.Operation).ToList();
        Assert.Equal(operations.Count, operations.Select(operation => operation.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, operation =>
        {
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.NotEmpty(operation.GetProperty("description").GetString()!);
            Assert.Contains(operation.GetProperty("responses").EnumerateObject(), answer => answer.Name.StartsWith('2'));
        });
    }

    [Fact]
    public async Task Every_request_example_runs_as_it_stands()
    {
        var ran = 0;
        foreach (var (path, method, operation) in (await Description.Of(service)).Operations())
        {
            if (!operation.TryGetProperty("requestBody", out var body))
            {
                continue;
            }

            foreach (var content in body.GetProperty("content").EnumerateObject())
            {
                var example = content.Value.GetProperty("example");
                var text = example.ValueKind == JsonValueKind.String ? example.GetString()! : example.GetRawText();
                await using var fresh = await RunningService.Start();
                await Prepare(fresh, path);
                using var request = Request(path, method, operation);
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new(content.Name) } };
                using var response = await fresh.Client.SendAsync(request);
                var answer = await response.Content.ReadAsStringAsync();
                Assert.True(response.IsSuccessStatusCode, $"{method} {path} {content.Name}: {(int)response.StatusCode} {answer}");
                Assert.DoesNotContain("\"errors\":[{", answer, StringComparison.Ordinal);
                ran++;
            }
        }

        Assert.True(ran >= 5, $"only {ran} examples ran");
    }

    /// <summary>What has to be on file before the example of a path can run: for a case its customer, for an event the case.</summary>
    private static async Task Prepare(RunningService fresh, string path)
    {
        foreach (var (before, method, on, json) in Before)
        {
            if (path.StartsWith(before, StringComparison.Ordinal))
            {
                using var request = new HttpRequestMessage(HttpMethod.Parse(method), on) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new("application/json") } } };
                if (method == "PUT")
                {
                    request.Headers.TryAddWithoutValidation("If-None-Match", "*");
                }

                using var response = await fresh.Client.SendAsync(request);
                Assert.True(response.IsSuccessStatusCode, $"{method} {on}: {(int)response.StatusCode}");
            }
        }
    }

    private static readonly (string Before, string Method, string On, string Json)[] Before =
    [
        ("/v1/cases", "PUT", "/v1/customers/P-0000001", """{"id":"P-0000001","kind":"personal","asOf":"2026-11-21","outlet":"OUT-001","facts":{}}"""),
        ("/v1/customers/{id}/hold", "PUT", "/v1/customers/E-1", """{"id":"E-1","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","facts":{}}"""),
        ("/v1/customers/{id}/end", "PUT", "/v1/customers/E-1", """{"id":"E-1","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","facts":{}}"""),
        ("/v1/customers/{id}/consents", "PUT", "/v1/customers/E-1", """{"id":"E-1","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","facts":{}}"""),
        ("/v1/consents", "PUT", "/v1/customers/P-0000001", """{"id":"P-0000001","kind":"personal","asOf":"2026-11-20","outlet":"OUT-001","facts":{}}"""),
        ("/v1/engagements", "PUT", "/v1/customers/P-0000001", """{"id":"P-0000001","kind":"personal","asOf":"2026-06-30","outlet":"OUT-001","facts":{"totalAssets":300000}}"""),
        ("/v1/surveys", "PUT", "/v1/customers/P-0000001", """{"id":"P-0000001","kind":"personal","asOf":"2026-06-30","outlet":"OUT-001","facts":{}}"""),
        ("/v1/purchases", "PUT", "/v1/customers/P-0000001", """{"id":"P-0000001","kind":"personal","asOf":"2026-06-30","outlet":"OUT-001","facts":{}}"""),
        ("/v1/cases/", "POST", "/v1/cases", """{"id":"C-1","customer":"P-0000001","type":"complaint","subject":"fee","text":"charged twice"}"""),
        ("/v1/units", "PUT", "/v1/units/SB-01", """{"name":"城东支行","level":"sub-branch"}"""),
        ("/v1/staff", "PUT", "/v1/units/OUT-900", """{"name":"人民路支行营业厅","level":"outlet"}"""),
        ("/v1/staff", "PUT", "/v1/staff/M-0001", """{"name":"韩梅梅","unit":"OUT-900"}"""),
    ];

    /// <summary>The request with every parameter for which the description has an example.</summary>
    private static HttpRequestMessage Request(string path, string method, JsonElement operation)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        var query = new StringBuilder();
        foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().ToArray() : [])
        {
            if (!parameter.TryGetProperty("example", out var example))
            {
                continue;
            }

            var (name, value) = (parameter.GetProperty("name").GetString()!, example.GetString()!);
            switch (parameter.GetProperty("in").GetString())
            {
                case "path":
                    path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
                    break;
                case "header":
                    request.Headers.TryAddWithoutValidation(name, value);
                    break;
                default:
                    query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
                    break;
            }
        }

        request.RequestUri = new Uri(path + query, UriKind.Relative);
        return request;
    }
}
