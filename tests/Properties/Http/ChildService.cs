using System.Collections.Concurrent;
using System.Diagnostics;
using Kehu.Properties.Drills;
using Kehu.Shared;

namespace Kehu.Properties.Http;

/// <summary>The built service as a process of its own, so that it can be killed. It listens on a free loopback port.</summary>
internal sealed class ChildService : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private int disposals;
    private readonly ConcurrentQueue<string> said;

    private ChildService(Process process, Uri address, ConcurrentQueue<string> said)
    {
        (this.process, this.said) = (process, said);
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = Bound };
    }

    public HttpClient Client { get; }

    /// <summary>The number of its process.</summary>
    public int Id => process.Id;

    /// <summary>The lines it has said since it listens.</summary>
    public IReadOnlyList<string> Said => [.. said];

    /// <summary>The same once it has said something like this, or the bound is over: what is logged comes behind what is answered.</summary>
    public async Task<IReadOnlyList<string>> SaidWith(string part)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!said.Any(line => line.Contains(part, StringComparison.Ordinal)) && TimeProvider.System.GetElapsedTime(begun) < Bound)
        {
            await Task.Delay(50);
        }

        return Said;
    }

    /// <summary>Starts it over a store and waits until it listens; with a small disk of its own if one is given.</summary>
    public static async Task<ChildService> Start(string store, SmallDisk? disk = null, params string[] settings)
    {
        var process = Begin(disk, ["--urls=http://127.0.0.1:0", $"--Store:Path={store}", .. Kind(store), .. settings]);
        try
        {
            using var bound = new CancellationTokenSource(Bound);
            const string Listening = "Now listening on: ";
            while (await process.StandardOutput.ReadLineAsync(bound.Token) is { } line)
            {
                if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                {
                    var said = new ConcurrentQueue<string>();
                    _ = Drain(process.StandardOutput, said);
                    _ = Drain(process.StandardError, said);
                    return new ChildService(process, new Uri(line[(at + Listening.Length)..].Trim()), said);
                }
            }

            throw new InvalidOperationException($"the service did not start: {await process.StandardError.ReadToEndAsync(bound.Token)}");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>The kind of a new store; one that is there keeps its own.</summary>
    private static string[] Kind(string store) => File.Exists(store) ? [] : [$"--Store:Kind={TestStore.Kind.Name}"];

    /// <summary>Runs a command of the program to its end: its exit code and all it said.</summary>
    public static Task<(int Code, string Said)> Run(params string[] args) => Run(null, args);

    /// <summary>The same with a small disk of its own.</summary>
    public static Task<(int Code, string Said)> Run(SmallDisk? disk, params string[] args) => Ended(Begin(disk, args));

    /// <summary>The same in a folder of its own, which names of files are relative to.</summary>
    public static Task<(int Code, string Said)> RunIn(string folder, params string[] args) => Ended(Begin(null, args, folder));

    private static async Task<(int Code, string Said)> Ended(Process begun)
    {
        using var process = begun;
        using var bound = new CancellationTokenSource(Bound);
        try
        {
            var (told, complained) = (process.StandardOutput.ReadToEndAsync(bound.Token), process.StandardError.ReadToEndAsync(bound.Token));
            await process.WaitForExitAsync(bound.Token);
            return (process.ExitCode, await told + await complained);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>Ends it at once, as a power cut would end it.</summary>
    public async Task Kill()
    {
        process.Kill();
        using var bound = new CancellationTokenSource(Bound);
        await process.WaitForExitAsync(bound.Token);
    }

    /// <summary>Asks it to end (SIGTERM) and gives its exit code.</summary>
    public async Task<int> Stop()
    {
        using var asking = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using var bound = new CancellationTokenSource(Bound);
        await asking.WaitForExitAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
        return process.ExitCode;
    }

    /// <summary>A second time it does nothing, so that what failed in between is what a test says.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposals, 1) != 0)
        {
            return;
        }

        Client.Dispose();
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }

    /// <summary>Reads on, so that the process never waits for a reader.</summary>
    private static async Task Drain(StreamReader output, ConcurrentQueue<string> said)
    {
        try
        {
            while (await output.ReadLineAsync() is { } line)
            {
                said.Enqueue(line);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return;
        }
    }

    private static Process Begin(SmallDisk? disk, string[] args, string folder = "")
    {
        string[] command = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", typeof(Composition).Assembly.Location, .. args];
        string[] whole = disk is null ? command : disk.Around(command);
        var start = new ProcessStartInfo(whole[0], whole[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        return Process.Start(start)!;
    }
}
