using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kehu.Api;

/// <summary>Stops a start that would open the service to the network without a key. Until then the access guard lets nobody else in.</summary>
internal sealed class StartGuard(IServer server, AccessGuard guard) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Only now are the addresses known for certain, however they were configured.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken) =>
        Require(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [], await guard.IsClosed(cancellationToken));

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Require(ICollection<string> addresses, bool isClosed)
    {
        if (AccessGuard.StartAllowed(addresses, isClosed) is StartVerdict.Refused(var reason))
        {
            throw new InvalidOperationException($"{reason.En} / {reason.Zh}");
        }
    }
}
