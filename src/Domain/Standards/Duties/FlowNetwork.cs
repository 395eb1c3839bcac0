namespace Kehu.Domain;

/// <summary>
/// What flows through a network of edges with room, by shortest augmenting paths. What a node has pushed stays pushed, if perhaps along other
/// edges; so pushing from one node after the other takes the first nodes first, and still as much altogether as there can be.
/// </summary>
internal sealed class FlowNetwork
{
    /// <summary>Room without a limit.</summary>
    public const int Boundless = int.MaxValue;

    private readonly List<List<int>> leaving = [];
    private readonly List<int> ends = [];
    private readonly List<int> room = [];
    private readonly List<int> reachedBy = [];
    private readonly List<int> reachedIn = [];
    private int round;

    /// <summary>One more node.</summary>
    public int Node()
    {
        leaving.Add([]);
        reachedBy.Add(0);
        reachedIn.Add(0);
        return leaving.Count - 1;
    }

    /// <summary>An edge with its way back, which is the edge beside it and has no room yet.</summary>
    public void Edge(int from, int to, int most)
    {
        leaving[from].Add(ends.Count);
        ends.Add(to);
        room.Add(most);
        leaving[to].Add(ends.Count);
        ends.Add(from);
        room.Add(0);
    }

    /// <summary>Pushes from a node to another as much as it can, up to so much; how much that was.</summary>
    public int Push(int from, int to, int most)
    {
        var pushed = 0;
        while (pushed < most && Reaches(from, to))
        {
            pushed += Along(from, to, most - pushed);
        }

        return pushed;
    }

    private bool Reaches(int from, int to)
    {
        round++;
        reachedIn[from] = round;
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var edge in leaving[at])
            {
                var next = ends[edge];
                if (room[edge] == 0 || reachedIn[next] == round)
                {
                    continue;
                }

                (reachedIn[next], reachedBy[next]) = (round, edge);
                if (next == to)
                {
                    return true;
                }

                queue.Enqueue(next);
            }
        }

        return false;
    }

    private int Along(int from, int to, int most)
    {
        var least = most;
        for (var at = to; at != from; at = ends[reachedBy[at] ^ 1])
        {
            least = Math.Min(least, room[reachedBy[at]]);
        }

        for (var at = to; at != from; at = ends[reachedBy[at] ^ 1])
        {
            room[reachedBy[at]] -= least;
            room[reachedBy[at] ^ 1] += least;
        }

        return least;
    }
}
