namespace Kehu.Store;

/// <summary>
/// Which records of a table units of work have touched since somebody last took them: so that whoever keeps something worked out of it knows what to read
/// again. At most so many; beyond, all that is known is that there were too many.
/// </summary>
internal sealed class TouchedRecords(string table, int most)
{
    private readonly Lock gate = new();
    private HashSet<string> ids = new(StringComparer.Ordinal);
    private bool listening;
    private bool tooMany;

    /// <summary>True where more were touched than are kept.</summary>
    public bool TooMany
    {
        get
        {
            lock (gate)
            {
                return tooMany;
            }
        }
    }

    /// <summary>Begins anew: what is read from now on is as it is.</summary>
    public void Begin()
    {
        lock (gate)
        {
            (ids, listening, tooMany) = (new(StringComparer.Ordinal), true, false);
        }
    }

    /// <summary>Nobody wants to know any more.</summary>
    public void End()
    {
        lock (gate)
        {
            (ids, listening, tooMany) = (new(StringComparer.Ordinal), false, false);
        }
    }

    /// <summary>Notes what a unit touches. Called when it is done, before whoever asked for it is told.</summary>
    public void Note(IReadOnlyList<Write> unit)
    {
        lock (gate)
        {
            for (var at = 0; listening && !tooMany && at < unit.Count; at++)
            {
                if (Id(unit[at]) is { } id)
                {
                    Add(id);
                }
            }
        }
    }

    /// <summary>What was touched, which is then forgotten; null where there were too many.</summary>
    public IReadOnlyCollection<string>? Take()
    {
        lock (gate)
        {
            if (tooMany)
            {
                return null;
            }

            var taken = ids;
            ids = taken.Count == 0 ? taken : new(StringComparer.Ordinal);
            return taken.Count == 0 ? [] : taken;
        }
    }

    /// <summary>What was taken and could not be read.</summary>
    public void GiveBack(IReadOnlyCollection<string> taken)
    {
        lock (gate)
        {
            foreach (var id in taken)
            {
                Add(id);
            }
        }
    }

    private void Add(string id)
    {
        if (!tooMany && ids.Add(id) && ids.Count > most)
        {
            (ids, tooMany) = (new(StringComparer.Ordinal), true);
        }
    }

    private string? Id(Write write) => write switch
    {
        Write.Put put => put.Table == table ? put.Id : null,
        Write.Place place => place.Table == table ? place.Id : null,
        Write.Delete delete => delete.Table == table ? delete.Id : null,
        Write.Expect or Write.ExpectRange or Write.ExpectIndexed or Write.Moment or Write.Append or Write.AppendLinked => null,
    };
}
