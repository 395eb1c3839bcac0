using System.Net.Sockets;
using System.Text;
using Kehu.Shared;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kehu.Properties.Http;

/// <summary>A few imports run, some wait without having read anything, and no more are taken on.</summary>
public sealed class ImportTurnsTests
{
    private const int All = ImportTurns.AtATime + ImportTurns.MostWaiting;

    [Xunit.Fact]
    public async Task A_few_run_some_wait_others_are_to_ask_again_and_whoever_goes_leaves_the_queue()
    {
        using var turns = new ImportTurns();
        using var gone = new CancellationTokenSource();
        var (held, begun) = (new TaskCompletionSource(), 0);
        async Task<IResult> Import()
        {
            Interlocked.Increment(ref begun);
            await held.Task;
            return Results.Ok();
        }

        var asked = Enumerable.Range(0, All - 1).Select(_ => turns.Run(Import, default)).ToList();
        var leaving = turns.Run(Import, gone.Token);
        Assert.Equal((ImportTurns.AtATime, All), (begun, turns.Inside));
        Assert.Equal("import.busy", Assert.IsType<Problem>(await turns.Run(Import, default)).Faults.Single().Code);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        asked.Add(turns.Run(Import, default));
        held.SetResult();
        Assert.All(await Task.WhenAll(asked), answer => Assert.IsNotType<Problem>(answer));
        Assert.Equal((All, 0), (begun, turns.Inside));
    }

    [Xunit.Fact]
    public async Task Imports_of_customers_and_of_events_share_the_turns_over_http()
    {
        await using var service = await RunningService.Start();
        var connections = new List<TcpClient>();
        try
        {
            for (var i = 0; i < All; i++)
            {
                connections.Add(await Begin(service, i % 2 == 0 ? "customers" : "engagements"));
            }

            await Reached(service, All);
            using var refused = await service.Client.Send("POST", "/v1/customers/import", Asking.Content([], Asking.Ndjson));
            Assert.Equal((429, "10"), ((int)refused.StatusCode, refused.Headers.GetValues("Retry-After").Single()));
            Assert.Contains("\"code\":\"import.busy\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

            connections[^1].LingerState = new LingerOption(true, 0);
            connections[^1].Dispose();
            await Reached(service, All - 1);
            connections[^1] = await Begin(service, "customers");
            await Reached(service, All);
            foreach (var connection in connections)
            {
                await connection.GetStream().WriteAsync("0\r\n\r\n"u8.ToArray());
            }

            foreach (var connection in connections)
            {
                using var reader = new StreamReader(connection.GetStream(), Encoding.UTF8);
                Assert.StartsWith("HTTP/1.1 200", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
            }

            Assert.Equal(1, (await service.Client.Import(HostileBodies.Record("5"))).Created);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    /// <summary>Begins an import that sends no line yet.</summary>
    private static async Task<TcpClient> Begin(RunningService service, string what)
    {
        var connection = await service.Connect();
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/{what}/import HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"));
        return connection;
    }

    /// <summary>Waits until so many run or wait.</summary>
    private static async Task Reached(RunningService service, int inside)
    {
        var turns = service.Part<ImportTurns>();
        for (var tries = 0; turns.Inside != inside && tries < 300; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(inside, turns.Inside);
    }
}
