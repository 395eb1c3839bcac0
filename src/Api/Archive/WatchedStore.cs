namespace Kehu.Api;

/// <summary>
/// A store that counts its commits, so that what was worked out of it can be told to be as it was, and tells which customers they touched. Simulations are
/// worked out of the others themselves and do not count, nor does what is noted of a change besides. Units that record a moment are let in by the
/// <see cref="Moments"/>; what becomes of readings and writings is kept as the store's health.
/// </summary>
internal sealed class WatchedStore(IStore store, Moments moments) : IStore
{
    /// <summary>How many touched customers are told one by one (house); of more, all are read again.</summary>
    public const int MostTouched = 20_000;

    private long commits;

    /// <summary>How many units have been asked for and done; the same number twice: nothing was written in between.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>The customers that units have touched.</summary>
    public TouchedRecords Touched { get; } = new(Tables.Customers, MostTouched);

    /// <summary>How often keys have been written.</summary>
    public WrittenTables Keys { get; } = new(Tables.Keys);

    /// <summary>How often the registers of units and staff have been written.</summary>
    public WrittenTables Organisation { get; } = new(Tables.Units, Tables.Staff, Tables.Outlets);

    /// <summary>How the store is.</summary>
    public StoreHealth Health { get; } = new();

    public ValueTask<T> Together<T>(Func<IReader, T> read, CancellationToken ct) => Observed(store.Together(read, ct), writing: false);

    public ValueTask<bool> Fold(CancellationToken ct) => Observed(store.Fold(ct), writing: false);

    /// <summary>How the store is, tried where that is not known.</summary>
    public ValueTask<StoreCondition> Look(CancellationToken ct) => Health.Look(Attempt, ct);

    /// <summary>
    /// Counted before it is done and after: a unit under way makes a number of its own. A unit whose moment has passed is in conflict:
    /// it is drafted again, with a later one.
    /// </summary>
    public async ValueTask<Conflict?> Commit(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        if (unit.OfType<Write.Moment>().FirstOrDefault() is not { At: var at })
        {
            return await Counted(unit, ct);
        }

        if (!moments.Begin(at, out var done))
        {
            return new Conflict("moments", "", at.Ticks, 0);
        }

        try
        {
            return await Counted(unit, ct);
        }
        finally
        {
            moments.End(done);
        }
    }

    /// <summary>Whoever opened the store closes it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<Conflict?> Counted(IReadOnlyList<Write> unit, CancellationToken ct)
    {
        var written = (Counts: !unit.All(IsDerived), Keys: Keys.IsIn(unit), Organisation: Organisation.IsIn(unit));
        Count(written);

        try
        {
            return await Observed(store.Commit(unit, ct), writing: true);
        }
        finally
        {
            Touched.Note(unit);
            Count(written);
        }
    }

    private void Count((bool Counts, bool Keys, bool Organisation) written)
    {
        if (written.Counts)
        {
            Interlocked.Increment(ref commits);
        }

        if (written.Keys)
        {
            Keys.Note();
        }

        if (written.Organisation)
        {
            Organisation.Note();
        }
    }

    /// <summary>Reads and writes what nobody has; the outcome is observed.</summary>
    private async Task Attempt()
    {
        try
        {
            _ = await this.Get(Tables.Customers, "-", CancellationToken.None);
            _ = await Commit([], CancellationToken.None);
        }
        catch (StoreException)
        {
        }
    }

    /// <summary>A unit that met a conflict was read and not written.</summary>
    private async ValueTask<T> Observed<T>(ValueTask<T> outcome, bool writing)
    {
        try
        {
            var result = await outcome;
            Health.Worked(writing && result is null);
            return result;
        }
        catch (StoreException fault)
        {
            Health.Failed(writing, fault);
            throw;
        }
    }

    private static bool IsDerived(Write write) => write switch
    {
        Write.Put put => IsDerived(put.Table),
        Write.Place place => IsDerived(place.Table),
        Write.Delete delete => IsDerived(delete.Table),
        Write.Append append => append.Log is Tables.Changes or Tables.Audit,
        Write.AppendLinked => false,
        Write.Expect or Write.ExpectRange or Write.ExpectIndexed or Write.Moment => true,
    };

    private static bool IsDerived(string table) => table is Tables.Simulations or Tables.Runs or Tables.Decisions or Tables.AuditTexts or Tables.Feeds;
}
