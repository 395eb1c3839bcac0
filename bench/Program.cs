using Kehu.Bench;

return args switch
{
    ["core", ..] => CoreBench.Run(),
    ["evidence", ..] => EvidenceBench.Run(),
    ["unknown", ..] => UnknownBench.Run(),
    ["sizes", ..] => SizeBench.Run(),
    ["bdn", .. var rest] => CoreBenchmarks.Run(rest),
    ["policies", ..] => PolicyBench.Run(),
    ["lines", .. var rest] => LinesBench.Run(rest),
    ["call", .. var rest] => await CallBench.Run(rest),
    ["import", .. var rest] => await ImportBench.Run(rest),
    ["parts", .. var rest] => await PartsBench.Run(rest),
    ["stream", .. var rest] => await StreamBench.Run(rest),
    ["peers", .. var rest] => PeerBench.Run(rest),
    ["serve", .. var rest] => await ServeBench.Run(rest),
    ["batch", .. var rest] => await BatchBench.Run(rest),
    ["duties", .. var rest] => await DutyBench.Run(rest),
    ["indicators", .. var rest] => await EvaluationBench.Run(rest),
    ["stores", .. var rest] => await StoreBench.Run(rest),
    ["power", .. var rest] => await PowerBench.Run(rest),
    ["run", .. var rest] => await RunBench.Run(rest),
    ["simulate", .. var rest] => await SimulationBench.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project bench -- core
               dotnet run -c Release --project bench -- evidence
               dotnet run -c Release --project bench -- unknown
               dotnet run -c Release --project bench -- sizes
               dotnet run -c Release --project bench -- bdn     [BenchmarkDotNet's arguments]
               dotnet run -c Release --project bench -- policies
               dotnet run -c Release --project bench -- lines COUNT     (a batch within the process)
               dotnet run -c Release --project bench -- call [COUNT]    (the main call within the process)
               dotnet run -c Release --project bench -- import LINES [ROUNDS]
               dotnet run -c Release --project bench -- parts CUSTOMERS [ROUNDS]
               dotnet run -c Release --project bench -- stream LINES [POLICIES|all ...]
               dotnet run -c Release --project bench -- peers [FOLDER [WORKLOAD]]  (first: npm install in bench/peers)
               dotnet run -c Release --project bench -- serve PORT      (then bench/http.sh PORT)
               dotnet run -c Release --project bench -- batch LINES [send-first]
               dotnet run -c Release --project bench -- duties SCALE    (1: the whole sample)
               dotnet run -c Release --project bench -- indicators SCALE [FOLDER to keep the store in [ROUNDS]]
               dotnet run -c Release --project bench -- stores litedb|sqlite SCALE
               dotnet run -c Release --project bench -- power write|check ...  (eng/trials/power.py)
               dotnet run -c Release --project bench -- run SCALE [POLICY]  (1: 550 000 customers)
               dotnet run -c Release --project bench -- simulate SCALE
        """);
    return 2;
}
