namespace Kehu.Domain;

/// <summary>
/// What a diagram can tell apart of the facts of customers: of each variable between which two cuts of the whole diagram its reading begins and
/// ends, and which of its inputs are known. Restriction, possible outcomes, missing facts and cells follow from these. Immutable.
/// </summary>
internal sealed class ReadingPattern
{
    /// <summary>How many letters describe a variable.</summary>
    public const int LettersAVariable = 3;

    private readonly long[][] cuts;
    private readonly int[][] inputs;

    /// <summary>The patterns of one diagram.</summary>
    public ReadingPattern(Diagram diagram)
    {
        cuts = [.. Enumerable.Range(0, diagram.Variables.Count).Select(diagram.CutsOf)];
        inputs = diagram.Inputs;
    }

    /// <summary>
    /// Writes the pattern of some readings. A quantity has at most <see cref="PolicyLimits.MostCuts"/> cuts, far fewer than there are letters.
    /// </summary>
    public void Describe(KnownFacts facts, ReadOnlySpan<Interval> readings, Span<char> pattern)
    {
        for (var variable = 0; variable < readings.Length; variable++)
        {
            var (reading, known) = (readings[variable], 0);
            foreach (var input in inputs[variable])
            {
                known = (known << 1) | (facts.TryGet(input, out _) ? 1 : 0);
            }

            var at = variable * LettersAVariable;
            pattern[at] = checked((char)DiagramTable.PieceOf(cuts[variable], reading.Low));
            pattern[at + 1] = checked((char)DiagramTable.PieceOf(cuts[variable], reading.High));
            pattern[at + 2] = (char)known;
        }
    }
}
