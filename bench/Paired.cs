using System.Diagnostics;

namespace Kehu.Bench;

/// <summary>Several ways of doing the same work, timed in turn, so that what else the machine does falls on all of them alike.</summary>
internal static class Paired
{
    public const int Rounds = 15;
    private const int WarmUp = 4;

    /// <summary>The seconds of every way in every round, after some to warm up.</summary>
    public static List<double>[] Times(params Action[] ways)
    {
        var times = ways.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds + WarmUp; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var seconds = Seconds(ways[way]);
                if (round >= WarmUp)
                {
                    times[way].Add(seconds);
                }
            }
        }

        return times;
    }

    /// <summary>The median over the rounds of what one way takes of another's time.</summary>
    public static double Ratio(List<double> way, List<double> against) => Median([.. way.Zip(against, (mine, other) => mine / other)]);

    public static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    public static double Seconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
