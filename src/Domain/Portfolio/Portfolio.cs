namespace Kehu.Domain;

/// <summary>
/// The customers of a bank in blocks, persons before enterprises, by id: immutable, so that a pass over it is not disturbed by what is written
/// meanwhile. A change writes anew the blocks that it touches and shares the others.
/// </summary>
public sealed class Portfolio
{
    private readonly FactCatalogue catalogue;
    private readonly CustomerBlock[] blocks;

    private Portfolio(FactCatalogue catalogue, CustomerBlock[] blocks)
    {
        (this.catalogue, this.blocks) = (catalogue, blocks);
        Hash = blocks.Aggregate(PortfolioHash.Zero, (sum, block) => sum + block.Hash);
        Bytes = blocks.Sum(block => block.Bytes);
        Latest = blocks.Select(block => block.Latest).DefaultIfEmpty().Max();
    }

    /// <summary>The blocks, by kind and id.</summary>
    public IReadOnlyList<CustomerBlock> Blocks => blocks;

    /// <summary>The content hash of all customers.</summary>
    public PortfolioHash Hash { get; }

    /// <summary>The bytes that the blocks take.</summary>
    public long Bytes { get; }

    /// <summary>The latest date of a record; that of nobody is the first there is.</summary>
    public DateOnly Latest { get; }

    /// <summary>How many customers there are.</summary>
    public int Count => blocks.Sum(block => block.Count);

    /// <summary>The content hash of the customers of the outlets that are asked for, or of all where none are.</summary>
    public PortfolioHash HashOf(Option<OutletsAsked> asked) => asked.Match(
        Some: some => blocks.Aggregate(PortfolioHash.Zero, (sum, block) => sum + block.HashOf(some)),
        None: () => Hash);

    /// <summary>The ids of the customers whose record is of a later date.</summary>
    public IEnumerable<string> LaterThan(DateOnly date) => blocks.Where(block => block.Latest > date).SelectMany(block => block.LaterThan(date));

    /// <summary>The bytes of the blocks that are not those of another portfolio.</summary>
    public long BytesBeside(Portfolio other)
    {
        var shared = other.blocks.ToHashSet(ReferenceEqualityComparer.Instance);
        return blocks.Where(block => !shared.Contains(block)).Sum(block => block.Bytes);
    }

    /// <summary>How many customers of a kind there are.</summary>
    public int Customers(CustomerKind kind) => blocks.Where(block => block.Kind == kind).Sum(block => block.Count);

    /// <summary>The portfolio of blocks over a catalogue in any order. No customer is in two of them, and blocks of a kind do not overlap.</summary>
    public static Portfolio Of(FactCatalogue catalogue, IEnumerable<CustomerBlock> blocks) =>
        new(catalogue, [.. blocks.OrderBy(block => block.Kind).ThenBy(block => block.First, StringComparer.Ordinal)]);

    /// <summary>
    /// The portfolio with some customers as they are now, or without them (none): those that were in it are put anew or taken out, others are put in.
    /// </summary>
    public Portfolio With(IReadOnlyDictionary<string, Option<PortfolioCustomer>> changes, Func<string, string> shared)
    {
        var changed = changes.Keys.Order(StringComparer.Ordinal).ToArray();
        return changed.Length == 0 ? this : new(catalogue, [.. CustomerKinds.All.SelectMany(kind => Of(kind))]);

        IEnumerable<CustomerBlock> Of(CustomerKind kind)
        {
            var own = blocks.Where(block => block.Kind == kind).ToArray();
            var from = 0;
            for (var at = 0; at < Math.Max(1, own.Length); at++)
            {
                // What lies before the first block belongs to it, what lies behind a block and before the next to the former.
                var to = at + 1 < own.Length ? Below(changed, own[at + 1].First) : changed.Length;
                var (block, touched) = (at < own.Length ? Some(own[at]) : None, new ArraySegment<string>(changed, from, to - from));
                from = to;
                foreach (var after in Changed(kind, block, touched, changes, shared))
                {
                    yield return after;
                }
            }
        }
    }

    private IEnumerable<CustomerBlock> Changed(
        CustomerKind kind,
        Option<CustomerBlock> block,
        ArraySegment<string> touched,
        IReadOnlyDictionary<string, Option<PortfolioCustomer>> changes,
        Func<string, string> shared)
    {
        var put = touched.SelectMany(id => changes[id].Filter(customer => customer.Customer.Kind == kind).AsEnumerable()).ToList();
        if (put.Count == 0 && !block.Exists(one => touched.Any(id => one.Find(id) >= 0)))
        {
            return block.AsEnumerable();
        }

        var left = touched.Count == 0 ? [] : new System.Collections.Generic.HashSet<string>(touched, StringComparer.Ordinal);
        CustomerBlock[] Made(IEnumerable<PortfolioCustomer> customers, int most) =>
            [.. customers.Chunk(most).Select(part => CustomerBlock.Of(catalogue, kind, part, shared))];
        var after = block.AsEnumerable()
            .SelectMany(one => one.Customers)
            .Where(customer => !left.Contains(customer.Id))
            .Concat(put)
            .OrderBy(customer => customer.Id, StringComparer.Ordinal)
            .ToList();

        // One that is too large is cut in the middle, so that both halves can grow.
        return Made(after, after.Count <= CustomerBlock.Most ? CustomerBlock.Most : Math.Min(CustomerBlock.Most, (after.Count + 1) / 2));
    }

    /// <summary>How many of some ids in order lie below another.</summary>
    private static int Below(string[] ids, string bound)
    {
        var at = System.Array.BinarySearch(ids, bound, StringComparer.Ordinal);
        return at >= 0 ? at : ~at;
    }
}
