using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LanguageExt;

namespace Kehu.Bench;

/// <summary>
/// Rule engines from npm on the three workloads, with the same rules and the same answers, in turn with ours: decisions per second of processor
/// time, medians of the rounds. First <c>npm install</c> in bench/peers; what it reads is written to bench/peers/data.
/// </summary>
internal static class PeerBench
{
    private const int Customers = 20_000;
    private const int Batch = 1_000;
    private const int Milliseconds = 250;

    private static readonly (string Name, string Script)[] Engines = [("json-rules-engine", "jre"), ("@gorules/zen-engine", "zen")];

    public static int Run(string[] args)
    {
        var scripts = Path.GetFullPath(args.ElementAtOrDefault(0) ?? "bench/peers");
        Directory.CreateDirectory(Path.Combine(scripts, "data"));
        Console.WriteLine("workload                engine               best mode                                       peer k/s  ours M/s  times  with evidence M/s  times  wrong");
        foreach (var workload in Workload.All.Where(workload => args.Length < 2 || args[1] == workload.Name))
        {
            var data = Path.Combine(scripts, "data", $"{workload.Name}.json");
            File.WriteAllText(data, ToJson(workload).ToJsonString());
            foreach (var (name, script) in Engines)
            {
                Compare(workload, name, Path.Combine(scripts, "peer.mjs"), script, data);
            }
        }

        return 0;
    }

    private static void Compare(Workload workload, string name, string script, string engine, string data)
    {
        using var peer = Process.Start(new ProcessStartInfo("node", [script, engine, data]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var wrong = JsonNode.Parse(peer.StandardOutput.ReadLine()!)!.AsObject().ToDictionary(mode => mode.Key, mode => (int)mode.Value!);
        var tried = wrong.Keys.ToDictionary(mode => mode, mode => { Peer(peer, mode); return Paired.Median([Peer(peer, mode), Peer(peer, mode), Peer(peer, mode)]); });
        foreach (var (mode, rate) in tried)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {workload.Name}, {name}, {mode}: {rate / 1e3:F1} k/s, {wrong[mode]} wrong"));
        }

        var best = tried.MaxBy(mode => mode.Value).Key;
        var (theirs, ours, explained) = (new List<double>(), new List<double>(), new List<double>());
        Ours(workload);
        Explained(workload);
        for (var round = 0; round < Paired.Rounds; round++)
        {
            theirs.Add(Peer(peer, best));
            ours.Add(Ours(workload));
            explained.Add(Explained(workload));
        }

        peer.StandardInput.Close();
        peer.WaitForExit();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{workload.Name,-22}  {name,-19}  {best,-46}  {Paired.Median(theirs) / 1e3,8:F1}  {Paired.Median(ours) / 1e6,8:F1}  {Paired.Ratio(ours, theirs),5:F0}  {Paired.Median(explained) / 1e6,17:F2}  {Paired.Ratio(explained, theirs),5:F0}  {wrong[best],5}"));
    }

    private static double Peer(Process peer, string mode)
    {
        peer.StandardInput.WriteLine(JsonSerializer.Serialize(new JsonArray(mode, Milliseconds)));
        peer.StandardInput.Flush();
        return double.Parse(peer.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    private static double Ours(Workload workload)
    {
        var outcomes = new byte[Batch];
        return Rate(at => workload.Diagram.Decide(workload.Rows.AsSpan(at * workload.Width, Batch * workload.Width), outcomes));
    }

    private static double Explained(Workload workload)
    {
        var (plan, outcomes) = (workload.Policy.PlanOf(workload.Kind), new byte[Batch]);
        return Rate(at => EvidenceBench.Ours(workload, plan, at, outcomes));
    }

    /// <summary>Decisions per second of this process's processor time.</summary>
    private static double Rate(Action<int> batch)
    {
        var (start, decided, used) = (Used(), 0L, 0.0);
        do
        {
            for (var at = 0; at < Workload.Customers; at += Batch)
            {
                batch(at);
            }

            decided += Workload.Customers;
            used = Used() - start;
        }
        while (used < Milliseconds / 1e3);
        return decided / used;
    }

    private static double Used() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    /// <summary>The rules, the customers by the names of the readings, and the class of each by hand-written code.</summary>
    private static JsonObject ToJson(Workload workload)
    {
        var outcomes = new byte[Customers];
        workload.Hand(workload.Rows.AsSpan(0, Customers * workload.Width), outcomes);
        var classes = workload.Policy.Policy.Classes;
        return new JsonObject
        {
            ["rules"] = new PeerRules(workload.Policy.Policy, workload.Policy.Policies).ToJson(),
            ["customers"] = new JsonArray([.. Enumerable.Range(0, Customers).Select(customer => Customer(workload, customer))]),
            ["expected"] = new JsonArray([.. outcomes.Select(outcome => (JsonNode)classes[outcome].Code.Value)]),
        };
    }

    private static JsonObject Customer(Workload workload, int customer) => new(workload.Diagram.Variables.Select((variable, place) =>
        KeyValuePair.Create(variable.Name, (JsonNode?)Value(variable, workload.Rows[(customer * workload.Width) + place]))));

    private static JsonNode Value(Quantity quantity, long value) => quantity switch
    {
        Quantity.Of(Fact.Flag) or Quantity.Holding => value == 1,
        Quantity.Of(Fact.Choice or Fact.Grade) and Quantity.Of(var fact) => fact.Members[(int)value].Code,
        Quantity.Of or Quantity.By => value,
    };
}
