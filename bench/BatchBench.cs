using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kehu.Bench;

/// <summary>A batch of 0.9 KB lines through a service of its own process: lines a second and the server's peak working set.</summary>
internal static class BatchBench
{
    private const int Port = 5097;

    public static async Task<int> Run(string[] args)
    {
        var lines = int.Parse(args.ElementAtOrDefault(0) ?? "550000", CultureInfo.InvariantCulture);
        var sendFirst = args.Contains("send-first");
        var folder = Directory.CreateTempSubdirectory("kehu-batch-");
        using var server = Process.Start(new ProcessStartInfo("dotnet", [typeof(Composition).Assembly.Location, "--urls", $"http://127.0.0.1:{Port}", "--Store:Path", Path.Combine(folder.FullName, "kehu.db")]) { RedirectStandardOutput = true })!;
        try
        {
            await Connected(Port);
            var start = Stopwatch.GetTimestamp();
            var (sent, answered) = await Exchange(Port, "/v1/classify/batch?asOf=2026-11-21&policies=activity,annual-volume-tier,corporate-relationship,enterprise-size,enterprise-type", "{\"customer\":", lines, sendFirst);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var peak = File.ReadLines($"/proc/{server.Id}/status").Single(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines} lines, {sent / 1e6:F0} MB in, {answered.Bytes / 1e6:F0} MB out, {answered.Lines} answers, {seconds:F1} s, {lines / seconds:F0} lines/s, {(sendFirst ? "all sent first" : "read while sending")}; {peak}"));
            return answered.Lines == lines ? 0 : 1;
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Sends lines and counts the answers that begin so.</summary>
    public static async Task<(long Sent, (long Bytes, long Lines) Answered)> Exchange(int port, string path, string beginning, int lines, bool sendFirst)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var stream = socket.GetStream();
        var length = Enumerable.Range(0, lines).Sum(i => (long)Encoding.UTF8.GetByteCount(Lines[i % Lines.Count]) + 1);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: {length}\r\n\r\n"));
        if (sendFirst)
        {
            var sent = await Send(stream, lines);
            return (sent, await Receive(stream, beginning));
        }

        var sending = Send(stream, lines);
        var received = await Receive(stream, beginning);
        return (await sending, received);
    }

    private static async Task<long> Send(NetworkStream stream, int lines)
    {
        var (sent, chunk) = (0L, new MemoryStream());
        for (var i = 0; i < lines; i++)
        {
            chunk.Write(Line(i));
            if (chunk.Length > 60_000 || i == lines - 1)
            {
                await stream.WriteAsync(chunk.GetBuffer().AsMemory(0, (int)chunk.Length));
                sent += chunk.Length;
                chunk.SetLength(0);
            }
        }

        return sent;
    }

    /// <summary>Counts the answers, each one line. The request is HTTP/1.0, so that the answer comes without chunk marks.</summary>
    private static async Task<(long Bytes, long Lines)> Receive(NetworkStream stream, string beginning)
    {
        var (bytes, answers) = (0L, 0L);
        var (buffer, filled, head, first) = (new byte[1 << 18], 0, true, Encoding.UTF8.GetBytes(beginning));
        while (await stream.ReadAsync(buffer.AsMemory(filled)) is > 0 and var read)
        {
            bytes += read;
            filled += read;
            var at = 0;
            while (buffer.AsSpan(at, filled - at).IndexOf((byte)'\n') is >= 0 and var length)
            {
                var line = buffer.AsSpan(at, length);
                answers += !head && line.StartsWith(first) && line[^1] == '}' ? 1 : 0;
                head &= length > 1;
                at += length + 1;
            }

            buffer.AsSpan(at, filled - at).CopyTo(buffer);
            filled -= at;
        }

        return (bytes, answers);
    }

    /// <summary>The i-th line, newline included.</summary>
    public static byte[] Line(int i) => Encoding.UTF8.GetBytes(Lines[i % Lines.Count].Replace("E-0000000", $"E-{i:D7}", StringComparison.Ordinal) + "\n");

    /// <summary>Lines of the sample portfolio's shape, about 0.95 KB each.</summary>
    public static IReadOnlyList<string> Samples => Lines;

    private static readonly List<string> Lines = [.. Written()];

    private static IEnumerable<string> Written()
    {
        var text = """{"id":"E-0000000","kind":"enterprise","asOf":"2026-11-20","outlet":"OUT-001","manager":"M-0001","name":"杭州云栖机械有限公司","contact":{"mobile":"13800000000","homeAddress":"浙江省杭州市西湖区文三路 100 号"},"preferences":{"marketingConsent":true},"facts":{"totalAssets":3200000,"deposits":1200000.50,"loans":800000,"annualTransactionVolume":9600000,"monthlyTransactions":12,"lastTransactionOn":"2026-11-02","customerSince":"2018-03-05","products":["corporate-ebanking","payroll","pos"],"industry":"industry","employees":EMP,"annualRevenue":REV,"bookAssets":42000000,"netProfit":1500000,"profitMargin":6.5,"industryMargin":5.1,"ownership":"private","countriesOfOperation":1,"sector":"company","market":"traditional","entityType":"other","strategicAgreement":false,"creditRating":"a","adverseRecord":false,"settlementShare":45,"averageDailyDeposits":900000,"usesEbanking":true,"payrollHeadcount":60,"payrollMonthly":400000}}""";
        for (var i = 0; i < 64; i++)
        {
            yield return text.Replace("EMP", $"{10 + (i * 17)}", StringComparison.Ordinal).Replace("REV", $"{1_000_000 + (i * 700_000)}", StringComparison.Ordinal);
        }
    }

    /// <summary>Waits until somebody listens.</summary>
    public static async Task Connected(int port)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new TimeoutException("the service did not start");
    }
}
