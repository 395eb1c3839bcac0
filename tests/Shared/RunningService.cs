using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kehu.Shared;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;

    /// <summary>The day on which the tests happen: 2026-11-21, 10:00 at UTC+8.</summary>
    public static StandingClock OnTheDay() => new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);
}

/// <summary>The service as it is shipped, on a free loopback port over a store of its own, which both go with the test.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly EmbeddedStore store;
    private readonly WebApplication app;

    private RunningService(DirectoryInfo folder, EmbeddedStore store, WebApplication app, StandingClock clock)
    {
        (this.folder, this.store, this.app, Clock) = (folder, store, app, clock);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
    }

    public StandingClock Clock { get; }

    public HttpClient Client { get; }

    /// <summary>Where answers that a client does not take yet wait.</summary>
    public string Spills => Path.Combine(folder.FullName, "spills");

    /// <summary>Where its files are.</summary>
    public string Folder => folder.FullName;

    /// <summary>Everything the service answers to.</summary>
    public IReadOnlyList<Endpoint> Routes => app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>A part of the service.</summary>
    public T Part<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts it. Settings are those of the command line, such as <c>--Security:Key=…</c>; a setting given here wins.</summary>
    public static Task<RunningService> Start(params string[] settings) => Start(store => store, settings);

    /// <summary>Starts it over a store of a kind.</summary>
    public static Task<RunningService> Start(StoreKind kind) => Started(kind, store => store, []);

    /// <summary>Starts it over a store that is put before its own.</summary>
    public static Task<RunningService> Start(Func<IStore, IStore> before, params string[] settings) => Started(TestStore.Kind, before, settings);

    private static async Task<RunningService> Started(StoreKind kind, Func<IStore, IStore> before, string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("kehu-service-");
        try
        {
            return await Start(folder, kind, before, settings);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>A connection without a client between.</summary>
    public async Task<TcpClient> Connect()
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, Client.BaseAddress!.Port);
        return connection;
    }

    /// <summary>Everything on file, as lines.</summary>
    public Task<string> Export() => Client.GetStringAsync(new Uri("/v1/customers/export", UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await store.DisposeAsync();
        await Remove(folder);
    }

    /// <summary>What the service does by itself may end a little later, and still write a file beside the store.</summary>
    private static async Task Remove(DirectoryInfo folder)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (tries < 50)
            {
                await Task.Delay(20);
            }
        }
    }

    private static async Task<RunningService> Start(DirectoryInfo folder, StoreKind kind, Func<IStore, IStore> before, string[] settings)
    {
        var path = Path.Combine(folder.FullName, "kehu.db");
        var spills = folder.CreateSubdirectory("spills").FullName;
        string[] args =
        [
            "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--hostBuilder:reloadConfigOnChange=false", $"--Streams:SpillDirectory={spills}", .. settings,
        ];
        var store = EmbeddedStore.Open(path, Tables.Schema, kind).IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));
        var clock = StandingClock.OnTheDay();
        var app = Composition.Build(args, before(store), path, time: clock);
        try
        {
            await app.StartAsync();
            return new RunningService(folder, store, app, clock);
        }
        catch
        {
            await app.DisposeAsync();
            await store.DisposeAsync();
            throw;
        }
    }
}
