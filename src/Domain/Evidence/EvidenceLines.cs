using System.Runtime.InteropServices;

namespace Kehu.Domain;

/// <summary>How one criterion of the plan came out for a customer, and what was read of it: a quantity, or the points reached.</summary>
public readonly record struct EvidenceLine(int Criterion, Truth Truth, Interval Read);

/// <summary>
/// The evidence of one decision as one array: how every criterion shown came out, each before its parts. What the criteria say is in the plan.
/// <see cref="WhateverUnknown"/>: criterion by criterion it stays open, yet every filling of the unknown facts decides alike.
/// </summary>
public readonly struct EvidenceLines
{
    private readonly EvidenceLine[] lines;
    private readonly int count;

    internal EvidenceLines(EvidencePlan plan, EvidenceLine[] lines, int count, bool applies, int tested, bool whateverUnknown)
    {
        (Plan, this.lines, this.count, ShowsApplies, Tested, WhateverUnknown) = (plan, lines, count, applies, tested, whateverUnknown);
    }

    /// <summary>What the lines are about.</summary>
    public EvidencePlan Plan { get; }

    /// <summary>Whether the first line is that of what must hold for the policy to apply.</summary>
    public bool ShowsApplies { get; }

    /// <summary>How many classes from the first on are shown.</summary>
    public int Tested { get; }

    /// <summary>Settled, though the criteria one by one do not settle it.</summary>
    public bool WhateverUnknown { get; }

    /// <summary>The lines, each before its parts.</summary>
    public ReadOnlySpan<EvidenceLine> Lines => lines.AsSpan(0, count);

    /// <summary>The criterion of a line.</summary>
    public EvidenceCriterion CriterionOf(EvidenceLine line) => Plan.Criteria[line.Criterion];
}

/// <summary>Making the evidence of a decision.</summary>
internal static class EvidenceMaking
{
    /// <summary>The evidence for completed facts without faults on the date, of a customer with this outcome; none of a closed one.</summary>
    internal static EvidenceLines Evidence(this EvidencePlan plan, KnownFacts facts, DateOnly asOf, Outcome outcome)
    {
        var count = plan.Quantities.Length;
        Span<Interval> readings = count <= 64 ? stackalloc Interval[count] : new Interval[count];
        var known = true;
        for (var i = 0; i < count; i++)
        {
            readings[i] = facts.Read(plan.Quantities[i], asOf);
            known &= readings[i].IsPoint;
        }

        var shown = plan.Shown(outcome);
        return known && shown.Applies == plan.Applies.IsSome ? plan.Known(readings, shown) : plan.Make(new EvidenceReadings(readings), known, shown);
    }

    /// <summary>The evidence for readings that are all known, by the plan's places, of a customer with this outcome of the diagram.</summary>
    internal static EvidenceLines Evidence(this EvidencePlan plan, ReadOnlySpan<long> readings, int outcome)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(readings.Length, plan.Quantities.Length);
        var tested = outcome > plan.Rungs.Length ? 0 : Math.Min(outcome + 1, plan.Rungs.Length);
        var lines = new EvidenceLine[plan.KnownLengths[tested]];
        var count = lines.Length == 0 ? 0 : plan.Writing(ref MemoryMarshal.GetReference(readings), ref MemoryMarshal.GetArrayDataReference(lines), tested);
        return new EvidenceLines(plan, lines, count, plan.Applies.IsSome, tested, whateverUnknown: false);
    }

    /// <summary>Writes the lines of the first classes without code for it.</summary>
    internal static int Interpret(this EvidencePlan plan, ref long readings, ref EvidenceLine lines, int tested)
    {
        var writer = new EvidenceWriter<KnownReadings>(
            new KnownReadings(MemoryMarshal.CreateReadOnlySpan(ref readings, plan.Quantities.Length)),
            MemoryMarshal.CreateSpan(ref lines, plan.KnownLengths[tested]));
        if (plan.Applies.Case is EvidenceCriterion applies)
        {
            writer.Find(applies);
        }

        for (var rung = 0; rung < tested; rung++)
        {
            writer.Find(plan.Rungs[rung]);
        }

        return writer.Count;
    }

    private static EvidenceLines Known(this EvidencePlan plan, ReadOnlySpan<Interval> readings, Shown shown)
    {
        Span<long> values = readings.Length <= 64 ? stackalloc long[readings.Length] : new long[readings.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = readings[i].Low;
        }

        return plan.Evidence(values, shown.Outcome);
    }

    private static Shown Shown(this EvidencePlan plan, Outcome outcome) => outcome switch
    {
        Outcome.Decided(_, var place) => new Shown(plan.Applies.IsSome, Math.Min(place + 1, plan.Rungs.Length), place),
        Outcome.Open => new Shown(plan.Applies.IsSome, plan.Rungs.Length, Domain.Shown.IsOpen),
        Outcome.NotApplicable(var reason) => new Shown(plan.Applies.IsSome && reason != Reason.Closed, 0, plan.Rungs.Length + 1),
    };

    private static EvidenceLines Make<TReadings>(this EvidencePlan plan, TReadings readings, bool allKnown, Shown shown)
        where TReadings : struct, IEvidenceReadings, allows ref struct
    {
        var lines = GC.AllocateUninitializedArray<EvidenceLine>(plan.LengthOf(shown, allKnown));
        var writer = new EvidenceWriter<TReadings>(readings, lines);
        var definite = true;
        if (shown.Applies && plan.Applies.Case is EvidenceCriterion applies)
        {
            definite = writer.Find(applies) == (shown.Outcome > plan.Rungs.Length ? Truth.False : Truth.True);
        }

        for (var rung = 0; rung < shown.Tested; rung++)
        {
            definite &= writer.Find(plan.Rungs[rung]) == (rung == shown.Outcome ? Truth.True : Truth.False);
        }

        return new EvidenceLines(plan, lines, writer.Count, shown.Applies, shown.Tested, !definite && shown.Outcome != Domain.Shown.IsOpen);
    }

    private static int LengthOf(this EvidencePlan plan, Shown shown, bool allKnown)
    {
        var length = !shown.Applies ? 0 : allKnown ? plan.AppliesLength.Known : plan.AppliesLength.Any;
        for (var rung = 0; rung < shown.Tested; rung++)
        {
            length += allKnown ? plan.Lengths[rung].Known : plan.Lengths[rung].Any;
        }

        return length;
    }
}

/// <summary>What is shown of a policy: whether that it applies, how many classes, and the place of the outcome.</summary>
internal readonly record struct Shown(bool Applies, int Tested, int Outcome)
{
    public const int IsOpen = -1;
}
