using System.Text;
using System.Text.Json;
using Kehu.Properties.Http;
using Xunit;

namespace Kehu.Properties.Drills;

/// <summary>What a drill asks of a service under trouble.</summary>
internal static class Probing
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    /// <summary>One customer as a line, of some 1 500 bytes.</summary>
    public static string Customer(string id) =>
        HostileBodies.Record("5", id).Replace("\"facts\"", $"\"name\":\"{new string('名', 450)}\",\"facts\"", StringComparison.Ordinal);

    /// <summary>Files one customer: the answer's status, and its first code if it is a problem.</summary>
    public static async Task<(int Status, string? Code)> File(this HttpClient client, string id)
    {
        using var response = await client.Send("PUT", $"/v1/customers/{id}", Asking.Content(Encoding.UTF8.GetBytes(Customer(id)), Asking.Json), ("If-None-Match", "*"));
        return await Outcome(response);
    }

    /// <summary>Whether the service is ready: the status, and the first code of the reason.</summary>
    public static async Task<(int Status, string? Code)> Ready(this HttpClient client)
    {
        using var response = await client.Send("GET", "/health/ready");
        return await Outcome(response);
    }

    /// <summary>Asks until it is as expected, for as long as it takes a store to be tried again and a little more.</summary>
    public static async Task Becomes(this HttpClient client, int status, string? code)
    {
        var until = DateTime.UtcNow + Bound;
        var found = await client.Ready();
        for (; found != (status, code) && DateTime.UtcNow < until; found = await client.Ready())
        {
            await Task.Delay(100);
        }

        Assert.Equal((status, code), found);
    }

    /// <summary>Status and first code; a problem has its shape whatever the trouble.</summary>
    public static async Task<(int Status, string? Code)> Outcome(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode < 400)
        {
            return ((int)response.StatusCode, null);
        }

        Assert.Null(ProblemShape.Flaw(text, (int)response.StatusCode, response.Headers.GetValues("X-Request-Id").Single(), null));
        using var problem = JsonDocument.Parse(text);
        return ((int)response.StatusCode, problem.RootElement.GetProperty("errors")[0].GetProperty("code").GetString());
    }
}
