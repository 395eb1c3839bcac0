using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kehu.Properties.Edge;

/// <summary>A real server on a free loopback port, with the edge and the routes of one test.</summary>
internal sealed class EdgeServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly EmbeddedStore store;
    private readonly DirectoryInfo folder;

    private EdgeServer(WebApplication app, EmbeddedStore store, DirectoryInfo folder) => (this.app, this.store, this.folder) = (app, store, folder);

    public Uri Address { get; private set; } = new("http://localhost");

    public HttpClient Client { get; } = new();

    public static async Task<EdgeServer> Start(Action<IEndpointRouteBuilder> routes, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddEdge();
        var access = AccessSettings.From(builder.Configuration).IfFail(faults => throw SettingFault.Stopped(faults));
        var folder = Directory.CreateTempSubdirectory("kehu-edge-");
        var path = Path.Combine(folder.FullName, "kehu.db");
        var store = EmbeddedStore.Open(path, Tables.Schema).IfLeft(() => throw new InvalidOperationException("the store opens"));
        builder.Services.AddSingleton(new WatchedStore(store, new Moments(TimeProvider.System, null)));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddAccess(access, path, TimeProvider.System);
        var server = new EdgeServer(builder.Build(), store, folder);
        server.app.UseEdge([]);
        server.app.UseRouting();
        CallerHandler.Use(server.app);
        AccessNeed.Use(server.app);
        routes(server.app);
        await server.app.StartAsync();
        server.Address = new Uri(server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        server.Client.BaseAddress = server.Address;
        return server;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
