namespace Kehu.Api;

/// <summary>
/// The rows of other tables that belong to customers, as of one moment, asked for in the order of the customers. Of neighbours, of whom many have
/// something looked up in a table, it is read in one stretch; else customer by customer.
/// </summary>
internal sealed class RowsBeside : IDisposable
{
    /// <summary>A table is read in one stretch where at least this part of the customers has something looked up in it: one in so many.</summary>
    private const int Sparse = 8;

    private static readonly IReadOnlyList<Row> Nothing = [];

    private readonly Beside history;
    private readonly Beside engagements;
    private readonly Beside surveys;
    private readonly Beside purchases;
    private readonly Beside cases;
    private readonly Beside consents;
    private readonly Beside restrictions;

    /// <summary>For customers whose heads were read by the same reader, and what is wanted of each.</summary>
    public RowsBeside(IReader reader, IReadOnlyList<Row> heads, IReadOnlyList<CustomerParts> wanted, bool neighbours)
    {
        history = Under(CustomerParts.History, Tables.History);
        engagements = Under(CustomerParts.Engagements, EventTables.Engagements.Name);
        surveys = Under(CustomerParts.Surveys, EventTables.Surveys.Name);
        purchases = Under(CustomerParts.Purchases, EventTables.Purchases.Name);
        consents = Under(CustomerParts.Consents, Tables.Consents);
        restrictions = Under(CustomerParts.Restrictions, Tables.Restrictions);
        cases = new Beside(
            Stretch(CustomerParts.Cases) is var (first, last) ? reader.Between(Tables.Cases, CaseRow.Customer, first, last) : null,
            id => reader.Page(Tables.Cases, CaseRow.Customer, id, ""));

        Beside Under(CustomerParts part, string table) => new(
            Stretch(part) is var (first, last)
                ? reader.Range(table, Tables.Of(first).After, Tables.Of(last).Before).Select(row => new Indexed(Tables.CustomerOf(row.Id), row))
                : null,
            id => reader.Range(table, Tables.Of(id).After, Tables.Of(id).Before));

        (string First, string Last)? Stretch(CustomerParts part)
        {
            var (first, last, count) = (-1, -1, 0);
            for (var at = 0; neighbours && at < heads.Count; at++)
            {
                if (wanted[at].HasFlag(part))
                {
                    (first, last, count) = (first < 0 ? at : first, at, count + 1);
                }
            }

            return count * Sparse > heads.Count ? (heads[first].Id, heads[last].Id) : null;
        }
    }

    /// <summary>A customer with these parts.</summary>
    public CustomerRows Of(Row head, CustomerParts parts)
    {
        return new CustomerRows(
            head,
            Rows(history, CustomerParts.History),
            Rows(engagements, CustomerParts.Engagements),
            Rows(surveys, CustomerParts.Surveys),
            Rows(purchases, CustomerParts.Purchases),
            Rows(cases, CustomerParts.Cases))
        {
            Consents = Rows(consents, CustomerParts.Consents),
            Restrictions = Rows(restrictions, CustomerParts.Restrictions),
        };

        IReadOnlyList<Row> Rows(Beside beside, CustomerParts part) => parts.HasFlag(part) ? beside.Of(head.Id) : Nothing;
    }

    public void Dispose()
    {
        history.Dispose();
        engagements.Dispose();
        surveys.Dispose();
        purchases.Dispose();
        cases.Dispose();
        consents.Dispose();
        restrictions.Dispose();
    }

    /// <summary>One table: a stretch of its rows by customer, or a way to look a customer's up.</summary>
    private sealed class Beside(IEnumerable<Indexed>? stretch, Func<string, IEnumerable<Row>> lookedUp) : IDisposable
    {
        private IEnumerator<Indexed>? walk;
        private bool more;

        /// <summary>The rows of a customer; those of customers before are passed over.</summary>
        public IReadOnlyList<Row> Of(string customer) => stretch is null ? [.. lookedUp(customer)] : Next(stretch, customer);

        public void Dispose() => walk?.Dispose();

        private IReadOnlyList<Row> Next(IEnumerable<Indexed> rows, string customer)
        {
            if (walk is null)
            {
                walk = rows.GetEnumerator();
                more = walk.MoveNext();
            }

            List<Row>? found = null;
            for (; more && string.CompareOrdinal(walk.Current.Key, customer) is var order and <= 0; more = walk.MoveNext())
            {
                if (order == 0)
                {
                    (found ??= []).Add(walk.Current.Row);
                }
            }

            return found ?? Nothing;
        }
    }
}
