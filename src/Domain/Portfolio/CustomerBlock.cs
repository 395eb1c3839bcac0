using System.Text;

namespace Kehu.Domain;

/// <summary>
/// Some thousand customers of one kind by id, column by column: what a pass over a bank reads without touching anything else. Facts are kept as they are on
/// file, and as rules read them where that is something else (<see cref="KnownFacts.Completed"/>). Immutable.
/// </summary>
public sealed class CustomerBlock
{
    /// <summary>The most customers of a block (house): few enough that writing one anew costs milliseconds.</summary>
    public const int Most = 4_096;

    private readonly FactCatalogue catalogue;
    private readonly Column[] filed;
    private readonly Column[] read;
    private readonly Column asOf;
    private readonly Column outletAt;
    private readonly string[] outlets;
    private readonly byte[] ids;
    private readonly Column idEnds;

    private CustomerBlock(
        FactCatalogue catalogue, CustomerKind kind, int count, Column[] filed, Column[] read, Column asOf, Column outletAt,
        string[] outlets, byte[] ids, Column idEnds, PortfolioHash hash, DateOnly latest)
    {
        (this.catalogue, Kind, Count, this.filed, this.read, this.asOf, this.outletAt) = (catalogue, kind, count, filed, read, asOf, outletAt);
        (this.outlets, this.ids, this.idEnds, Hash, Latest) = (outlets, ids, idEnds, hash, latest);
        var apart = read.Where((column, place) => !ReferenceEquals(column, filed[place]));
        Bytes = filed.Concat(apart).Append(asOf).Append(outletAt).Append(idEnds).Sum(column => column.Bytes)
            + ids.Length + ((filed.Length + read.Length + outlets.Length) * IntPtr.Size) + Overhead;
    }

    private const int Overhead = 256;

    /// <summary>What all its customers are.</summary>
    public CustomerKind Kind { get; }

    /// <summary>How many customers there are, at least one.</summary>
    public int Count { get; }

    /// <summary>The content hash of its customers.</summary>
    public PortfolioHash Hash { get; }

    /// <summary>The latest date of a record.</summary>
    public DateOnly Latest { get; }

    /// <summary>The bytes that it takes, but for the texts of outlets, which blocks share.</summary>
    public long Bytes { get; }

    /// <summary>The outlets of its customers, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Outlets => outlets;

    /// <summary>The first id.</summary>
    public string First => IdOf(0);

    /// <summary>
    /// The block of some customers of a kind, by id in ordinal order, each once, with a column for every fact of a catalogue.
    /// <paramref name="shared"/> gives the one text of an outlet's code.
    /// </summary>
    public static CustomerBlock Of(FactCatalogue catalogue, CustomerKind kind, IReadOnlyList<PortfolioCustomer> customers, Func<string, string> shared)
    {
        var (count, hash) = (customers.Count, PortfolioHash.Zero);
        string[] outlets = [.. customers.Select(customer => customer.Outlet).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(shared)];
        foreach (var customer in customers)
        {
            hash += PortfolioHash.Of(customer);
        }

        var (filed, read) = Facts(catalogue, customers);
        var (ids, ends) = (new MemoryStream(), new long[count]);
        for (var row = 0; row < count; row++)
        {
            ids.Write(Encoding.UTF8.GetBytes(customers[row].Id));
            ends[row] = ids.Length;
        }

        return new CustomerBlock(
            catalogue,
            kind,
            count,
            filed,
            read,
            All([.. customers.Select(customer => (long)customer.AsOf.DayNumber)]),
            All([.. customers.Select(customer => (long)System.Array.BinarySearch(outlets, customer.Outlet, StringComparer.Ordinal))]),
            outlets,
            ids.ToArray(),
            All(ends),
            hash,
            customers.Max(customer => customer.AsOf));
    }

    /// <summary>The id of a row.</summary>
    public string IdOf(int row) => Encoding.UTF8.GetString(Id(row));

    /// <summary>The place of a row's outlet in <see cref="Outlets"/>.</summary>
    public int OutletOf(int row) => (int)outletAt[row];

