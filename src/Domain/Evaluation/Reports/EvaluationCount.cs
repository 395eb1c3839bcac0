using System.Runtime.InteropServices;

namespace Kehu.Domain;

/// <summary>
/// Customers being counted for all measures over one or several periods: by one thread, used up by <see cref="Done"/>. Counts of the parts of
/// a portfolio, of whole customers each, add up to that of the whole in any order.
/// </summary>
/// <param name="book">The measures.</param>
/// <param name="periods">The periods.</param>
/// <param name="grouped">How many of the periods, from the first on, are counted unit by unit; of the others there is the whole alone.</param>
/// <param name="today">The day to which it is told what can still be done in time.</param>
/// <param name="now">The moment to which it is told of complaints.</param>
/// <param name="whose">Where a customer has to have belonged for what is counted; a move between classes is of where the customer belonged at the end.</param>
/// <param name="layers">Whether layers are told apart, and nothing else.</param>
public sealed class EvaluationCount(
    IndicatorBook book, Arr<EvaluatedDays> periods, int grouped, DateOnly today, DateTime now, UnitScope whose = default, bool layers = false)
{
    private readonly EvaluatedDays[] periods = [.. periods];
    private readonly Dictionary<CustomerUnit, Tally[]>[] cells = [.. periods.Map(_ => new Dictionary<CustomerUnit, Tally[]>())];
    private readonly Dictionary<(ClassStand From, ClassStand To), long>[] moves =
        [.. periods.Map(_ => new Dictionary<(ClassStand From, ClassStand To), long>())];

    /// <summary>How many units there are so far, over all periods: what bounds the memory.</summary>
    public int Units => cells.Sum(one => one.Count);

    /// <summary>Counts one customer more.</summary>
    public void Add(CustomerFile file)
    {
        var past = new CustomerPast(file, book.Basis);
        for (var at = 0; at < periods.Length; at++)
        {
            var view = new CustomerView(past, periods[at], today, now);
            var (unit, cell) = (default(CustomerUnit), default(Tally[]));
            foreach (var (measure, exactly, tally) in book.Of(view))
            {
                if (!whose.Has(exactly))
                {
                    continue;
                }

                var where = at >= grouped ? CustomerUnit.Anywhere : layers ? exactly.ByLayer() : exactly.ByPlace();
                if (cell is null || where != unit)
                {
                    (unit, cell) = (where, Cell(cells[at], where));
                }

                cell[measure] += tally;
            }

            foreach (var move in view.Move.Filter(_ => whose.Has(view.Unit)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(moves[at], move, out _)++;
            }
        }
    }

    /// <summary>Counts all customers of another part, which is not used any more.</summary>
    public void Add(EvaluationCount other)
    {
        for (var at = 0; at < periods.Length; at++)
        {
            foreach (var (unit, tallies) in other.cells[at])
            {
                var cell = Cell(cells[at], unit);
                for (var measure = 0; measure < tallies.Length; measure++)
                {
                    cell[measure] += tallies[measure];
                }
            }

            foreach (var (move, customers) in other.moves[at])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(moves[at], move, out _) += customers;
            }
        }
    }

    /// <summary>What was counted.</summary>
    public Evaluated Done() => new(book, new Arr<PeriodCount>(periods.Select((days, at) => new PeriodCount(
        days,
        new Arr<(CustomerUnit Unit, Arr<Tally> Tallies)>(cells[at].Select(cell => (cell.Key, new Arr<Tally>(cell.Value)))),
        new Arr<Migration>(moves[at].Select(move => new Migration(move.Key.From, move.Key.To, move.Value)))))));

    private Tally[] Cell(Dictionary<CustomerUnit, Tally[]> among, CustomerUnit unit)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(among, unit, out _);
        return cell ??= new Tally[book.Measures.Count];
    }
}
