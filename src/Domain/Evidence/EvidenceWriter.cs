namespace Kehu.Domain;

/// <summary>What is known of the quantities of a plan, by place.</summary>
internal interface IEvidenceReadings
{
    Interval this[int place] { get; }
}

/// <summary>Readings of which some may be unknown.</summary>
internal readonly ref struct EvidenceReadings(ReadOnlySpan<Interval> readings) : IEvidenceReadings
{
    private readonly ReadOnlySpan<Interval> readings = readings;

    public Interval this[int place] => readings[place];
}

/// <summary>Readings that are all known.</summary>
internal readonly ref struct KnownReadings(ReadOnlySpan<long> readings) : IEvidenceReadings
{
    private readonly ReadOnlySpan<long> readings = readings;

    public Interval this[int place] => Interval.Point(readings[place]);
}

/// <summary>Writes the lines of criteria, each before its parts. Used by one computation; the lines given are enough.</summary>
internal ref struct EvidenceWriter<TReadings>(TReadings readings, Span<EvidenceLine> lines)
    where TReadings : struct, IEvidenceReadings, allows ref struct
{
    private readonly TReadings readings = readings;
    private readonly Span<EvidenceLine> lines = lines;

    /// <summary>How many lines are written.</summary>
    public int Count { get; private set; }

    /// <summary>Writes a criterion with all its parts, and says how it came out.</summary>
    public Truth Find(EvidenceCriterion at)
    {
        var line = Count++;
        var read = default(Interval);
        var truth = at.Reading switch
        {
            EvidenceReading.Leaf => Test(at.Tests, read = readings[at.Variable]),
            EvidenceReading.Never => Truth.False,
            EvidenceReading.Group => Group(at),
            EvidenceReading.Not => Find(at.Parts[0]).Not(),
            EvidenceReading.Cases => Cases(at, read = readings[at.Variable]),
            EvidenceReading.Score => Test(at.Tests, read = Sum(at)),
            EvidenceReading.Item => (read = Points(at)).IsPoint ? Truth.True : Truth.Unknown,
            EvidenceReading.Referred => Referred(at),
        };
        lines[line] = new EvidenceLine(at.Place, truth, read);
        return truth;
    }

    private static Truth Test(Interval[] admitted, Interval read)
    {
        var met = false;
        foreach (var part in admitted)
        {
            if (part.Contains(read))
            {
                return Truth.True;
            }

            met |= part.Meets(read);
        }

        return met ? Truth.Unknown : Truth.False;
    }

    private Truth Group(EvidenceCriterion at)
    {
        var (yes, unknown) = (0, 0);
        foreach (var part in at.Parts)
        {
            var truth = Find(part);
            yes += truth == Truth.True ? 1 : 0;
            unknown += truth == Truth.Unknown ? 1 : 0;
        }

        return yes >= at.Needed ? Truth.True : yes + unknown < at.Needed ? Truth.False : Truth.Unknown;
    }

    /// <summary>Every branch that some code leads to; a code without one holds not. Where they differ nothing can be told.</summary>
    private Truth Cases(EvidenceCriterion at, Interval read)
    {
        var (yes, no, unknown, branches) = (false, false, false, 0);
        for (var part = 0; part < at.Parts.Length; part++)
        {
            if (read.Contains(at.Keys[part]))
            {
                var truth = Find(at.Parts[part]);
                yes |= truth == Truth.True;
                no |= truth == Truth.False;
                unknown |= truth == Truth.Unknown;
                branches++;
            }
        }

        no |= branches <= read.High - read.Low;
        return unknown || (yes && no) ? Truth.Unknown : yes ? Truth.True : Truth.False;
    }

    private Interval Sum(EvidenceCriterion at)
    {
        var (low, high) = (0L, 0L);
        foreach (var item in at.Parts)
        {
            var line = Count;
            Find(item);
            low += lines[line].Read.Low;
            high += lines[line].Read.High;
        }

        return new Interval(low, high);
    }

    /// <summary>The points of the bins that could be the first to hold; all bins are shown.</summary>
    private Interval Points(EvidenceCriterion at)
    {
        var (low, high, settled) = (long.MaxValue, long.MinValue, false);
        for (var bin = 0; bin < at.Parts.Length; bin++)
        {
            var truth = Find(at.Parts[bin]);
            if (!settled && truth != Truth.False)
            {
                (low, high) = (Math.Min(low, at.Keys[bin]), Math.Max(high, at.Keys[bin]));
                settled = truth == Truth.True;
            }
        }

        return settled ? new Interval(low, high) : new Interval(Math.Min(low, 0), Math.Max(high, 0));
    }

    /// <summary>The first class that holds must be one of those named, and the other policy must apply.</summary>
    private Truth Referred(EvidenceCriterion at)
    {
        var (assigned, noneAbove) = (Truth.False, Truth.True);
        for (var rung = 0; rung < at.Parts.Length; rung++)
        {
            var truth = Find(at.Parts[rung]);
            assigned = at.Named[rung] ? Or(assigned, And(noneAbove, truth)) : assigned;
            noneAbove = And(noneAbove, truth.Not());
        }

        assigned = at.NamesOtherwise ? Or(assigned, noneAbove) : assigned;
        return And(Applies(at), assigned);
    }

    private Truth Applies(EvidenceCriterion at)
    {
        if (at.Applies.Case is not EvidenceCriterion hidden)
        {
            return at.Needed == 1 ? Truth.True : Truth.False;
        }

        var shown = Count;
        var truth = Find(hidden);
        Count = shown;
        return truth;
    }

    private static Truth And(Truth left, Truth right) =>
        left == Truth.False || right == Truth.False ? Truth.False : left == Truth.True && right == Truth.True ? Truth.True : Truth.Unknown;

    private static Truth Or(Truth left, Truth right) => And(left.Not(), right.Not()).Not();
}
