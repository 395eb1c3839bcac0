namespace Kehu.Properties.Standards;

/// <summary>The best of all assignments by trying them all: most in time, most late, then the earlier duties, then the earlier engagements.</summary>
internal static class BruteMatching
{
    public static int[] Best(int[][] inTime, int[][] late, int engagements)
    {
        var best = (Score: Array.Empty<int>(), By: Array.Empty<int>());
        var by = new int[inTime.Length];
        Try(0, 0);
        return best.By;

        void Try(int duty, int used)
        {
            if (duty == by.Length)
            {
                var score = Score();
                if (best.Score.Length == 0 || Above(score, best.Score))
                {
                    best = (score, [.. by]);
                }

                return;
            }

            by[duty] = -1;
            Try(duty + 1, used);
            foreach (var engagement in inTime[duty].Concat(late[duty]).Where(engagement => (used >> engagement & 1) == 0))
            {
                by[duty] = engagement;
                Try(duty + 1, used | 1 << engagement);
            }
        }

        int[] Score()
        {
            var status = by.Select((engagement, duty) => engagement < 0 ? 0 : inTime[duty].Contains(engagement) ? 2 : 1).ToArray();
            return [status.Count(one => one == 2), status.Count(one => one == 1), .. status, .. by.Select(engagement => engagement < 0 ? -engagements : -engagement)];
        }
    }

    private static bool Above(int[] one, int[] other) =>
        one.Zip(other).Where(pair => pair.Item1 != pair.Item2).Select(pair => pair.Item1 > pair.Item2).FirstOrDefault();
}
