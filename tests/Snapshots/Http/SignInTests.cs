using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kehu.Shared;
using LanguageExt;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>People sign in on the page, with their key or at the bank's provider, and out again, as a browser does it.</summary>
public sealed partial class SignInTests
{
    [Xunit.Fact]
    public async Task With_a_key_and_out_again()
    {
        await using var service = await RunningService.Start();
        var made = await Made(service, AccessRoles.Auditor);
        using var browser = Browser(service);
        using var shown = await Page(browser, "/v1/scorecards?period=2026-Q3");
        Assert.Equal(HttpStatusCode.SeeOther, shown.StatusCode);
        Assert.Equal("/sign-in?return=%2Fv1%2Fscorecards%3Fperiod%3D2026-Q3", shown.Headers.Location!.OriginalString);
        Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
        var form = Token(await Text(browser, shown.Headers.Location.OriginalString));

        using var wrong = await Send(browser, "/sign-in", form, ("key", made.Secret[..^1] + "!"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Contains("role=\"alert\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(401, (int)(await browser.GetAsync("/v1/me")).StatusCode);

        using var right = await Send(browser, "/sign-in", form, ("key", $" {made.Secret} "), ("return", "/v1/scorecards?period=2026-Q3"));
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Equal("/v1/scorecards?period=2026-Q3", right.Headers.Location!.OriginalString);
        var cookie = Assert.Single(right.Headers.GetValues("Set-Cookie"), value => value.StartsWith("kehu-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Page(browser, "/v1/scorecards?period=2026-Q3")).StatusCode);
        Assert.Contains("\"roles\":[\"auditor\"]", await Text(browser, "/v1/me"), StringComparison.Ordinal);

        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, "/v1/policies/check") { Content = new StringContent("{}") };
        elsewhere.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync(elsewhere)).StatusCode);

        var leaving = Token(await Text(browser, "/sign-in"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, "/sign-out", leaving)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/v1/me")).StatusCode);
    }

    /// <summary>Without the token of the form nothing is done; nobody is sent elsewhere; a session ends with its key, and after a working day.</summary>
    [Xunit.Fact]
    public async Task Nothing_is_done_that_the_page_did_not_ask()
    {
        await using var service = await RunningService.Start();
        var made = await Made(service, AccessRoles.Auditor);
        using (var forged = Browser(service))
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await Send(forged, "/sign-in", "", ("key", made.Secret))).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await Send(forged, "/sign-out", "")).StatusCode);
            using var json = new StringContent($$"""{"key":"{{made.Secret}}"}""");
            Assert.Equal(HttpStatusCode.BadRequest, (await forged.PostAsync("/sign-in", json)).StatusCode);
        }

