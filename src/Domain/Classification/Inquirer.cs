namespace Kehu.Domain;

/// <summary>
/// Inquiries about many customers. Most of them are alike as far as a policy can tell, so what was found is remembered by the pattern of what
/// its diagram reads; a law holds what is remembered against what is found anew. Mutable, used by one pass over a portfolio.
/// </summary>
public sealed class Inquirer
{
    /// <summary>The most patterns remembered, of all policies together (house): some tens of megabytes. What comes later is found anew each time.</summary>
    public const int MostPatterns = 100_000;

    private readonly Patterns[] personal;
    private readonly Patterns[] enterprise;
    private int left;

    /// <summary>An inquirer into some policies that remembers so many patterns at most.</summary>
    public Inquirer(Arr<CompiledPolicy> policies, int mostPatterns)
    {
        (personal, enterprise) = ([.. policies.Map(policy => new Patterns(policy.Personal))], [.. policies.Map(policy => new Patterns(policy.Enterprise))]);
        (Policies, left) = (policies, mostPatterns);
    }

    /// <summary>The policies asked.</summary>
    public Arr<CompiledPolicy> Policies { get; }

    /// <summary>How many more patterns may be remembered.</summary>
    public int Room => left;

    /// <summary>How the policy at a place stands with a customer whose relationship has not ended, for facts that are completed already.</summary>
    public Inquiry Of(int place, CustomerKind kind, KnownFacts facts, DateOnly asOf) => kind switch
    {
        CustomerKind.Personal => personal[place].Of(facts, asOf, ref left),
        CustomerKind.Enterprise => enterprise[place].Of(facts, asOf, ref left),
    };

    /// <summary>
    /// What was found under each pattern of one diagram. A pattern says of each variable between which two cuts of the whole diagram its
    /// reading begins and ends, and which of its inputs are known: restriction, possible outcomes, missing facts and cells follow from these.
    /// </summary>
    private sealed class Patterns
    {
        private const int LettersAVariable = 3;

        private readonly Diagram diagram;
        private readonly long[][] cuts;
        private readonly int[][] inputs;
        private readonly Inquiry[] settled;
        private readonly Dictionary<string, Inquiry> found = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Inquiry>.AlternateLookup<ReadOnlySpan<char>> seek;

        public Patterns(Diagram diagram)
        {
            this.diagram = diagram;
            cuts = [.. Enumerable.Range(0, diagram.Variables.Count).Select(variable => diagram.Nodes.Where(node => node.Variable == variable).SelectMany(node => node.Cuts).Distinct().Order().ToArray())];
            inputs = [.. diagram.Variables.Map(variable => variable.Inputs.Map(FactCatalogue.PlaceOf).ToArray())];
            settled = [.. Enumerable.Range(0, diagram.NotApplicable + 1).Select(diagram.Settled)];
            seek = found.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public Inquiry Of(KnownFacts facts, DateOnly asOf, ref int left)
        {
            var count = cuts.Length;
            Span<Interval> readings = count <= 64 ? stackalloc Interval[count] : new Interval[count];
            if (diagram.Read(facts, asOf, readings))
            {
                return settled[diagram.Walk(readings)];
            }

            Span<char> pattern = count <= 64 ? stackalloc char[count * LettersAVariable] : new char[count * LettersAVariable];
            Describe(facts, readings, pattern);
            if (!seek.TryGetValue(pattern, out var inquiry))
            {
                inquiry = diagram.Inquire(facts, asOf, readings);
                if (left > 0)
                {
                    left--;
                    found.Add(pattern.ToString(), inquiry);
                }
            }

            return inquiry;
        }

        /// <summary>A quantity has at most <see cref="PolicyLimits.MostCuts"/> cuts, far fewer than there are letters.</summary>
        private void Describe(KnownFacts facts, ReadOnlySpan<Interval> readings, Span<char> pattern)
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
}
