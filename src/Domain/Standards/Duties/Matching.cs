namespace Kehu.Domain;

/// <summary>
/// Duties of one kind and engagements, each in their order, brought together: every engagement does at most one duty. First as many as
/// possible are done in time, earlier duties first; beside those as many as possible late, earlier first; then every duty in turn has
/// the earliest engagement that leaves the rest as it is.
/// </summary>
/// <remarks>
/// The duties that can be done in time together are a matroid, and so are those that can be done late beside them; in the order of
/// duties both are exact, by augmenting paths. One more engagement never takes a duty out of either: it completes at most one
/// duty in time, whose tight neighbourhood leaves all other engagements to the duties that had them before.
/// </remarks>
internal sealed class Matching
{
    private const int Nobody = -1;

    private readonly int[][] edges;
    private readonly int[] taken;
    private readonly int[] holder;
    private readonly bool[] settled;
    private readonly int[] reachedFrom;
    private readonly int[] reachedIn;
    private int round;

    private Matching(int duties, int engagements)
    {
        edges = new int[duties][];
        taken = Filled(duties);
        holder = Filled(engagements);
        settled = new bool[engagements];
        reachedFrom = new int[engagements];
        reachedIn = new int[engagements];
    }

    /// <summary>For every duty the engagement that does it, in time or late; -1 where none does. Edges are engagements in order.</summary>
    public static int[] Best(int[][] inTime, int[][] late, int engagements)
    {
        var matching = new Matching(inTime.Length, engagements);
        matching.Place(inTime);
        matching.Place(late);
        matching.TakeEarliest();
        return matching.taken;
    }

    /// <summary>Places every duty that can be placed beside those already placed, which keep their edges.</summary>
    private void Place(int[][] over)
    {
        for (var duty = 0; duty < over.Length; duty++)
        {
            if (taken[duty] == Nobody)
            {
                edges[duty] = over[duty];
                if (!Augment(duty))
                {
                    edges[duty] = [];
                }
            }
        }
    }

    /// <summary>Finds the duty an engagement, moving others along a shortest path; false where there is none.</summary>
    private bool Augment(int duty)
    {
        round++;
        var queue = new Queue<int>();
        queue.Enqueue(duty);
        while (queue.TryDequeue(out var at))
        {
            foreach (var engagement in edges[at])
            {
                if (settled[engagement] || reachedIn[engagement] == round)
                {
                    continue;
                }

                (reachedIn[engagement], reachedFrom[engagement]) = (round, at);
                if (holder[engagement] == Nobody)
                {
                    Shift(engagement, duty);
                    return true;
                }

                queue.Enqueue(holder[engagement]);
            }
        }

        return false;
    }

    private void Shift(int engagement, int first)
    {
        while (true)
        {
            var duty = reachedFrom[engagement];
            var before = taken[duty];
            (taken[duty], holder[engagement]) = (engagement, duty);
            if (duty == first)
            {
                return;
            }

            engagement = before;
        }
    }

    private void TakeEarliest()
    {
        for (var duty = 0; duty < edges.Length; duty++)
        {
            if (taken[duty] != Nobody)
            {
                settled[edges[duty].First(engagement => !settled[engagement] && Has(duty, engagement))] = true;
            }
        }
    }

    /// <summary>Gives the duty the engagement, if whoever holds it can do without.</summary>
    private bool Has(int duty, int engagement)
    {
        var (before, other) = (taken[duty], holder[engagement]);
        if (before == engagement)
        {
            return true;
        }

        holder[before] = Nobody;
        (holder[engagement], taken[duty], settled[engagement]) = (duty, engagement, true);
        if (other == Nobody || Moves(other))
        {
            return true;
        }

        (holder[engagement], taken[duty], settled[engagement]) = (other, before, false);
        holder[before] = duty;
        return false;
    }

    /// <summary>Finds the duty another engagement than the one it lost.</summary>
    private bool Moves(int duty)
    {
        var lost = taken[duty];
        taken[duty] = Nobody;
        if (Augment(duty))
        {
            return true;
        }

        taken[duty] = lost;
        return false;
    }

    private static int[] Filled(int count)
    {
        var all = new int[count];
        System.Array.Fill(all, Nobody);
        return all;
    }
}
