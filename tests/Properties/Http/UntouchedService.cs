using Kehu.Shared;
using Xunit;

namespace Kehu.Properties.Http;

/// <summary>A running service with one customer on file, which must be as it was when the test ends.</summary>
public abstract class UntouchedService : IAsyncLifetime
{
    private RunningService service = null!;
    private string before = "";

    private protected RunningService Service => service;

    private protected HttpClient Client => service.Client;

    public async Task InitializeAsync()
    {
        service = await RunningService.Start();
        await Client.Import(HostileBodies.Record("5", "KEPT"));
        before = await Client.Export();
    }

    public async Task DisposeAsync()
    {
        var after = await Client.Export();
        await service.DisposeAsync();
        Assert.Equal(before, after);
    }
}
