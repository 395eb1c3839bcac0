using System.Text;
using Kehu.Shared;
using LanguageExt;
using Xunit;

namespace Kehu.Snapshots;

/// <summary>Which role may do what, as one text made of the table of routes; and that every call is held to it.</summary>
public sealed class AccessMatrix
{
    private static readonly AccessRole[] All = Enum.GetValues<AccessRole>();

    [Xunit.Fact]
    public async Task Is_this()
    {
        await using var service = await RunningService.Start();
        var text = new StringBuilder("Who may do what: a route a line, a column a role; x where the role may, whether the caller has to see the whole bank, and what counters may ask about any customer.\n\n");
        text.Append(' ', 66).AppendJoin(' ', All.Select(role => role.Code())).Append('\n');
        foreach (var route in service.Part<RouteTable>().All.OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal))
        {
            var marks = All.Select(role => (route.Needs.HasFlag(role.AsRoles()) ? "x" : ".").PadRight(role.Code().Length));
            text.Append($"{route.Method} {route.Path}".PadRight(66))
                .Append(route.Needs == AccessRoles.None ? "open to everybody" : string.Join(' ', marks).TrimEnd())
                .Append(route.OfWholeBank ? "  whole bank" : "")
                .Append(route.AtCounter ? "  at the counter" : "")
                .Append('\n');
        }

        await VerifyXunit.Verifier.Verify(text.ToString());
    }

    /// <summary>Each role alone, at every route: refused for the role exactly where the matrix says so, and told which roles it takes.</summary>
    [Xunit.Fact]
    public async Task Holds_at_every_route()
    {
        await using var service = await RunningService.Start();
        var keys = service.Part<KeyArchive>();
        var made = All.ToDictionary(role => role, role => FreshKey.Of("nobody", isSystem: true, role.AsRoles(), Option<string>.None, Option<DateOnly>.None, DateTime.UnixEpoch));
        foreach (var key in made.Values)
        {
            Assert.Null(await service.Part<IStore>().Commit([(await keys.OnFile(default)).Filed(key.Key)], default));
        }

        foreach (var route in service.Part<RouteTable>().All)
        {
            foreach (var role in All)
            {
                var (status, body) = await Ask(service, route, made[role].Secret);
                Assert.True(status < 500, $"{role} {route.Method} {route.Path} {status} {body}");
                Assert.NotEqual(401, status);
                Assert.Equal(
                    route.Needs != AccessRoles.None && !route.Needs.HasFlag(role.AsRoles()),
                    status == 403 && body.Contains("access.role", StringComparison.Ordinal));
            }

            Assert.Equal(route.Needs != AccessRoles.None, (await Ask(service, route, null)).Status == 401);
            Assert.Equal(route.Needs != AccessRoles.None, (await Ask(service, route, made[AccessRole.Admin].Secret[..^1] + "!")).Status == 401);
        }
    }

    private static async Task<(int Status, string Body)> Ask(RunningService service, Route route, string? secret)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), System.Text.RegularExpressions.Regex.Replace(route.Path, "{[a-z]+}", "1"));
        request.Headers.TryAddWithoutValidation("Authorization", secret is null ? null : $"Bearer {secret}");
        using var answer = await service.Client.SendAsync(request, HttpCompletionOption.ResponseContentRead);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
