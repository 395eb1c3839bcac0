using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Kehu.Shared;
using VerifyXunit;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>
/// What was asked of a running service and what it said, as one text to be kept. What differs from run to run is replaced by its name.
/// Every answer, and every request that is taken, has to be what the OpenAPI document says for its route, method, status and media type.
/// </summary>
internal sealed partial class Conversation(RunningService service) : IDisposable
{
    private static readonly string[] Told = ["ETag", "Location", "Allow", "Content-Language", "WWW-Authenticate", "Retry-After", "Idempotency-Replayed", "Kehu-Merge"];

    private readonly StringBuilder text = new();
    private readonly List<string> misdescribed = [];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    private bool isBrief;

    /// <summary>The last answer's body.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The last answer's entity tag.</summary>
    public string ETag { get; private set; } = "";

    public void Dispose() => text.Clear();

    /// <summary>A remark between the exchanges.</summary>
    public void Say(string remark) => text.Append("# ").Append(remark).Append("\n\n");

    public Task<int> Get(string path, params (string Name, string Value)[] headers) => Ask("GET", path, null, null, headers);

    /// <summary>Asks for something long, of which the text shows the form; what is right of the rest the document says.</summary>
    public async Task<int> Glance(string path, params (string Name, string Value)[] headers)
    {
        isBrief = true;
        var status = await Ask("GET", path, null, null, headers);
        isBrief = false;
        return status;
    }

    public Task<int> Post(string path, string json, params (string Name, string Value)[] headers) => Ask("POST", path, "application/json", json, headers);

    public Task<int> PostLines(string path, string lines, params (string Name, string Value)[] headers) => Ask("POST", path, "application/x-ndjson", lines, headers);

    public Task<int> Put(string path, string json, params (string Name, string Value)[] headers) => Ask("PUT", path, "application/json", json, headers);

    public Task<int> Patch(string path, string json, params (string Name, string Value)[] headers) => Ask("PATCH", path, "application/merge-patch+json", json, headers);

    public Task<int> Delete(string path, params (string Name, string Value)[] headers) => Ask("DELETE", path, null, null, headers);

    /// <summary>Any request; the status of the answer.</summary>
    public async Task<int> Ask(string method, string path, string? type, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        text.Append(method).Append(' ').Append(path).Append('\n');
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
            text.Append(type is null ? "" : $"Content-Type: {type}\n");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        }

        text.Append(body is null ? "" : $"\n{Readable(type, body)}\n");
        using var response = await service.Client.SendAsync(request);
        await Note(response);
        var judge = await Description.Judge(service);
        var status = (int)response.StatusCode;
        misdescribed.AddRange(judge.Faults(method, path, status, response.Content.Headers.ContentType?.MediaType, Body).Select(fault => $"{method} {path} → {status}: {fault}"));
        if (body is not null && type is not null && status is >= 200 and < 300 && !TakesInPart(type))
        {
            misdescribed.AddRange(judge.OfRequest(method, path, type, body).Select(fault => $"{method} {path}, as sent: {fault}"));
        }

        return status;
    }

    /// <summary>Compares with the kept text, and sees that everything was described.</summary>
    public async Task Matches([CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        Assert.True(misdescribed.Count == 0, string.Join('\n', misdescribed));
        await Verifier.Verify(Named(text.ToString()), file).UseMethodName(test);
    }

    /// <summary>A stream is taken although lines of it are refused: what of it is right is not for the document to say.</summary>
    private bool TakesInPart(string type) => type.Contains("ndjson", StringComparison.Ordinal) && (Body.Contains("\"errors\":[{", StringComparison.Ordinal) || Body.Contains("\"line\":", StringComparison.Ordinal));

    private async Task Note(HttpResponseMessage response)
    {
        Body = await response.Content.ReadAsStringAsync();
        ETag = response.Headers.ETag?.ToString() ?? "";
        text.Append("\n→ ").Append((int)response.StatusCode).Append('\n');
        if (response.Content.Headers.ContentType is { } type)
        {
            text.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\n");
        }

        foreach (var name in Told)
        {
            if (response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values))
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}: {string.Join(", ", values)}\n");
            }
        }

        text.Append(Body.Length == 0 ? "" : isBrief ? $"\n{FirstOfEach.Said}\n{PrettyJson.Of(FirstOfEach.Of(Body))}\n" : $"\n{Readable(response.Content.Headers.ContentType?.MediaType, Body)}\n").Append("\n────────\n\n");
    }

    /// <summary>A body to read. One that is no JSON is shown as it is; invisible text is shown shortened.</summary>
    private static string Readable(string? type, string body)
    {
        try
        {
            return body.Length > 100_000 ? $"({body.Length} characters)"
                : type is not null && type.Contains("ndjson", StringComparison.Ordinal) ? string.Join('\n', body.TrimEnd('\n').Split('\n').Select(line => Readable(null, line)))
                : PrettyJson.Of(body);
        }
        catch (System.Text.Json.JsonException)
        {
            return body.TrimEnd('\n');
        }
    }

    private string Named(string whole)
    {
        whole = RequestId().Replace(whole, "\"requestId\": \"<request>\"");
        whole = MadeRequestId().Replace(whole, "\"request\": \"<request>\"");
        whole = Hash().Replace(whole, match => Name("hash", match.Value));
        whole = Secret().Replace(whole, match => Name("secret", match.Value));
        whole = KeyId().Replace(whole, match => Name("key", match.Value));
        return ImportId().Replace(whole, match => Name("import", match.Value)).TrimEnd('\n', '─') + "\n";
    }

    [GeneratedRegex("kehu_[0-9a-f]{12}_[A-Za-z0-9_-]{43}")]
    private static partial Regex Secret();

    [GeneratedRegex("(?<=\"(id|key|rotatedTo)\": \"|/v1/keys/|rotated already, to )[0-9a-f]{12}\\b")]
    private static partial Regex KeyId();

    private string Name(string kind, string value)
    {
        if (!names.TryGetValue(value, out var name))
        {
            names.Add(value, name = $"<{kind} {names.Values.Count(known => known.StartsWith($"<{kind} ", StringComparison.Ordinal)) + 1}>");
        }

        return name;
    }

    /// <summary>An id that the service made, in what the audit tells.</summary>
    [GeneratedRegex("\"request\": \"[0-9a-f]{8}-[0-9a-f]+\"")]
    private static partial Regex MadeRequestId();

    [GeneratedRegex("\"requestId\": \"[^\"]*\"")]
    private static partial Regex RequestId();

    [GeneratedRegex("\\b[0-9a-f]{64}\\b")]
    private static partial Regex Hash();

    [GeneratedRegex("\\b[0-9a-f]{32}\\b")]
    private static partial Regex ImportId();
}
