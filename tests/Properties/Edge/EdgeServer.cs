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

    private EdgeServer(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = new("http://localhost");

    public HttpClient Client { get; } = new();

    public static async Task<EdgeServer> Start(Action<IEndpointRouteBuilder> routes, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddEdge();
        var server = new EdgeServer(builder.Build());
        server.app.UseEdge([]);
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
    }
}
