namespace Kehu.Domain;

/// <summary>A leaf of a criterion, and what the whole criterion becomes where that leaf alone is replaced by true or by false.</summary>
internal readonly record struct Influence(Placed Leaf, int WhenTrue, int WhenFalse);

/// <summary>
/// How much every leaf of a criterion has to say. From the root down each part knows what the whole becomes if it held and if it did not:
/// the whole is never made anew for a leaf.
/// </summary>
internal sealed class Influences(Workshop workshop)
{
    private static readonly int Yes = DiagramTable.Leaf(1);

    private static readonly int No = DiagramTable.Leaf(0);

    private readonly DiagramTable table = workshop.Table;

    /// <summary>The influence of every leaf, in the order of the text. A reference to another policy is a leaf.</summary>
    public IEnumerable<Influence> Of(Placed root) => Of(root, Yes, No);

    private IEnumerable<Influence> Of(Placed at, int whenTrue, int whenFalse) => at.Criterion switch
    {
        Criterion.All(var parts) => Parts(at, Others(parts.Map(workshop.Of), Yes, new Both()), others => (
            table.Select(others, whenTrue, whenFalse),
            whenFalse)),
        Criterion.Any(var parts) => Parts(at, Others(parts.Map(workshop.Of), No, new OneOrBoth()), others => (
            whenTrue,
            table.Select(others, whenTrue, whenFalse))),
        Criterion.AtLeast(var needed, var parts) => Parts(at, Others(parts.Map(workshop.Of), No, new SumUpTo(needed)), others => (
            table.Select(workshop.Reaches(needed - 1, others), whenTrue, whenFalse),
            table.Select(workshop.Reaches(needed, others), whenTrue, whenFalse))),
        Criterion.Not(var part) => Of(new Placed(at.Pointer + at.Criterion.PointerTo(0), part), whenFalse, whenTrue),
        Criterion.Cases cases => OfCases(at, cases, table.Select(workshop.Of(cases), whenTrue, whenFalse), whenTrue, whenFalse),
        Criterion.Score score => OfScore(at, score, whenTrue, whenFalse),
        Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds or Criterion.Classified =>
            [new Influence(at, whenTrue, whenFalse)],
    };

    private IEnumerable<Influence> Parts(Placed at, int[] others, Func<int, (int WhenTrue, int WhenFalse)> context) =>
        at.Criterion.Parts().Map((place, part) => (place, part)).SelectMany(part =>
        {
            var (whenTrue, whenFalse) = context(others[part.place]);
            return Of(new Placed(at.Pointer + at.Criterion.PointerTo(part.place), part.part), whenTrue, whenFalse);
        });

    /// <summary>A case has a say where the choice is its code; elsewhere the whole stays as it is.</summary>
    private IEnumerable<Influence> OfCases(Placed at, Criterion.Cases cases, int whole, int whenTrue, int whenFalse) =>
        cases.Branches.Map((place, branch) => (place, branch)).SelectMany(of =>
        {
            var here = workshop.Is(cases.Fact, of.branch.Code);
            return Of(
                new Placed(at.Pointer + at.Criterion.PointerTo(of.place), of.branch.Criterion),
                table.Select(here, whenTrue, whole),
                table.Select(here, whenFalse, whole));
        });

    private IEnumerable<Influence> OfScore(Placed at, Criterion.Score score, int whenTrue, int whenFalse)
    {
        var others = Others(score.Card.Items.Map(item => workshop.Points(item)), No, default(Sum));
        var bins = score.Card.Items.Map((item, of) => (item, of)).Bind(of => of.of.Bins.Map((place, _) => (Item: of.item, Bin: place)));
        return bins.Map((place, bin) => (place, bin)).SelectMany(of => Of(
            new Placed(at.Pointer + at.Criterion.PointerTo(of.place), score.Card.Items[of.bin.Item].Bins[of.bin.Bin].Criterion),
            Fixed(of.bin, 1),
            Fixed(of.bin, 0)));

        int Fixed((int Item, int Bin) bin, int value)
        {
            var points = workshop.Points(score.Card.Items[bin.Item], bin.Bin, value);
            return table.Select(workshop.Within(table.Apply(others[bin.Item], points, default(Sum)), score), whenTrue, whenFalse);
        }
    }

    /// <summary>For every part the others put together, from both sides inwards.</summary>
    private int[] Others<TOperation>(Arr<int> parts, int neutral, TOperation operation)
        where TOperation : struct, IOperation
    {
        var others = new int[parts.Count];
        var before = neutral;
        for (var i = 0; i < parts.Count; i++)
        {
            others[i] = before;
            before = table.Apply(before, parts[i], operation);
        }

        var after = neutral;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            others[i] = table.Apply(others[i], after, operation);
            after = table.Apply(after, parts[i], operation);
        }

        return others;
    }
}
