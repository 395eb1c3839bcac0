using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Kehu.Shared;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>What tools expect of HTTP, whatever the route.</summary>
public sealed class HttpLaws : IAsyncLifetime
{
    private const string Customer = """{"id":"P-1","kind":"personal","asOf":"2026-11-20","outlet":"XIHU","name":"张伟","facts":{"deposits":120000}}""";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    /// <summary>At every address of the document.</summary>
    [Fact]
    public async Task Options_say_what_can_be_done()
    {
        foreach (var address in (await Description.Of(service)).Operations().GroupBy(operation => operation.Path))
        {
            var methods = address.Select(operation => operation.Method.ToUpperInvariant()).ToList();
            var expected = methods.Concat(methods.Contains("GET") ? ["HEAD"] : []).Append("OPTIONS").Order(StringComparer.Ordinal);
            using var answer = await Send("OPTIONS", Anywhere(address.Key));
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Equal(expected, answer.Content.Headers.Allow.Order(StringComparer.Ordinal));
            using var refused = await Send("TRACE", Anywhere(address.Key));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
            Assert.All(expected, method => Assert.Contains(method, refused.Content.Headers.Allow));
        }
    }

    /// <summary>At every address of the document that can be got.</summary>
    [Fact]
    public async Task Head_is_get_without_a_body()
    {
        foreach (var operation in (await Description.Of(service)).Operations().Where(operation => operation.Method == "get"))
        {
            using var got = await Send("GET", Anywhere(operation.Path));
            using var head = await Send("HEAD", Anywhere(operation.Path));
            Assert.Equal(got.StatusCode, head.StatusCode);
            Assert.Equal(got.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(got.Headers.ETag, head.Headers.ETag);
            Assert.Equal(got.Headers.Vary, head.Headers.Vary);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    /// <summary>Whatever the coding, the same bytes come out, under a tag of their own.</summary>
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compressed_answers_are_the_same(string coding)
    {
        foreach (var path in new[] { "/v1/policies/corporate-value", "/v1/standards/personal-asset-service", "/v1/facts?limit=200" })
        {
            using var plain = await Send("GET", path);
            using var coded = await Send("GET", path, ("Accept-Encoding", coding));
            Assert.Equal([coding], coded.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", coded.Headers.Vary);
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), Inflated(coding, await coded.Content.ReadAsByteArrayAsync()));
            if (plain.Headers.ETag is { } tag)
            {
                Assert.Equal(tag.Tag[..^1] + $"-{coding}\"", coded.Headers.ETag!.Tag);
                Assert.Equal(HttpStatusCode.NotModified, await Status(path, ("Accept-Encoding", coding), ("If-None-Match", coded.Headers.ETag.Tag)));
                Assert.Equal(HttpStatusCode.OK, await Status(path, ("Accept-Encoding", coding), ("If-None-Match", tag.Tag)));
            }
        }
    }

    /// <summary>One that is quick is not compressed.</summary>
    [Fact]
    public async Task Classifying_is_not_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/classify") { Content = Json($$"""{"customer":{{Customer}}}""") };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compressed_lines_are_taken_as_they_were(string coding)
    {
        var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 300).Select(number => Customer.Replace("P-1", $"P-{coding}-{number}", StringComparison.Ordinal) + "\n")));
        var (status, report) = await Import(coding, Deflated(coding, lines));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((300, 300), (report.GetProperty("read").GetInt32(), report.GetProperty("created").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, await Status($"/v1/customers/P-{coding}-300"));
    }

    /// <summary>What is no such text, and one that is very much longer than it came, are refused and stop nothing else.</summary>
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Damaged_and_endless_lines_are_refused(string coding)
    {
        var (damaged, why) = await Import(coding, Encoding.UTF8.GetBytes(Customer + "\n"));
        Assert.Equal((HttpStatusCode.BadRequest, "content-encoding.damaged"), (damaged, Code(why)));
        var (endless, what) = await Import(coding, Deflated(coding, new byte[64 << 20]));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "content-encoding.too-long"), (endless, Code(what)));
        var (other, unknown) = await Import("compress", [1]);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "content-encoding.unsupported"), (other, Code(unknown)));
        Assert.Equal(HttpStatusCode.OK, await Status("/v1/version"));
    }

    /// <summary>Lines that were cut off on the way are not taken for all there were.</summary>
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Lines_cut_off_are_refused(string coding)
    {
        var coded = Deflated(coding, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 300).Select(number =>
            Customer.Replace("P-1", $"P-{coding}-{number * 7919}", StringComparison.Ordinal) + "\n"))));
        foreach (var length in new[] { 1, coded.Length / 2, coded.Length - 9, coded.Length - 1 })
        {
            var (status, why) = await Import(coding, coded[..length]);
            Assert.Equal((HttpStatusCode.BadRequest, "content-encoding.damaged"), (status, status == HttpStatusCode.OK ? why.ToString() : Code(why)));
        }
    }

    /// <summary>As clients of Java up to 11 send it, and others that are lax.</summary>
    [Theory]
    [InlineData("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2")]
    [InlineData("*")]
    [InlineData("application/json;q=.5")]
    public async Task Lax_headers_are_understood(string accept) => Assert.Equal(HttpStatusCode.OK, await Status("/v1/version", ("Accept", accept)));

    [Fact]
    public async Task A_failed_precondition_says_what_happened()
    {
        Assert.Equal((HttpStatusCode.PreconditionFailed, "precondition.absent"), await Put("If-Match", "\"1-json\""));
        Assert.Equal((HttpStatusCode.Created, ""), await Put("If-None-Match", "*"));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "precondition.exists"), await Put("If-None-Match", "*"));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "precondition.weak"), await Put("If-Match", "W/\"1-json\""));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "precondition.failed"), await Put("If-Match", "\"9-json\""));
        Assert.Equal((HttpStatusCode.OK, ""), await Put("If-Match", "\"1-json-br\""));
        Assert.Equal(((HttpStatusCode)428, "precondition.needed"), await Put("X-Nothing", "1"));
    }

    /// <summary>Nobody but the caller keeps an answer.</summary>
    [Fact]
    public async Task Answers_are_private()
    {
        foreach (var operation in (await Description.Of(service)).Operations().Where(operation => operation.Method == "get"))
        {
            using var got = await Send("GET", Anywhere(operation.Path));
            Assert.True(got.Headers.CacheControl is { Private: true, NoCache: true } or { NoStore: true }, operation.Path);
        }
    }

    /// <summary>A page of a named origin may call, and ask beforehand without a key, which a browser does not send then; a page of another may not.</summary>
    [Fact]
    public async Task Pages_of_named_origins_may_call()
    {
        await using var guarded = await RunningService.Start("--Cors:Origins=https://desk.bank.example, https://other.example:8443", "--Security:Key=a key of this test");
        foreach (var (origin, isNamed) in new[] { ("https://desk.bank.example", true), ("https://other.example:8443", true), ("https://evil.example", false) })
        {
            using var ahead = new HttpRequestMessage(HttpMethod.Options, "/v1/customers/E-1");
            ahead.Headers.Add("Origin", origin);
            ahead.Headers.Add("Access-Control-Request-Method", "PUT");
            ahead.Headers.Add("Access-Control-Request-Headers", "authorization,if-match");
            using var allowed = await guarded.Client.SendAsync(ahead);
            Assert.Equal(isNamed, allowed.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) && origins.Single() == origin);
            using var call = new HttpRequestMessage(HttpMethod.Get, "/v1/version");
            call.Headers.Add("Origin", origin);
            call.Headers.Add("Authorization", "Bearer a key of this test");
            using var answer = await guarded.Client.SendAsync(call);
            Assert.Equal(isNamed, answer.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.Equal(isNamed, answer.Headers.TryGetValues("Access-Control-Expose-Headers", out var exposed) && exposed.Any(names => names.Contains("ETag", StringComparison.Ordinal)));
        }
    }

    private static string Anywhere(string path) => string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "nothing-1" : part));

    private static byte[] Deflated(string coding, byte[] text)
    {
        using var coded = new MemoryStream();
        using (Stream coder = coding == "br" ? new BrotliStream(coded, CompressionLevel.Optimal) : new GZipStream(coded, CompressionLevel.Optimal))
        {
            coder.Write(text);
        }

        return coded.ToArray();
    }

    private static byte[] Inflated(string coding, byte[] coded)
    {
        using var source = new MemoryStream(coded);
        using Stream coder = coding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var text = new MemoryStream();
        coder.CopyTo(text);
        return text.ToArray();
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static string Code(JsonElement problem) => problem.GetProperty("errors")[0].GetProperty("code").GetString()!;

    private async Task<HttpResponseMessage> Send(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await service.Client.SendAsync(request);
    }

    private async Task<HttpStatusCode> Status(string path, params (string Name, string Value)[] headers)
    {
        using var answer = await Send("GET", path, headers);
        return answer.StatusCode;
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> Import(string coding, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/customers/import") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-ndjson");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        using var answer = await service.Client.SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private async Task<(HttpStatusCode Status, string Code)> Put(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/v1/customers/P-1") { Content = Json(Customer) };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await service.Client.SendAsync(request);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? "" : Code(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement));
    }
}
