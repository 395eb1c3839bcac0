using System.Numerics;

namespace Kehu.Domain;

/// <summary>
/// Which unknown facts still matter, and the one to ask next: the one whose answer leaves the fewest possible classes in the worst case,
/// then on average over its cells, then by name. Source: policies, Unknown facts.
/// </summary>
internal static class Questions
{
    /// <summary>The unknown facts that some two fillings differing only in them decide differently by, sorted by name.</summary>
    public static Arr<Fact> Missing(this Restriction restriction, Diagram diagram, KnownFacts facts) =>
        new(restriction.Support(restriction.Root)
            .SelectMany(variable => diagram.Variables[variable].Inputs)
            .Where(fact => !facts.TryGet(fact, out _))
            .DistinctBy(fact => fact.Name, StringComparer.Ordinal)
            .OrderBy(fact => fact.Name, StringComparer.Ordinal));

    /// <summary>The fact to ask next, of those that are missing; none where telling passes the budget.</summary>
    public static Option<Fact> Ask(this Restriction restriction, Diagram diagram, KnownFacts facts, DateOnly asOf, Arr<Fact> missing) =>
        missing.IsEmpty
            ? None
            : Some(missing.AsEnumerable().MinBy(fact => Worth(restriction.Cells(diagram, facts, asOf, fact), diagram, fact))!)
                .Filter(_ => !restriction.Exhausted);

    /// <summary>
    /// Each missing fact, and whether the decision would be open no more whatever the answer;
    /// where telling that passes the budget, it is not said to be.
    /// </summary>
    public static Arr<Question> AllQuestions(this Restriction restriction, Diagram diagram, KnownFacts facts, DateOnly asOf) =>
        restriction.Missing(diagram, facts).Map(fact => new Question(
            fact, restriction.Cells(diagram, facts, asOf, fact).TrueForAll(cell => cell.Count <= 1) && !restriction.Exhausted));

    private static Worthiness Worth(IReadOnlyCollection<OutcomeSet> cells, Diagram diagram, Fact fact)
    {
        var counts = cells.Select(cell => cell.Without(diagram.NotApplicable).Count).ToList();
        return new Worthiness(counts.Max(), counts.Sum(), counts.Count, fact.Name);
    }

    /// <summary>What each kind of answer to a question would leave possible.</summary>
    private static List<OutcomeSet> Cells(this Restriction restriction, Diagram diagram, KnownFacts facts, DateOnly asOf, Fact fact)
    {
        var root = restriction.Completed(diagram, facts, fact);
        var read = restriction.Support(root).Where(variable => diagram.Variables[variable].Inputs.Exists(input => input.Name == fact.Name)).ToList();
        return read.Count == 0 ? [restriction.Outcomes(root)] : diagram.Variables[read[0]] switch
        {
            Quantity.Of => restriction.OwnCells(root, read[0], fact),
            Quantity.By(DerivedFact.Gap gap) => restriction.GapCells(root, read[0], gap, fact, facts, asOf),
            Quantity.By => [.. restriction.Pieces(root, read[0]).Select(piece => restriction.Outcomes(piece)).Distinct()],
            Quantity.Holding => [.. restriction.HoldingCells(root, read).Select(piece => restriction.Outcomes(piece)).Distinct()],
        };
    }

    /// <summary>An answer to <c>lastTransactionOn</c> also says that there ever was a transaction.</summary>
    private static int Completed(this Restriction restriction, Diagram diagram, KnownFacts facts, Fact asked)
    {
        var ever = diagram.Variables.AsEnumerable().ToList().FindIndex(variable => variable.Name == SharedFacts.EverTransacted.Name);
        return asked.Name == SharedFacts.LastTransactionOn.Name && ever >= 0 && !facts.TryGet(SharedFacts.EverTransacted, out _)
            ? restriction.With(restriction.Root, ever, Interval.Point(1))
            : restriction.Root;
    }

    /// <summary>A cell is a maximal interval on which the restricted decision is the same; for a closed list, one code.</summary>
    private static List<OutcomeSet> OwnCells(this Restriction restriction, int root, int variable, Fact fact)
    {
        var reading = restriction.Readings[variable];
        return fact.Members.IsEmpty
            ? [.. Joined(restriction.Pieces(root, variable)).Select(restriction.Outcomes)]
            : [.. Enumerable.Range((int)reading.Low, (int)(reading.High - reading.Low + 1))
                .Select(code => restriction.Outcomes(restriction.With(root, variable, Interval.Point(code))))];
    }

    /// <summary>One side of a difference: what is left for each run of its values between which nothing changes; a cell is one possible set.</summary>
    private static List<OutcomeSet> GapCells(
        this Restriction restriction, int root, int variable, DerivedFact.Gap gap, Fact asked, KnownFacts facts, DateOnly asOf)
    {
        var left = asked.Name == gap.Left.Name;
        var other = facts.Read(left ? gap.Right : gap.Left, asOf);
        var changes = restriction.Cuts(variable)
            .SelectMany(cut => left ? new[] { cut + other.Low, cut + other.High } : [other.Low - cut + 1, other.High - cut + 1])
            .Append(asked.Domain.Low)
            .Where(asked.Domain.Contains)
            .Distinct();
        return [.. changes
            .Select(value => left ? new Interval(value - other.High, value - other.Low) : new Interval(other.Low - value, other.High - value))
            .Select(interval => restriction.Outcomes(restriction.With(root, variable, interval)))
            .Distinct()];
    }

    /// <summary>What is left for every combination of the members of a set that are read.</summary>
    private static List<int> HoldingCells(this Restriction restriction, int root, List<int> variables) =>
        variables.Aggregate(
            new List<int> { root },
            (pieces, variable) => [.. pieces
                .SelectMany(piece => Enumerable.Range(0, 2).Select(held => restriction.With(piece, variable, Interval.Point(held))))
                .Distinct()]);

    /// <summary>What is left on every run of a variable's values between two cuts.</summary>
    private static IEnumerable<int> Pieces(this Restriction restriction, int root, int variable) =>
        restriction.Cuts(variable).Prepend(restriction.Readings[variable].Low)
            .Select(value => restriction.With(root, variable, Interval.Point(value)));

    private static IEnumerable<int> Joined(IEnumerable<int> pieces)
    {
        int? last = null;
        foreach (var piece in pieces)
        {
            if (piece != last)
            {
                yield return piece;
            }

            last = piece;
        }
    }

    /// <summary>Fewest in the worst case, then fewest on average (an exact fraction), then by name.</summary>
    private readonly record struct Worthiness(int Worst, int Sum, int Cells, string Name) : IComparable<Worthiness>
    {
        public int CompareTo(Worthiness other) =>
            Worst != other.Worst ? Worst.CompareTo(other.Worst)
            : (BigInteger)Sum * other.Cells != (BigInteger)other.Sum * Cells ? ((BigInteger)Sum * other.Cells).CompareTo((BigInteger)other.Sum * Cells)
            : string.CompareOrdinal(Name, other.Name);
    }
}
