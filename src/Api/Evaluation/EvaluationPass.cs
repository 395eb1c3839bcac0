using System.Threading.Channels;
using LanguageExt;
using Channel = System.Threading.Channels.Channel;

namespace Kehu.Api;

/// <summary>Whose figures are wanted, over which periods: the first ones by unit, the others as a whole.</summary>
internal sealed record EvaluationQuery(UnitScope Whose, Arr<EvaluatedDays> Periods, int Grouped)
{
    /// <summary>Whether layers are told apart in place of outlets, managers and classes, lest there be as many more units.</summary>
    public bool Layers { get; init; }
}

/// <summary>
/// One pass over customers with all their events: read in order by one task, counted in portions by as many as there are processors, each for itself, and
/// added up at the end. Memory is bounded by the portions under way and by the units told apart.
/// </summary>
internal sealed class EvaluationPass(FileWalk walk)
{
    /// <summary>The most units of all periods that are told apart (house), some three kilobytes each.</summary>
    public const int MostUnits = 20_000;

    /// <summary>The most lost customers that are told by name (house).</summary>
    public const int MostLost = 10_000;

    private const int PortionFiles = 256;

    private const long PortionBytes = 4 << 20;

    /// <summary>Counts; none where there is too much to tell apart.</summary>
    public async ValueTask<Option<Evaluated>> Count(
        AccessScope sees, EvaluationQuery query, IndicatorBook book, DateOnly today, DateTime now, CancellationToken ct)
    {
        var (first, last) = (query.Periods.Min(one => one.Days.From), query.Periods.Max(one => one.Days.To));
        var (days, files) = (new DateRange(first, last), walk.Of(sees, query.Whose, book.Needs(), ct));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var portions = Channel.CreateBounded<List<CustomerRows>>(new BoundedChannelOptions(Environment.ProcessorCount) { SingleWriter = true });
        var counting = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Run(() => Counted(portions.Reader, query, book, today, now, days, stop), CancellationToken.None))
            .ToList();
        try
        {
            await Feed(files, portions.Writer, stop.Token);
        }
        catch
        {
            // Nobody counts on after the pass has ended: what they share is disposed of with it.
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(counting)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        var counts = await Task.WhenAll(counting);
        ct.ThrowIfCancellationRequested();
        var whole = counts[0];
        foreach (var part in counts.Skip(1))
        {
            whole.Add(part);
        }

        return whole.Units > MostUnits ? Prelude.None : whole.Done();
    }

    /// <summary>
    /// The wealthy customers lost over some days, by id, of those who belonged to the scope before; none where there are more of them than are told.
    /// </summary>
    public async ValueTask<Option<Arr<LostCustomer>>> Lost(
        AccessScope sees, UnitScope whose, EvaluatedDays days, EvaluationBasis basis, DateOnly today, DateTime now, CancellationToken ct)
    {
        var found = new List<LostCustomer>();
        await foreach (var rows in walk.Of(sees, whose, FileParts.None, ct))
        {
            if (rows.ToFile(walk.Facts, days.Days) is { } file)
            {
                LostCustomer.Of(new CustomerView(new CustomerPast(file, basis), days, today, now)).Filter(lost => whose.Has(lost.Unit)).IfSome(found.Add);
            }

            if (found.Count > MostLost)
            {
                return Prelude.None;
            }
        }

        return new Arr<LostCustomer>(found);
    }

    /// <summary>Hands out the customers in portions; a reader or counter that fails ends all.</summary>
    private static async Task Feed(IAsyncEnumerable<CustomerRows> files, ChannelWriter<List<CustomerRows>> portions, CancellationToken stop)
    {
        try
        {
            var (portion, bytes) = (new List<CustomerRows>(PortionFiles), 0L);
            await foreach (var rows in files.WithCancellation(stop))
            {
                portion.Add(rows);
                bytes += rows.Bytes;
                if (portion.Count == PortionFiles || bytes > PortionBytes)
                {
                    await portions.WriteAsync(portion, stop);
                    (portion, bytes) = (new List<CustomerRows>(PortionFiles), 0);
                }
            }

            await portions.WriteAsync(portion, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // A counter has stopped the pass and says why, or the caller has gone.
        }
        finally
        {
            portions.Complete();
        }
    }

    private async Task<EvaluationCount> Counted(
        ChannelReader<List<CustomerRows>> portions, EvaluationQuery query, IndicatorBook book, DateOnly today, DateTime now, DateRange days,
        CancellationTokenSource stop)
    {
        var count = new EvaluationCount(book, query.Periods, query.Grouped, today, now, query.Whose, query.Layers);
        try
        {
            await foreach (var portion in portions.ReadAllAsync())
            {
                foreach (var rows in stop.IsCancellationRequested ? [] : portion)
                {
                    if (rows.ToFile(walk.Facts, days) is { } file && count.Units <= MostUnits)
                    {
                        count.Add(file);
                    }
                }

                if (count.Units > MostUnits)
                {
                    await stop.CancelAsync();
                }
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }

        return count;
    }
}
