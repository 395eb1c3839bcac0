using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static Kehu.Properties.Generators;
using Interval = Kehu.Domain.Interval;

namespace Kehu.Properties;

/// <summary>Code made for a diagram says what the walk says, on generated and on shipped policies, on and beside every cut.</summary>
public sealed class DiagramCodeLaws
{
    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(faults => throw new InvalidOperationException(faults.Head.Detail.En));

    private static Gen<(Diagram Diagram, int Seed)> Diagrams =>
        from trial in KnownTrials.Generator
        from shipped in Gen.Choose(0, 3)
        from policy in Gen.Elements(Book.Policies.ToArray())
        from kind in Gen.Elements(CustomerKinds.All.ToArray())
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (shipped == 0 ? policy.DiagramOf(kind) : trial.Compiled.DiagramOf(trial.Kind), seed);

    [Law(500)]
    public Property Code_over_rows_says_what_the_walk_says() =>
        Law.ForAll(Diagrams, drawn => Decided(DiagramCode.Rows(drawn.Diagram), drawn.Diagram, Rows(drawn)).SequenceEqual(Walked(drawn.Diagram, Rows(drawn))));

    [Law(500)]
    public Property Code_over_what_is_known_goes_as_far_as_that_leads() =>
        Law.ForAll(Diagrams, drawn =>
        {
            var (diagram, random) = (drawn.Diagram, new System.Random(drawn.Seed));
            return Rows(drawn).Chunk(Math.Max(1, diagram.Domains.Length)).All(row =>
            {
                var readings = row.Select((value, variable) => random.Next(4) == 0 ? diagram.Domains[variable] : Interval.Point(value)).ToArray();
                return diagram.Domains.Length == 0
                    || (Code(DiagramCode.Known(diagram))(ref readings[0]) == Followed(diagram, readings) && diagram.Possible(readings) == Reached(diagram, diagram.Root, readings));
            });
        });

    [Law(100)]
    public Property Batches_of_any_size_decide_alike_before_code_is_made_and_after() =>
        Law.ForAll(Diagrams, drawn =>
        {
            var (diagram, rows) = (drawn.Diagram, Rows(drawn));
            var walked = Walked(diagram, rows);
            var batches = new DiagramBatches(diagram);
            for (var decided = 0; decided <= 2 * DiagramBatches.WorthCode; decided += walked.Length)
            {
                var outcomes = new byte[walked.Length];
                batches.Rows(rows, outcomes);
                if (!outcomes.SequenceEqual(walked))
                {
                    return false;
                }
            }

            return true;
        });

    [Law(20)]
    public Property A_batch_of_another_length_than_its_readings_is_refused() =>
        Law.ForAll(Diagrams, drawn =>
        {
            var outcomes = new byte[Walked(drawn.Diagram, Rows(drawn)).Length];
            var readings = new long[(outcomes.Length * drawn.Diagram.Domains.Length) + 1];
            return Refused(() => drawn.Diagram.Decide(readings, outcomes));
        });

    private static bool Refused(Action batch) => Xunit.Record.Exception(batch) is ArgumentOutOfRangeException;

    private static T Code<T>(Option<T> made) => made.IfNone(() => throw new InvalidOperationException("this runtime makes no code"));

    private static byte[] Decided(Option<DecideAll> code, Diagram diagram, long[] readings)
    {
        var outcomes = new byte[Count(diagram, readings) + 1];
        outcomes[^1] = 99;
        Code(code)(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(readings), ref outcomes[0], outcomes.Length - 1);
        return outcomes[^1] == 99 ? outcomes[..^1] : [];
    }

    private static byte[] Walked(Diagram diagram, long[] rows) =>
        [.. Enumerable.Range(0, Count(diagram, rows)).Select(row => (byte)diagram.Walk(rows.AsSpan(row * diagram.Domains.Length, diagram.Domains.Length)))];

    private static int Followed(Diagram diagram, Interval[] readings)
    {
        var at = diagram.Root;
        while (at >= 0 && readings[diagram.Nodes[at].Variable].IsPoint)
        {
            at = diagram.Nodes[at].Children[diagram.Nodes[at].Cuts.Count(cut => cut <= readings[diagram.Nodes[at].Variable].Low)];
        }

        return ~at;
    }

    private static OutcomeSet Reached(Diagram diagram, int at, Interval[] readings) => at < 0
        ? OutcomeSet.Of(~at)
        : diagram.Nodes[at] is var node && readings[node.Variable] is var (low, high)
            ? node.Children.Where((_, i) => (i == 0 || node.Cuts[i - 1] <= high) && (i == node.Cuts.Length || low < node.Cuts[i]))
                .Aggregate(default(OutcomeSet), (all, child) => all | Reached(diagram, child, readings))
            : default;

    private static int Count(Diagram diagram, long[] readings) => diagram.Domains.Length == 0 ? 40 : readings.Length / diagram.Domains.Length;

    /// <summary>40 rows on, below and above the cuts of every variable, and anywhere in its domain.</summary>
    private static long[] Rows((Diagram Diagram, int Seed) drawn)
    {
        var (diagram, random) = (drawn.Diagram, new System.Random(drawn.Seed));
        var cuts = Enumerable.Range(0, diagram.Domains.Length)
            .Select(variable => diagram.Nodes.Where(node => node.Variable == variable).SelectMany(node => node.Cuts).Distinct().Order().ToArray()).ToArray();
        return [.. Enumerable.Range(0, 40 * diagram.Domains.Length).Select(i => Value(random, diagram.Domains[i % cuts.Length], cuts[i % cuts.Length]))];
    }

    private static long Value(System.Random random, Interval domain, long[] cuts) =>
        random.Next(5) == 0 || cuts.Length == 0
            ? random.NextInt64(domain.Low, domain.High + 1)
            : Math.Clamp(cuts[random.Next(cuts.Length)] + random.Next(-1, 2), domain.Low, domain.High);
}
