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

    /// <summary>What was found under each pattern of the readings of one diagram.</summary>
    private sealed class Patterns
    {
        private readonly Diagram diagram;
        private readonly ReadingPattern pattern;
        private readonly Inquiry[] settled;
        private readonly Dictionary<string, Inquiry> found = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Inquiry>.AlternateLookup<ReadOnlySpan<char>> seek;

        public Patterns(Diagram diagram)
        {
            this.diagram = diagram;
            pattern = new ReadingPattern(diagram);
            settled = [.. Enumerable.Range(0, diagram.NotApplicable + 1).Select(diagram.Settled)];
            seek = found.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public Inquiry Of(KnownFacts facts, DateOnly asOf, ref int left)
        {
            var count = diagram.Domains.Length;
            Span<Interval> readings = count <= 64 ? stackalloc Interval[count] : new Interval[count];
            if (diagram.Read(facts, asOf, readings))
            {
                return settled[diagram.Walk(readings)];
            }

            Span<char> letters = count <= 64 ? stackalloc char[count * ReadingPattern.LettersAVariable] : new char[count * ReadingPattern.LettersAVariable];
            pattern.Describe(facts, readings, letters);
            if (!seek.TryGetValue(letters, out var inquiry))
            {
                inquiry = diagram.Inquire(facts, asOf, readings);
                if (left > 0)
                {
                    left--;
                    found.Add(letters.ToString(), inquiry);
                }
            }

            return inquiry;
        }
    }
}
