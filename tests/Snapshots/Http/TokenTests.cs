using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kehu.Shared;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Kehu.Snapshots.Http;

/// <summary>Tokens of an identity provider, checked with its public keys from a file.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private const string Issuer = "https://login.bank.example";

    private const string Audience = "kehu";

    private static readonly byte[] Shared = [.. Enumerable.Range(1, 32).Select(at => (byte)at)];

    private readonly RSA key = RSA.Create(2048);

    private readonly string file = Path.GetTempFileName();

    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        // A provider that publishes a shared key by mistake: whoever reads it can make tokens.
        await File.WriteAllTextAsync(file, KeySet(key).Replace("]}", $$""",{"kty":"oct","kid":"two","k":"{{Base64UrlEncoder.Encode(Shared)}}"}]}""", StringComparison.Ordinal));
        service = await RunningService.Start($"--Security:Tokens:Issuer={Issuer}", $"--Security:Tokens:Audience={Audience}", $"--Security:Tokens:Keys={file}");
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        key.Dispose();
        File.Delete(file);
    }

    [Fact]
    public async Task A_token_opens_what_its_roles_open()
    {
        var (status, body) = await Me(Token(Signed(key)));
        Assert.Equal(200, status);
        Assert.Equal("""{"person":"wang.li","roles":["staff","analyst"],"scope":{"unit":"XIHU"}}""", body);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask("/v1/keys", Token(Signed(key)))).Status);
        Assert.Equal(200, (await Me(Token(Signed(key), ("roles", "admin auditor nonsense")))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/v1/keys", Token(Signed(key), ("roles", "admin auditor nonsense")))).Status);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_one_refuses_it()
    {
        using var other = RSA.Create(2048);
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var good = Token(Signed(key));
        var parts = good.Split('.');
        var refused = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["expired"] = Token(Signed(key), ("exp", Seconds(-31))),
            ["not yet"] = Token(Signed(key), ("nbf", Seconds(31))),
            ["without an end"] = Token(Signed(key), ("exp", null)),
            ["another audience"] = Token(Signed(key), ("aud", "other")),
            ["another issuer"] = Token(Signed(key), ("iss", "https://evil.example")),
            ["another key"] = Token(Signed(other)),
            ["another algorithm of a key of ours"] = Token(new SigningCredentials(new SymmetricSecurityKey(key.ExportSubjectPublicKeyInfo()), SecurityAlgorithms.HmacSha256)),
            ["a shared key that was published"] = Token(new SigningCredentials(new SymmetricSecurityKey(Shared) { KeyId = "two" }, SecurityAlgorithms.HmacSha256)),
            ["a key that nobody knows"] = Token(new SigningCredentials(new ECDsaSecurityKey(elliptic), SecurityAlgorithms.EcdsaSha256)),
            ["none"] = $"{Url("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            ["another payload"] = $"{parts[0]}.{Url(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1])).Replace("staff", "admin", StringComparison.Ordinal))}.{parts[2]}",
            ["no person"] = Token(Signed(key), ("sub", null)),
            ["a person whose name is none"] = Token(Signed(key), ("sub", "王 丽")),
            ["no role"] = Token(Signed(key), ("roles", null)),
            ["no role that there is"] = Token(Signed(key), ("roles", "root")),
            ["rubbish"] = "a.b.c",
            ["long rubbish"] = new string('a', 8_000) + ".b.c",
        };
        Assert.Equal(200, (await Me(good)).Status);
        foreach (var (why, token) in refused)
        {
            Assert.True((await Me(token)).Status == 401, why);
        }

        Assert.Equal(200, (await Me(Token(Signed(key), ("exp", Seconds(-29))))).Status);
        Assert.Equal(200, (await Me(Token(Signed(key), ("nbf", Seconds(29))))).Status);
    }

    /// <summary>The public part of a key as a provider publishes it.</summary>
    internal static string KeySet(RSA key)
    {
        var published = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(includePrivateParameters: false)) { KeyId = "one" });
        return JsonSerializer.Serialize(new { keys = new[] { new { kty = published.Kty, kid = published.KeyId, n = published.N, e = published.E, use = "sig" } } });
    }

    /// <summary>How a provider signs.</summary>
    internal static SigningCredentials Signed(RSA key) => new(new RsaSecurityKey(key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256);

    private string Token(SigningCredentials by, params (string Name, object? Value)[] claims)
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["sub"] = "wang.li",
            ["roles"] = new[] { "staff", "analyst" },
            ["unit"] = "XIHU",
            ["exp"] = Seconds(600),
        };
        foreach (var (name, value) in claims)
        {
            all[name] = value;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(all.Where(claim => claim.Value is not null).ToDictionary()), by);
    }

    private object Seconds(int fromNow) => service.Clock.GetUtcNow().ToUnixTimeSeconds() + fromNow;

    private static string Url(string text) => Base64UrlEncoder.Encode(text);

    private async Task<(int Status, string Body)> Me(string token)
    {
        var (status, body) = await Ask("/v1/me", token);
        return ((int)status, body);
    }

    private async Task<(HttpStatusCode Status, string Body)> Ask(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var answer = await service.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
