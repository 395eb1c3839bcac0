namespace Kehu.Domain;

/// <summary>A variable of a table, by place, and the values it has along a way.</summary>
internal readonly record struct Leg(int Variable, Interval Values);

/// <summary>Ways from a reference of a table down to leaves that are wanted, and the customers that go them.</summary>
internal sealed class Ways(Workshop workshop)
{
    /// <summary>How many ways are tried for a customer whose facts do not contradict each other.</summary>
    private const int MostTried = 64;

    private static readonly DateOnly LastDay = DateOnly.FromDayNumber((int)Spans.Dates.High);

    private readonly DiagramTable table = workshop.Table;

    /// <summary>
    /// A customer that some way to a wanted leaf leads to, with the leaf's value: as of the date where there is one then,
    /// else as of the last date, when every age and span is possible.
    /// </summary>
    public Option<(Customer Customer, DateOnly AsOf, int Value)> Customer(int root, DateOnly asOf, Func<int, bool> wanted) =>
        new[] { asOf, LastDay }.Distinct().SelectMany(date =>
            To(root, wanted, variable => RangeOn(variable, date)).Take(MostTried)
                .Select(way => (Customer: new Customer(workshop.Kind, Facts(way.Legs, date)), AsOf: date, way.Value)))
            .Where(found => found.Customer.FaultsOn(found.AsOf).IsEmpty)
            .HeadOrNone();

    /// <summary>Every way to a wanted leaf, with its value, in the order of the table; each variable within its range.</summary>
    public IEnumerable<(Arr<Leg> Legs, int Value)> To(int root, Func<int, bool> wanted, Func<int, Interval> range)
    {
        var leads = new Dictionary<int, bool>();
        return Leads(root) ? Walk(root, Array<Leg>()) : [];

        bool Leads(int at)
        {
            if (DiagramTable.IsLeaf(at))
            {
                return wanted(DiagramTable.ValueOf(at));
            }

            if (!leads.TryGetValue(at, out var known) && !table.Spend(table[at].Children.Length))
            {
                known = Steps(at, range).Any(step => Leads(step.Child));
                leads.Add(at, known);
            }

            return known;
        }

        IEnumerable<(Arr<Leg> Legs, int Value)> Walk(int at, Arr<Leg> legs) => DiagramTable.IsLeaf(at)
            ? [(legs, DiagramTable.ValueOf(at))]
            : Steps(at, range).Where(step => Leads(step.Child)).SelectMany(step => Walk(step.Child, legs.Add(step.Leg)));
    }

    /// <summary>The values that a variable of the table has on some date.</summary>
    public Interval RangeOn(int variable, DateOnly date) => workshop.Variables[variable] switch
    {
        Quantity.Of(var fact) => fact.OnFileOn(date),
        Quantity.By(var derived) => derived.RangeOn(date),
        Quantity.Holding => new Interval(0, 1),
    };

    /// <summary>Facts that go a way: at its bounds, where there are some, so that the customer stands at the edge.</summary>
    public KnownFacts Facts(IEnumerable<Leg> legs, DateOnly date) =>
        legs.Aggregate(workshop.Facts.NothingKnown, (facts, leg) => facts.Reading(workshop.Variables[leg.Variable], Edge(leg, date), date));

    private long Edge(Leg leg, DateOnly date) => leg.Values.Low == RangeOn(leg.Variable, date).Low ? leg.Values.High : leg.Values.Low;

    private IEnumerable<(int Child, Leg Leg)> Steps(int at, Func<int, Interval> range)
    {
        var node = table[at];
        return Enumerable.Range(0, node.Children.Length).SelectMany(i => Piece(node, i, range(node.Variable)).AsEnumerable()
            .Select(values => (node.Children[i], new Leg(node.Variable, values))));
    }

    private static Option<Interval> Piece(DiagramNode node, int child, Interval range) => new Interval(
        child == 0 ? long.MinValue : node.Cuts[child - 1],
        child == node.Cuts.Length ? long.MaxValue : node.Cuts[child] - 1).Cut(range);
}
