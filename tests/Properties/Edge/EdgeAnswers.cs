using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kehu.Properties.Edge;

public sealed class EdgeAnswers : IAsyncLifetime
{
    private const string Key = "0123456789abcdef";

    private EdgeServer server = null!;
    private EdgeServer locked = null!;

    public async Task InitializeAsync()
    {
        server = await EdgeServer.Start(routes =>
        {
            routes.MapPost("/echo", (Delegate)Echo);
            routes.MapGet("/boom", string () => throw new InvalidOperationException("secret"));
            routes.MapGet("/refused", string () => throw new BadHttpRequestException("secret", 413));
        });
        locked = await EdgeServer.Start(routes => { routes.MapGet("/v1/x", () => "x"); routes.MapGet("/health/live", () => "live").AllowAnonymous(); }, ("Security:Key", Key));
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await locked.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "route.unknown")]
    [InlineData("GET", "/echo", 405, "route.method")]
    [InlineData("GET", "/boom", 500, "service.fault")]
    [InlineData("GET", "/refused", 413, "body.too-large")]
    public async Task An_error_without_words_becomes_a_problem(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("X-Request-Id", "my.id-1");
        using var response = await server.Client.SendAsync(request);
        await IsProblem(response, status, code);
        Assert.Equal("my.id-1", response.Headers.GetValues("X-Request-Id").Single());
    }

    [Fact]
    public async Task A_problem_speaks_Chinese_when_asked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");
        using var response = await server.Client.SendAsync(request);
        Assert.Contains("未找到", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unusable_request_id_is_replaced()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.TryAddWithoutValidation("X-Request-Id", "has space");
        using var response = await server.Client.SendAsync(request);
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]+$", response.Headers.GetValues("X-Request-Id").Single());
    }

    [Theory]
    [InlineData(10, "application/json", 200, "")]
    [InlineData(1000, "application/json", 200, "")]
    [InlineData(1001, "application/json", 413, "body.too-large")]
    [InlineData(10, "text/plain", 415, "content-type.unsupported")]
    [InlineData(10, null, 415, "content-type.unsupported")]
    [InlineData(0, null, 200, "")]
    public async Task A_body_is_read_to_its_limit(int length, string? type, int status, string code)
    {
        foreach (var chunked in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/echo") { Content = length == 0 ? null : new ByteArrayContent(Encoding.ASCII.GetBytes(new string('x', length))) };
            request.Headers.TransferEncodingChunked = chunked && length > 0;
            if (request.Content is { } content)
            {
                content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
            }

            using var response = await server.Client.SendAsync(request);
            Assert.Equal(status, (int)response.StatusCode);
            if (status == 200)
            {
                Assert.Equal(length, (await response.Content.ReadAsStringAsync()).Length);
            }
            else
            {
                await IsProblem(response, status, code);
            }
        }
    }

    [Theory]
    [InlineData("evil.example", 400)]
    [InlineData("localhost:99", 404)]
    [InlineData("[::1]", 404)]
    public async Task Without_a_key_only_a_loopback_name_is_answered(string host, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Host = host;
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/x", null, 401)]
    [InlineData("/v1/x", "Bearer 0123456789abcdeX", 401)]
    [InlineData("/v1/x", "Basic 0123456789abcdef", 401)]
    [InlineData("/v1/x", "bearer " + Key, 200)]
    [InlineData("/nowhere", null, 401)]
    [InlineData("/health/live", null, 200)]
    [InlineData("/health/../v1/x", null, 401)]
    public async Task With_a_key_every_call_bears_it(string path, string? authorization, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await locked.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 401, response.Headers.WwwAuthenticate.Any(challenge => challenge.Scheme == "Bearer"));
    }

    [Fact]
    public async Task A_short_key_stops_the_start() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => EdgeServer.Start(_ => { }, ("Security:Key", "short")));

    private static async Task<IResult> Echo(HttpContext context) =>
        await (await RequestBody.Read(context, BodyTypes.Json, 1000)).Match(
            Right: body =>
            {
                using (body)
                {
                    return Task.FromResult(Results.Text(Encoding.ASCII.GetString(body.Span)));
                }
            },
            Left: problem => Task.FromResult<IResult>(problem));

    private static async Task IsProblem(HttpResponseMessage response, int status, string code)
    {
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.RootElement.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(response.Headers.GetValues("X-Request-Id").Single(), problem.RootElement.GetProperty("requestId").GetString());
    }
}
