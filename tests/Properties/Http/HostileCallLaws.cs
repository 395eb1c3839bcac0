using System.Text;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Http;

/// <summary>
/// Whatever is sent to whichever route by whoever: the service is never at fault, and what it refuses changes nothing. FSCHECK_TIMES=10 sends ten thousand calls.
/// </summary>
public sealed class HostileCallLaws : IAsyncLifetime, IDisposable
{
    private const int InARow = 25;

    private readonly CommitCount commits = new();
    private readonly List<string> secrets = [];
    private RunningService service = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start(store => commits.Over(store), "--Limits:CallsPerSecond=100000");
        await Put("/v1/units/XH-01", """{"name":"西湖网点","level":"outlet"}""");
        await Put("/v1/staff/wang.li", """{"name":"王丽","unit":"XH-01","access":{"roles":["staff"]}}""");
        foreach (var id in new[] { "P-1", "P-2" })
        {
            await Put($"/v1/customers/{id}", $$$"""{"id":"{{{id}}}","kind":"personal","asOf":"2026-11-20","outlet":"{{{(id == "P-1" ? "XH-01" : "NB-01")}}}","facts":{"totalAssets":600000}}""");
            await service.Client.Ask("POST", "/v1/engagements", $$"""{"id":"e-1","customer":"{{id}}","date":"2026-11-20","kind":"active-contact","channel":"phone"}""");
        }

        await service.Client.Ask("POST", "/v1/cases", """{"id":"C-1","customer":"P-1","type":"request","subject":"fee","text":"x"}""");
        await service.Client.Ask("POST", "/v1/runs", """{"policies":["retail-vip"]}""");
        var keys = new List<Write>();
        foreach (var (role, unit) in from role in Enum.GetValues<AccessRole>() from unit in new[] { None, Some("XH-01") } select (role, unit))
        {
            var made = FreshKey.Of(role == AccessRole.Staff ? "wang.li" : "counter", role != AccessRole.Staff, role.AsRoles(), unit, None, DateTime.UnixEpoch);
            secrets.Add(made.Secret);
            keys.Add((await service.Part<KeyArchive>().OnFile(default)).Filed(made.Key));
        }

        Xunit.Assert.Null(await service.Part<IStore>().Commit(keys, default));
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 })
        {
            BaseAddress = service.Client.BaseAddress,
        };
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    public void Dispose() => client.Dispose();

    [Law(40)]
    public Property The_service_is_never_at_fault_and_what_it_refuses_changes_nothing() => Law.ForAll(Gen.Choose(0, int.MaxValue), async seed =>
    {
        var (random, routes) = (new Random(seed), service.Part<RouteTable>().All.ToList());
        for (var more = InARow; more > 0; more--)
        {
            var (call, before) = (HostileCall.Draw(random, routes, secrets), commits.Made);
            using var answer = await call.Send(client);
            var text = await answer.Content.ReadAsStringAsync();
            var status = (int)answer.StatusCode;
            Xunit.Assert.True(status < 500, $"{status} {ProblemShape.Short(text)}\n{call}");
            Xunit.Assert.True(status < 400 || commits.Made == before, $"{status}, and yet something was stored: {ProblemShape.Short(text)}\n{call}");
            Xunit.Assert.True(
                status < 400 || text.Length == 0 || ProblemShape.Flaw(text, status, answer.Headers.GetValues("X-Request-Id").Single(), null) is null,
                $"{status} {ProblemShape.Short(text)}\n{call}");
        }

        return true;
    });

    private Task<string> Put(string path, string body) => service.Client.Ask("PUT", path, body, headers: ("If-None-Match", "*"));

    /// <summary>How many units were stored, but for those of runs, which go on by themselves.</summary>
    private sealed class CommitCount
    {
        private int made;

        public int Made => Volatile.Read(ref made);

        public IStore Over(IStore store) => new Counting(store, this);

        private sealed class Counting(IStore inner, CommitCount count) : PassingStore(inner)
        {
            public override async ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
            {
                var conflict = await Inner.Commit(unit, ct);
                if (conflict is null && !unit.OfType<Write.Put>().Any(put => put.Table == Tables.Runs) && unit.Any(write => write is not Write.Moment))
                {
                    Interlocked.Increment(ref count.made);
                }

                return conflict;
            }
        }
    }
}