    /// <summary>The row of an id; negative where there is none.</summary>
    public int Find(string id)
    {
        Span<byte> wanted = stackalloc byte[Encoding.UTF8.GetMaxByteCount(id.Length)];
        wanted = wanted[..Encoding.UTF8.GetBytes(id, wanted)];
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Id(middle).SequenceCompareTo(wanted);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>Whether the id of a row comes before another.</summary>
    internal bool IsBefore(int row, string id)
    {
        var own = Id(row);
        for (var at = 0; at < own.Length && at < id.Length; at++)
        {
            if (own[at] != id[at])
            {
                return own[at] < id[at];
            }
        }

        return own.Length < id.Length;
    }

    /// <summary>The customer of a row.</summary>
    public PortfolioCustomer this[int row]
    {
        get
        {
            var facts = new KnownFacts.Draft(catalogue);
            for (var place = 0; place < filed.Length; place++)
            {
                if (filed[place].TryGet(row, out var value))
                {
                    facts.Set(place, value);
                }
            }

            return new PortfolioCustomer(IdOf(row), DateOnly.FromDayNumber((int)asOf[row]), outlets[OutletOf(row)], new Customer(Kind, facts.Done()));
        }
    }

    /// <summary>The content hash of the customers of the outlets that are asked for.</summary>
    public PortfolioHash HashOf(OutletsAsked asked)
    {
        var (wanted, hash) = (Wanted(asked), PortfolioHash.Zero);
        for (var row = 0; wanted.Contains(true) && row < Count; row++)
        {
            hash += wanted[OutletOf(row)] ? PortfolioHash.Of(this[row]) : PortfolioHash.Zero;
        }

        return hash;
    }

    /// <summary>The ids of the customers whose record is of a later date.</summary>
    public IEnumerable<string> LaterThan(DateOnly date) => Enumerable.Range(0, Count).Where(row => asOf[row] > date.DayNumber).Select(IdOf);

    /// <summary>Which of <see cref="Outlets"/> are asked for, place by place; all where none are named.</summary>
    internal bool[] Wanted(Option<OutletsAsked> asked) => [.. outlets.Select(outlet => asked.ForAll(some => some.Has(outlet)))];

    /// <summary>All customers, by id.</summary>
    public IEnumerable<PortfolioCustomer> Customers => Enumerable.Range(0, Count).Select(row => this[row]);

    /// <summary>A fact as rules read it, by its place in the catalogue.</summary>
    internal Column Read(int place) => read[place];

    private ReadOnlySpan<byte> Id(int row)
    {
        var from = row == 0 ? 0 : (int)idEnds[row - 1];
        return ids.AsSpan(from, (int)idEnds[row] - from);
    }

    /// <summary>The columns of all facts as they are on file and as they are read; the same object where that is the same.</summary>
    private static (Column[] Filed, Column[] Read) Facts(FactCatalogue catalogue, IReadOnlyList<PortfolioCustomer> customers)
    {
        var (own, completed, differ) = (new KnownFacts[customers.Count], new KnownFacts[customers.Count], false);
        for (var row = 0; row < own.Length; row++)
        {
            own[row] = customers[row].Customer.Facts;
            completed[row] = own[row].Completed();
            differ |= !ReferenceEquals(completed[row], own[row]);
        }

        var (values, known) = (new long[own.Length], new ulong[Bits.Words(own.Length)]);
        var (filed, read) = (new Column[catalogue.Count], new Column[catalogue.Count]);
        for (var place = 0; place < filed.Length; place++)
        {
            filed[place] = Along(own, place);
            read[place] = differ && Completing.Contains(place) ? Along(completed, place) : filed[place];
        }

        return (filed, read);

        Column Along(KnownFacts[] facts, int place)
        {
            known.AsSpan().Clear();
            for (var row = 0; row < facts.Length; row++)
            {
                if (facts[row].TryGet(place, out values[row]))
                {
                    Bits.Set(known, row);
                }
            }

            return Column.Of(values, known);
        }
    }

    private static Column All(long[] values)
    {
        var known = new ulong[Bits.Words(values.Length)];
        known.AsSpan().Fill(ulong.MaxValue);
        return Column.Of(values, known);
    }

    /// <summary>The facts that others complete.</summary>
    private static readonly Arr<int> Completing = Array<Fact>(SharedFacts.EverTransacted, SharedFacts.ProfitContribution).Map(ShippedFacts.PlaceOf);
}