        foreach (var way in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "/x\r\nSet-Cookie: a=b" })
        {
            using var browser = Browser(service);
            using var answer = await Send(browser, "/sign-in", Token(await Text(browser, $"/sign-in?return={Uri.EscapeDataString(way)}")), ("key", made.Secret), ("return", way));
            Assert.Equal("/", answer.Headers.Location!.OriginalString);
        }

        using var signedIn = Browser(service);
        _ = await Send(signedIn, "/sign-in", Token(await Text(signedIn, "/sign-in")), ("key", made.Secret));
        Assert.Equal(HttpStatusCode.OK, (await signedIn.GetAsync("/v1/me")).StatusCode);
        var found = await service.Part<KeyArchive>().OnFile(default);
        await service.Part<IStore>().Commit([found.Filed(made.Key.Revoked(DateTime.UnixEpoch))], default);
        Assert.Equal(HttpStatusCode.Unauthorized, (await signedIn.GetAsync("/v1/me")).StatusCode);
    }

    /// <summary>The service starts again over the same store, with the same key of the settings or another.</summary>
    [Xunit.Theory]
    [InlineData("the same key as before", HttpStatusCode.OK)]
    [InlineData("another key than before", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task A_session_of_the_key_of_the_settings_ends_when_that_is_changed(string? then, HttpStatusCode expected)
    {
        const string Before = "the same key as before";
        await using var service = await RunningService.Start($"--Security:Key={Before}");
        using var browser = Browser(service);
        using var signedIn = await Send(browser, "/sign-in", Token(await Text(browser, "/sign-in")), ("key", Before));
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), value => value.StartsWith("kehu-session=", StringComparison.Ordinal)).Split(';')[0];
        await using var again = await RunningService.Start(then is null ? [] : [$"--Security:Key={then}"]);
        Assert.Equal(then is null, (await again.Client.GetAsync("/v1/me")).StatusCode == HttpStatusCode.OK);
        _ = then is null ? await Made(again, AccessRoles.Auditor) : null;
        const string Seals = "kehu.db.sessions";
        Directory.CreateDirectory(Path.Combine(again.Folder, Seals));
        foreach (var seal in Directory.GetFiles(Path.Combine(service.Folder, Seals)))
        {
            File.Copy(seal, Path.Combine(again.Folder, Seals, Path.GetFileName(seal)));
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        request.Headers.Add("Cookie", cookie);
        Assert.Equal(expected, (await again.Client.SendAsync(request)).StatusCode);
    }

    [Xunit.Fact]
    public async Task At_the_banks_provider()
    {
        await using var provider = await Provider.Start();
        await using var service = await RunningService.Start(
            $"--Security:Tokens:Issuer={provider.Address}", "--Security:Tokens:Audience=kehu", "--Security:SignIn:ClientId=kehu-pages", "--Security:SignIn:ClientSecret=of this test");
        using var browser = Browser(service);
        Assert.Contains("/sign-in/bank?return=", await Text(browser, "/sign-in?return=%2Fv1%2Fme"), StringComparison.Ordinal);
        using var asked = await browser.GetAsync("/sign-in/bank?return=%2Fv1%2Fme");
        Assert.StartsWith($"{provider.Address}/authorize?", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var outside = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var granted = await outside.GetAsync(asked.Headers.Location);
        using var back = await browser.GetAsync(granted.Headers.Location!.PathAndQuery);
        Assert.Equal("/v1/me", back.Headers.Location!.OriginalString);
        Assert.Equal("""{"person":"wang.li","roles":["approver"],"scope":{"unit":"HZ"}}""", await Text(browser, "/v1/me"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/v1/keys")).StatusCode);
        using var twice = await browser.GetAsync(granted.Headers.Location.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, twice.StatusCode);
    }

    private static async Task<NewKey> Made(RunningService service, AccessRoles roles)
    {
        var key = FreshKey.Of("ops", isSystem: true, roles, Option<string>.None, Option<DateOnly>.None, DateTime.UnixEpoch);
        Assert.Null(await service.Part<IStore>().Commit([(await service.Part<KeyArchive>().OnFile(default)).Filed(key.Key)], default));
        return key;
    }

    private static HttpClient Browser(RunningService service) =>
        new(new Jar()) { BaseAddress = service.Client.BaseAddress };

    /// <summary>Keeps cookies as a browser does, by the clock of the service, which stands still.</summary>
    private sealed class Jar() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        private readonly SortedDictionary<string, string> kept = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (kept.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", kept.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                var (name, value) = (set[..set.IndexOf('=', StringComparison.Ordinal)], set[(set.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
                _ = value.Length > 0 ? (kept[name] = value).Length : kept.Remove(name) ? 0 : 1;
            }

            return answer;
        }
    }

    private static async Task<HttpResponseMessage> Page(HttpClient browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        return await browser.SendAsync(request);
    }

    private static async Task<string> Text(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Task<HttpResponseMessage> Send(HttpClient browser, string path, string token, params (string Name, string Value)[] fields) => browser.PostAsync(
        path, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));

    private static string Token(string page) => FormToken().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    /// <summary>An identity provider as small as it can be: whoever asks is granted, once.</summary>
    private sealed class Provider : IAsyncDisposable
    {
        private static readonly string[] Codes = ["code"];
        private static readonly string[] Algorithms = ["RS256"];
        private static readonly string[] Roles = ["approver"];

        private readonly RSA key = RSA.Create(2048);
        private readonly Dictionary<string, string> nonces = new(StringComparer.Ordinal);
        private readonly WebApplication app;

        private Provider(WebApplication app) => this.app = app;

        public string Address { get; private set; } = "";

        public static async Task<Provider> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var provider = new Provider(builder.Build());
            provider.app.MapGet("/.well-known/openid-configuration", provider.Configuration);
            provider.app.MapGet("/keys", () => Results.Text(TokenTests.KeySet(provider.key), "application/json"));
            provider.app.MapGet("/authorize", provider.Authorize);
            provider.app.MapPost("/token", provider.Granted);
            await provider.app.StartAsync();
            provider.Address = provider.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            return provider;
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            key.Dispose();
        }

        private IResult Configuration() => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/keys",
            ["response_types_supported"] = Codes,
            ["id_token_signing_alg_values_supported"] = Algorithms,
        });

        private IResult Authorize(HttpRequest request)
        {
            var code = $"code-{nonces.Count}";
            nonces.Add(code, request.Query["nonce"].ToString());
            return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
        }

        private async Task<IResult> Granted(HttpRequest request)
        {
            var form = await request.ReadFormAsync();
            if (!nonces.Remove(form["code"].ToString(), out var nonce) || form["client_secret"] != "of this test")
            {
                return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
            }

            var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
                JsonSerializer.Serialize(new Dictionary<string, object>
                {
                    ["iss"] = Address,
                    ["aud"] = "kehu-pages",
                    ["sub"] = "wang.li",
                    ["nonce"] = nonce,
                    ["roles"] = Roles,
                    ["unit"] = "HZ",
                    ["iat"] = StandingClock.OnTheDay().GetUtcNow().ToUnixTimeSeconds(),
                    ["exp"] = StandingClock.OnTheDay().GetUtcNow().AddMinutes(5).ToUnixTimeSeconds(),
                }),
                TokenTests.Signed(key));
            return Results.Json(new { id_token = token, access_token = "opaque", token_type = "Bearer" });
        }
    }
}
