using System.Diagnostics;
using System.Globalization;
using LanguageExt;

namespace Kehu.Bench;

/// <summary>
/// For every shipped policy: what it costs to compile and check it, and how large its diagram would be under other orders of variables.
/// </summary>
internal static class PolicyBench
{
    private const int Runs = 20;

    private static readonly DateOnly AsOf = new(2026, 11, 21);

    public static int Run()
    {
        Console.WriteLine("policy                     kind        nodes  first mention  choices first  by name  reversed  compile ms  compile+check ms");
        foreach (var policy in ShippedPolicies.All.Policies)
        {
            var (compile, check) = (Median(() => Compile(policy)), Median(() => { Compile(policy); _ = policy.Check(ShippedPolicies.All, AsOf, Budget.Standard); }));
            foreach (var scope in policy.Scopes)
            {
                var mentioned = policy.Quantities(scope.Kind, ShippedPolicies.All);
                var sizes = new[]
                {
                    mentioned, mentioned.ChoicesFirst(),
                    new Arr<Quantity>(mentioned.OrderBy(quantity => quantity.Name, StringComparer.Ordinal)),
                    new Arr<Quantity>(mentioned.Reverse()),
                }.Select(order => policy.Compile(scope.Kind, ShippedPolicies.All, Budget.Standard, order).Diagram.Match(Some: diagram => diagram.NodeCount, None: () => -1)).ToArray();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{policy.Id,-25}  {scope.Kind.Code(),-10}  {Math.Min(sizes[0], sizes[1]),5}  {sizes[0],13}  {sizes[1],13}  {sizes[2],7}  {sizes[3],8}  {compile,10:F2}  {check,16:F2}"));
            }
        }

        return 0;
    }

    private static void Compile(Policy policy)
    {
        foreach (var scope in policy.Scopes)
        {
            _ = policy.Compile(scope.Kind, ShippedPolicies.All, Budget.Standard);
        }
    }

    /// <summary>The median of the runs after five to warm up, in milliseconds.</summary>
    private static double Median(Action work)
    {
        var times = new List<double>();
        for (var run = -5; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            if (run >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        return (times[(Runs / 2) - 1] + times[Runs / 2]) / 2;
    }
}
