namespace Kehu.Domain;

/// <summary>How a criterion of a plan is read.</summary>
internal enum EvidenceReading
{
    /// <summary>A test of one quantity.</summary>
    Leaf = 0,

    /// <summary>A test that nothing passes: its code is in no list.</summary>
    Never = 1,

    /// <summary>So many parts hold.</summary>
    Group = 2,

    /// <summary>The part does not hold.</summary>
    Not = 3,

    /// <summary>The part that goes with a choice holds.</summary>
    Cases = 4,

    /// <summary>The points of the items lie within bounds.</summary>
    Score = 5,

    /// <summary>The points of the first bin that holds.</summary>
    Item = 6,

    /// <summary>Another policy gives one of some classes: its classes are the parts.</summary>
    Referred = 7,
}

/// <summary>
/// One criterion of a policy as evidence shows it: everything about it that is the same for every customer. Made once by
/// <see cref="EvidencePlan"/>, shared by all decisions.
/// </summary>
public sealed class EvidenceCriterion
{
    internal EvidenceCriterion(EvidenceReading reading, int place, Label words, IEnumerable<EvidenceCriterion> parts)
    {
        (Reading, Place, Words, Parts) = (reading, place, words, [.. parts]);
        End = Parts.Length == 0 ? place + 1 : Parts[^1].End;
    }

    /// <summary>Its place among the criteria of its plan: a criterion comes before its parts.</summary>
    public int Place { get; }

    /// <summary>The place after its last part.</summary>
    public int End { get; internal init; }

    /// <summary>The words that describe it; of a score they go on with the points reached.</summary>
    public Label Words { get; }

    /// <summary>What it reads, where it reads a quantity.</summary>
    public Option<Quantity> Quantity { get; internal init; }

    /// <summary>The values that it admits, where it tests a quantity.</summary>
    public Arr<Interval> Admitted { get; internal init; }

    /// <summary>Where it comes from, where one text says so.</summary>
    public Option<Citation> Citation { get; internal init; }

    /// <summary>True where what was read are points of a score.</summary>
    public bool IsOfPoints => Reading is EvidenceReading.Score or EvidenceReading.Item;

    internal EvidenceReading Reading { get; }

    internal EvidenceCriterion[] Parts { get; }

    /// <summary>The place of the quantity in the plan's readings.</summary>
    internal int Variable { get; init; }

    /// <summary>The admitted values again, as an array.</summary>
    internal Interval[] Tests { get; init; } = [];

    /// <summary>How many parts of a group must hold.</summary>
    internal int Needed { get; init; }

    /// <summary>For every part: the place of its code among the choices, or the points of its bin.</summary>
    internal long[] Keys { get; init; } = [];

    /// <summary>For every class of another policy down to the last one named: whether it is named.</summary>
    internal bool[] Named { get; init; } = [];

    /// <summary>What else must hold for another policy to apply; it is not shown.</summary>
    internal Option<EvidenceCriterion> Applies { get; init; }

    /// <summary>Whether the last class of another policy, which has no criterion, is named.</summary>
    internal bool NamesOtherwise { get; init; }

    /// <summary>The words with the points reached, where they go on with them.</summary>
    public Label WordsFor(Interval read) => !IsOfPoints ? Words
        : read.IsPoint ? Words + new Label($": {read.Low} points", $"：{read.Low} 分")
        : Words + new Label($": {read.Low} to {read.High} points", $"：{read.Low} 至 {read.High} 分");

    /// <summary>By how much a known value misses a number's bounds, signed: below is negative.</summary>
    public Option<long> Miss(Interval read) =>
        Admitted.Count == 1 && read.IsPoint && Quantity.Case is (Domain.Quantity.Of(Fact.Amount or Fact.Count or Fact.Share or Fact.Day) or Domain.Quantity.By)
            ? read.Low < Admitted[0].Low ? Some(read.Low - Admitted[0].Low)
                : read.Low > Admitted[0].High ? Some(read.Low - Admitted[0].High)
                : None
            : None;
}
