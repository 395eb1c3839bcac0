using System.Diagnostics;
using System.Globalization;

namespace Kehu.Bench;

/// <summary>
/// The batch over HTTP against lines that are only parsed and written again by source-generated System.Text.Json, behind the same middleware with
/// the same reader of lines, the same writer and as many workers; in turn, from a server of its own process. Started under
/// <c>taskset -c 0</c> both sides have one processor.
/// </summary>
internal static class StreamBench
{
    private const int Port = 5098;

    public static async Task<int> Run(string[] args)
    {
        var lines = int.Parse(args.ElementAtOrDefault(0) ?? "100000", CultureInfo.InvariantCulture);
        string[] sets = args.Length > 1 ? args[1..] : ["activity,enterprise-size,enterprise-type", "corporate-relationship,enterprise-size,enterprise-type"];
        using var server = Process.Start(new ProcessStartInfo("dotnet", [typeof(StreamBench).Assembly.Location, "serve", Port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        try
        {
            await BatchBench.Connected(Port);
            foreach (var set in sets)
            {
                await Compare(server, lines, set);
            }

            Console.WriteLine(File.ReadLines($"/proc/{server.Id}/status").Single(line => line.StartsWith("VmHWM", StringComparison.Ordinal)));
            return 0;
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task Compare(Process server, int lines, string policies)
    {
        var batch = policies == "all" ? "/v1/classify/batch?asOf=2026-11-21" : $"/v1/classify/batch?asOf=2026-11-21&policies={policies}";
        var (shares, costs) = (new List<double>(), new List<double>());
        Console.WriteLine($"{policies}: {lines} lines on {Environment.ProcessorCount} processors");
        for (var round = -1; round < Turns.Rounds; round++)
        {
            var plain = await Measured(server, lines, "/bench/lines", "{\"id\":");
            var ours = await Measured(server, lines, batch, "{\"customer\":");
            if (round >= 0)
            {
                shares.Add(plain.Seconds / ours.Seconds);
                costs.Add(plain.Processor / ours.Processor);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  plain {lines / plain.Seconds,8:F0}/s  batch {lines / ours.Seconds,8:F0}/s  share {shares[^1]:F2}   server's processor time a line {plain.Processor / lines * 1e6,5:F1} and {ours.Processor / lines * 1e6,5:F1} us  share {costs[^1]:F2}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  median share {Turns.Median(shares):F2}, of processor time {Turns.Median(costs):F2}"));
    }

    private static async Task<(double Seconds, double Processor)> Measured(Process server, int lines, string path, string beginning)
    {
        server.Refresh();
        var (start, before) = (Stopwatch.GetTimestamp(), server.TotalProcessorTime);
        var (_, answered) = await BatchBench.Exchange(Port, path, beginning, lines, sendFirst: false);
        server.Refresh();
        return answered.Lines == lines
            ? (Stopwatch.GetElapsedTime(start).TotalSeconds, (server.TotalProcessorTime - before).TotalSeconds)
            : throw new InvalidOperationException($"{answered.Lines} answers to {lines} lines");
    }
}
