using System.Diagnostics;
using Kehu.Api;

namespace Kehu.Properties.Http;

/// <summary>The built service as a process of its own, so that it can be killed. It listens on a free loopback port.</summary>
internal sealed class ChildService : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly Process process;

    private ChildService(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = Bound };
    }

    public HttpClient Client { get; }

    /// <summary>Starts it over a store and waits until it listens.</summary>
    public static async Task<ChildService> Start(string store)
    {
        var process = Begin("--urls=http://127.0.0.1:0", $"--Store:Path={store}");
        try
        {
            using var bound = new CancellationTokenSource(Bound);
            const string Listening = "Now listening on: ";
            while (await process.StandardOutput.ReadLineAsync(bound.Token) is { } line)
            {
                if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                {
                    _ = Drain(process.StandardOutput);
                    _ = Drain(process.StandardError);
                    return new ChildService(process, new Uri(line[(at + Listening.Length)..].Trim()));
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

    /// <summary>Runs a command of the program to its end: its exit code and all it said.</summary>
    public static async Task<(int Code, string Said)> Run(params string[] args)
    {
        using var process = Begin(args);
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

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }

    /// <summary>Reads on, lest the process waits for a reader.</summary>
    private static Task Drain(StreamReader output) => output.BaseStream.CopyToAsync(Stream.Null).ContinueWith(static _ => { }, TaskScheduler.Default);

    private static Process Begin(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Composition).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return Process.Start(start)!;
    }
}
