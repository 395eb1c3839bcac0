using System.Net;
using Kehu.Shared;
using Xunit;
using static Kehu.Properties.Http.Asking;

namespace Kehu.Properties.Http;

/// <summary>Filing and withdrawing customers under an Idempotency-Key: once done, answered alike when sent again.</summary>
public sealed class CustomerRepeats : IAsyncLifetime
{
    private static readonly string Body = HostileBodies.Record("1");

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Xunit.Fact]
    public async Task Filed_again_with_the_same_key_it_is_the_first_answer()
    {
        var first = await Put(Body, ("If-None-Match", "*"), ("Idempotency-Key", "k"));
        var again = await Put(Body, ("If-None-Match", "*"), ("Idempotency-Key", "k"));
        Assert.Equal((HttpStatusCode.Created, "\"1-json\"", "/v1/customers/P-1", false), (first.Status, first.Tag, first.Location, first.Replayed));
        Assert.Equal(first with { Replayed = true }, again);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Put(Body, ("If-None-Match", "*"))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Put(Body, ("If-None-Match", "*"), ("Idempotency-Key", "another"))).Status);
    }

    [Xunit.Fact]
    public async Task Twenty_at_once_with_one_key_supersede_once()
    {
        await Put(Body, ("If-None-Match", "*"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Put(HostileBodies.Record("2"), ("If-Match", "\"1\""), ("Idempotency-Key", "k"))));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "\"2-json\""), (answer.Status, answer.Tag)));
        Assert.Single(answers, answer => !answer.Replayed);
    }

    [Xunit.Fact]
    public async Task Another_body_or_a_broken_key_is_refused()
    {
        await Put(Body, ("If-None-Match", "*"), ("Idempotency-Key", "k"));
        var other = await Put(HostileBodies.Record("2"), ("If-None-Match", "*"), ("Idempotency-Key", "k"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("idempotency.other-body", other.Body, StringComparison.Ordinal);
        foreach (var method in new[] { "PUT", "DELETE" })
        {
            var broken = await Said(method, Body, ("If-Match", "*"), ("Idempotency-Key", "a b"));
            Assert.Equal(HttpStatusCode.BadRequest, broken.Status);
            Assert.Contains("idempotency.malformed", broken.Body, StringComparison.Ordinal);
        }
    }

    [Xunit.Fact]
    public async Task Withdrawn_again_with_the_same_key_it_is_the_first_answer()
    {
        await Put(Body, ("If-None-Match", "*"));
        var first = await Delete(("If-Match", "*"), ("Idempotency-Key", "k"));
        var again = await Delete(("If-Match", "*"), ("Idempotency-Key", "k"));
        Assert.Equal((HttpStatusCode.NoContent, "", false), (first.Status, first.Body, first.Replayed));
        Assert.Equal(first with { Replayed = true }, again);
        Assert.Equal(HttpStatusCode.NotFound, (await Delete(("If-Match", "*"))).Status);
    }

    [Xunit.Fact]
    public async Task What_a_filing_answered_goes_with_the_customer()
    {
        await Put(Body, ("If-None-Match", "*"), ("Idempotency-Key", "k"));
        await Delete(("If-Match", "*"));
        var after = await Put(HostileBodies.Record("2"), ("If-None-Match", "*"), ("Idempotency-Key", "k"));
        Assert.Equal((HttpStatusCode.Created, false), (after.Status, after.Replayed));
    }

    [Xunit.Fact]
    public async Task Without_a_precondition_nothing_is_done_under_any_key()
    {
        Assert.Equal((HttpStatusCode)428, (await Put(Body, ("Idempotency-Key", "k"))).Status);
        Assert.Equal((HttpStatusCode)428, (await Delete(("Idempotency-Key", "k"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await Put(Body, ("If-None-Match", "*"), ("Idempotency-Key", "k"))).Status);
    }

    private Task<Answer> Put(string body, params (string, string)[] headers) => Said("PUT", body, headers);

    private Task<Answer> Delete(params (string, string)[] headers) => Said("DELETE", null, headers);

    private async Task<Answer> Said(string method, string? body, params (string, string)[] headers)
    {
        using var content = body is null ? null : Content(System.Text.Encoding.UTF8.GetBytes(body), Json);
        using var response = await service.Client.Send(method, "/v1/customers/P-1", content, headers);
        return new Answer(
            response.StatusCode, response.Headers.ETag?.Tag, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync(),
            response.Headers.Contains("Idempotency-Replayed"));
    }

    private sealed record Answer(HttpStatusCode Status, string? Tag, string? Location, string Body, bool Replayed);
}
