using System.Text;
using System.Text.Json;

namespace Kehu.Properties.Http;

/// <summary>How the laws speak to a service.</summary>
internal static class Asking
{
    public const string Json = "application/json";
    public const string Ndjson = "application/x-ndjson";
    public const string Csv = "text/csv";

    public static ByteArrayContent Content(byte[] body, string? type)
    {
        var content = new ByteArrayContent(body);
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return content;
    }

    public static async Task<HttpResponseMessage> Send(this HttpClient client, string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    /// <summary>The body of a good answer.</summary>
    public static async Task<string> Ask(this HttpClient client, string method, string path, string? body = null, string type = Json, params (string Name, string Value)[] headers)
    {
        using var response = await client.Send(method, path, body is null ? null : Content(Encoding.UTF8.GetBytes(body), type), headers);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {ProblemShape.Short(text)}");
    }

    /// <summary>Imports lines and gives the counts.</summary>
    public static async Task<Counts> Import(this HttpClient client, string lines, string type = Ndjson)
    {
        using var report = JsonDocument.Parse(await client.Ask("POST", "/v1/customers/import", lines, type));
        long Of(string member) => report.RootElement.GetProperty(member).GetInt64();
        return new Counts(Of("read"), Of("created"), Of("updated"), Of("unchanged"), Of("rejected"));
    }

    /// <summary>The items of every page of a list, as they are written; the path has its first parameters, or ends with a question mark.</summary>
    public static async Task<List<string>> Pages(this HttpClient client, string path, int limit)
    {
        var items = new List<string>();
        for (var cursor = ""; ;)
        {
            using var page = JsonDocument.Parse(await client.Ask("GET", $"{path}&limit={limit}{cursor}"));
            items.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
            Xunit.Assert.True(page.RootElement.GetProperty("items").GetArrayLength() <= limit);
            if (page.RootElement.GetProperty("next").GetString() is not { } next)
            {
                return items;
            }

            Xunit.Assert.NotEqual($"&cursor={next}", cursor);
            cursor = $"&cursor={next}";
        }
    }

    /// <summary>Everything on file.</summary>
    public static Task<string> Export(this HttpClient client, string type = Ndjson) => client.Ask("GET", "/v1/customers/export", headers: ("Accept", type));

    /// <summary>The entity tag of every customer on file.</summary>
    public static async Task<string> Tags(this HttpClient client, IEnumerable<string> ids)
    {
        var tags = new StringBuilder();
        foreach (var id in ids)
        {
            using var response = await client.Send("GET", $"/v1/customers/{id}");
            tags.Append(id).Append(' ').Append(response.Headers.ETag).Append('\n');
        }

        return tags.ToString();
    }
}

/// <summary>What an import came to.</summary>
internal sealed record Counts(long Read, long Created, long Updated, long Unchanged, long Rejected);
