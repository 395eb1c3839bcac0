using System.Diagnostics;

namespace Kehu.Bench;

/// <summary>Several ways to do the same work, timed in turn so that what else the machine does bears on all alike.</summary>
internal static class Turns
{
    public const int Rounds = 7;

    /// <summary>Seconds of every way in every round, after some rounds to warm up.</summary>
    public static double[][] Seconds(int warm, params Action[] ways)
    {
        var taken = ways.Select(_ => new double[Rounds]).ToArray();
        for (var round = -warm; round < Rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var start = Stopwatch.GetTimestamp();
                ways[way]();
                taken[way][Math.Max(0, round)] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        }

        return taken;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>The median of the pairs' ratios: how fast the second is as a share of the first.</summary>
    public static double Share(double[] first, double[] second) => Median(first.Zip(second, (one, other) => one / other));
}
