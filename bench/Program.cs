using Kehu.Bench;

return args switch
{
    ["core", ..] => CoreBench.Run(),
    ["policies", ..] => PolicyBench.Run(),
    ["serve", .. var rest] => await ServeBench.Run(rest),
    ["batch", .. var rest] => await BatchBench.Run(rest),
    ["duties", .. var rest] => await DutyBench.Run(rest),
    ["indicators", .. var rest] => await EvaluationBench.Run(rest),
    ["simulate", .. var rest] => await SimulationBench.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project bench -- core
               dotnet run -c Release --project bench -- policies
               dotnet run -c Release --project bench -- serve PORT      (then bench/http.sh PORT)
               dotnet run -c Release --project bench -- batch LINES [send-first]
               dotnet run -c Release --project bench -- duties SCALE    (1: the whole sample)
               dotnet run -c Release --project bench -- indicators SCALE [FOLDER to keep the store in]
               dotnet run -c Release --project bench -- simulate SCALE
        """);
    return 2;
}
