using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// A reader that shows customers of a scope, with what belongs to them, and no others. Many customers are found by the indexes of outlets and managers, and
/// what belongs to them customer by customer, so that what is read grows with the scope and not with the bank. A withdrawn customer is nobody's.
/// </summary>
internal sealed class ReaderWithin(IReader whole, AccessScope.Part sees, FactCatalogue facts) : IReader
{
    /// <summary>How many customers of an outlet or a manager are read at first.</summary>
    private const int FirstRead = 8;

    /// <summary>How many customers of all outlets and managers are read ahead together, about (house).</summary>
    private const int MostAhead = 512;

    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);

    public DateTime? LastMoment => whole.LastMoment;

    public Row? Get(string table, string id) => whole.Get(table, id) is { } row && Shows(table, row) ? row : null;

    public IReadOnlyList<Row> Get(string table, IReadOnlyCollection<string> ids) => [.. whole.Get(table, ids).Where(row => Shows(table, row))];

    public long Count(string table) => Tables.Belongings[table] is Belonging.Nobody ? whole.Count(table) : Range(table, "", "").LongCount();

    public IEnumerable<Row> Range(string table, string after, string before) => Tables.Belongings[table] switch
    {
        Belonging.Self => Customers(after, before),
        Belonging.Beginning => Beginning(table, after, before),
        Belonging.Indexed indexed => Gathered(table, indexed, after, before),
        Belonging.Nobody => whole.Range(table, after, before),
        Belonging.Bank => [],
    };

    public IEnumerable<Row> Page(string table, string index, string key, string after) => Tables.Belongings[table] switch
    {
        Belonging.Self when IsSeen(index, key) => whole.Page(table, index, key, after),
        Belonging.Indexed indexed when indexed.Index == index => Sees(key) ? whole.Page(table, index, key, after) : [],
        Belonging.Self or Belonging.Beginning or Belonging.Indexed or Belonging.Nobody or Belonging.Bank =>
            whole.Page(table, index, key, after).Where(row => Shows(table, row)),
    };

    public IEnumerable<Indexed> Between(string table, string index, string first, string last) => Tables.Belongings[table] switch
    {
        Belonging.Indexed indexed when indexed.Index == index =>
            CustomersFrom(first)
                .TakeWhile(customer => string.CompareOrdinal(customer, last) <= 0)
                .SelectMany(customer => whole.Page(table, index, customer, "").Select(row => new Indexed(customer, row))),
        Belonging.Self or Belonging.Beginning or Belonging.Indexed or Belonging.Nobody or Belonging.Bank =>
            whole.Between(table, index, first, last).Where(one => Shows(table, one.Row)),
    };

    public IEnumerable<Keyed> Keyed(string table, string after) => whole.Keyed(table, after).Where(one => Shows(table, one.Row));

    /// <summary>Logs tell of the whole bank.</summary>
    public IEnumerable<Entry> Read(string log, long after) => whole.Read(log, after).Take(0);

    /// <summary>A log that is not shown begins nowhere.</summary>
    public LogHead Head(string log) => LogHead.Start;

    private bool Shows(string table, Row row) => Tables.Belongings[table] switch
    {
        Belonging.Self => IsOurs(row),
        Belonging.Beginning => Sees(Tables.CustomerOf(row.Id)),
        Belonging.Indexed(_, var customer) => customer(row).Exists(Sees),
        Belonging.Nobody => true,
        Belonging.Bank => false,
    };

    /// <summary>Whether every customer with this value in an index of customers is seen.</summary>
    private bool IsSeen(string index, string key) => index switch
    {
        Tables.OfOutlet => sees.Outlets.Contains(key),
        Tables.OfManager => sees.Managers.Contains(key) && sees.Only.IsNone,
        _ => false,
    };

    /// <summary>Whether a customer is seen, by the newest record; looked up once for each.</summary>
    private bool Sees(string customer)
    {
        if (!known.TryGetValue(customer, out var seen))
        {
            known[customer] = seen = whole.Get(Tables.Customers, customer) is { } head && IsOurs(head);
        }

        return seen;
    }

    private bool IsOurs(Row head)
    {
        if (Held.From(head.Body) is not { IsWithdrawn: false } held)
        {
            return false;
        }

        var (outlet, manager) = CustomerCodecs.Entrusted(held.Json.Span, facts);
        return sees.Sees(outlet, manager);
    }

    /// <summary>The customers between two ids (before "": to the end), by id, each once, whichever outlets and managers they are found by.</summary>
    private IEnumerable<Row> Customers(string after, string before)
    {
        var (open, ahead) = (new List<IEnumerator<Row>>(), new PriorityQueue<IEnumerator<Row>, string>(StringComparer.Ordinal));
        try
        {
            foreach (var page in Pages(after))
            {
                var rows = page.GetEnumerator();
                open.Add(rows);
                Forward(rows);
            }

            string? last = null;
            while (ahead.TryDequeue(out var rows, out var id) && IsBefore(id, before))
            {
                if (id != last)
                {
                    last = id;
                    yield return rows.Current;
                }

                Forward(rows);
            }
        }
        finally
        {
            open.ForEach(rows => rows.Dispose());
        }

        void Forward(IEnumerator<Row> rows)
        {
            if (rows.MoveNext())
            {
                ahead.Enqueue(rows, rows.Current.Id);
            }
        }
    }

    private IEnumerable<IEnumerable<Row>> Pages(string after) =>
        sees.Outlets.Select(outlet => InPortions(Tables.OfOutlet, outlet, after))
            .Concat(sees.Managers.Select(manager => InPortions(Tables.OfManager, manager, after).Where(row => sees.Only.IsNone || IsOurs(row))));

    /// <summary>The customers of an outlet or a manager, each portion read to its end: LiteDB bears a hundred readings at once and no more.</summary>
    private IEnumerable<Row> InPortions(string index, string key, string after)
    {
        var most = Math.Max(FirstRead, MostAhead / (sees.Outlets.Count + sees.Managers.Count));
        for (var (last, wanted) = (after, FirstRead); ; wanted = Math.Min(2 * wanted, most))
        {
            var portion = whole.Page(Tables.Customers, index, key, last).Take(wanted).ToList();
            foreach (var row in portion)
            {
                yield return row;
            }

            if (portion.Count < wanted)
            {
                yield break;
            }

            last = portion[^1].Id;
        }
    }

    /// <summary>The ids of the customers from one on, itself included.</summary>
    private IEnumerable<string> CustomersFrom(string first) =>
        (first.Length > 0 && Sees(first) ? Enumerable.Repeat(first, 1) : []).Concat(Customers(first, "").Select(row => row.Id));

    /// <summary>
    /// Rows of customers whose ids these begin with. Ids of customers are in the order of the rows' ids, so that the customer with whose id the bound
    /// begins is the first who may have any; mostly it is the only one.
    /// </summary>
    private IEnumerable<Row> Beginning(string table, string after, string before)
    {
        var first = after.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? after[..space] : after;
        return before.Length > 0 && string.CompareOrdinal(before, Tables.Of(first).Before) <= 0
            ? Sees(first) ? whole.Range(table, after, before) : []
            : CustomersFrom(first)
                .TakeWhile(customer => IsBefore(Tables.Of(customer).After, before))
                .SelectMany(Rows);

        IEnumerable<Row> Rows(string customer)
        {
            var (lowest, highest) = Tables.Of(customer);
            return whole.Range(table, string.CompareOrdinal(after, lowest) > 0 ? after : lowest, IsBefore(highest, before) ? highest : before);
        }
    }

    /// <summary>Rows in an order of their own: gathered customer by customer, then put in it.</summary>
    private IEnumerable<Row> Gathered(string table, Belonging.Indexed indexed, string after, string before) =>
        Customers("", "")
            .SelectMany(customer => whole.Page(table, indexed.Index, customer.Id, after))
            .Where(row => IsBefore(row.Id, before))
            .OrderBy(row => row.Id, StringComparer.Ordinal);

    private static bool IsBefore(string id, string before) => before.Length == 0 || string.CompareOrdinal(id, before) < 0;
}
