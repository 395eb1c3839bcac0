namespace Kehu.Domain;

/// <summary>
/// The lines of a diagram along one of its numeric variables, ascending, and from where to where a reading is close to each: not farther than a share of
/// the line itself. A date is no number of that sort, and neither is a place in a list.
/// </summary>
internal sealed record CliffLines(CustomerKind Kind, int Variable, Quantity Quantity, long[] Cuts, long[] From, long[] To)
{
    /// <summary>The most lines that are looked at (house); more are an odd policy, and would take as many passes.</summary>
    public const int Most = 500;

    /// <summary>The most times that a customer is close to a line (house); more would take minutes to look at.</summary>
    public const long MostNear = 20_000_000;

    private const int Whole = 10_000;

    /// <summary>The lines of a policy for a kind, by variable, within so many basis points.</summary>
    public static Arr<CliffLines> Of(CompiledPolicy policy, CustomerKind kind, int within)
    {
        var diagram = policy.DiagramOf(kind);
        return new Arr<CliffLines>(Enumerable.Range(0, diagram.Variables.Count)
            .Where(variable => IsNumeric(diagram.Variables[variable]))
            .Select(variable => Along(kind, variable, diagram.Variables[variable], diagram.CutsOf(variable), within))
            .ToArray());
    }

    /// <summary>The first line to which a reading may be close; those that it is close to follow without a gap.</summary>
    public int FirstNear(long reading)
    {
        var at = System.Array.BinarySearch(To, reading);
        for (at = at >= 0 ? at : ~at; at > 0 && To[at - 1] >= reading; at--)
        {
        }

        return at;
    }

    /// <summary>Whether a reading is close to the line at a place, or may be to one behind it.</summary>
    public bool Reaches(int at, long reading) => at < Cuts.Length && From[at] <= reading;

    private static CliffLines Along(CustomerKind kind, int variable, Quantity quantity, long[] cuts, int within) => new(
        kind,
        variable,
        quantity,
        cuts,
        [.. cuts.Select(cut => cut - Share(cut, within))],
        [.. cuts.Select(cut => cut + Share(cut, within))]);

    private static long Share(long cut, int within) => (long)(Int128.Abs(cut) * within / Whole);

    private static bool IsNumeric(Quantity quantity) => quantity is Quantity.Of(Fact.Amount or Fact.Count or Fact.Share) or Quantity.By;
}
