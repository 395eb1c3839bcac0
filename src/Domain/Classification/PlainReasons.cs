namespace Kehu.Domain;

/// <summary>
/// The criteria of a class beside what was found about them, cut down to what matters: what speaks for the class where it holds,
/// what stands against it where it does not. A criterion that is met is never given as a reason against.
/// </summary>
internal sealed class PlainReasons(PolicySet policies)
{
    /// <summary>What was met, for a criterion that holds; what is unknown stays where the criterion holds whatever it is.</summary>
    public Arr<PlainPoint> For(Criterion criterion, Finding finding) => criterion switch
    {
        Criterion.All(var parts) => Group(parts.Count, parts, finding, For, Favours(finding)),
        Criterion.Any(var parts) => Group(1, parts, finding, For, Favours(finding)),
        Criterion.AtLeast(var needed, var parts) => Group(needed, parts, finding, For, Favours(finding)),
        Criterion.Not(var part) => Array(Excluded(part, finding, new Label("does not hold: ", "不成立："))),
        Criterion.Cases(var fact, var branches) => Branches(fact, branches, finding)
            .Filter(pair => Favours(finding)(pair.Finding))
            .Bind(pair => Headed(fact, finding, For(pair.Criterion, pair.Finding))),
        Criterion.Score => Array(Scored(finding)),
        Criterion.Classified classified => Array(Referred(classified, finding, For, other => other.Truth == Truth.True)),
        Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds => Array(Read(finding)),
    };

    /// <summary>What failed or is unknown, for a criterion that does not hold.</summary>
    public Arr<PlainPoint> Against(Criterion criterion, Finding finding) => criterion switch
    {
        Criterion.All(var parts) => Group(parts.Count, parts, finding, Against, Hinders),
        Criterion.Any(var parts) => Choice(1, parts, finding),
        Criterion.AtLeast(var needed, var parts) => Choice(needed, parts, finding),
        Criterion.Not(var part) => Array(Excluded(part, finding, new Label("must not hold: ", "不得成立："))),
        Criterion.Cases(var fact, var branches) => AgainstCases(fact, branches, finding),
        Criterion.Score => Array(Scored(finding)),
        Criterion.Classified classified => Array(Referred(classified, finding, Against, Hinders)),
        Criterion.Within or Criterion.OneOf or Criterion.AtLeastGrade or Criterion.Is or Criterion.Holds => Array(Read(finding)),
    };

    /// <summary>The parts that speak for a whole: those that hold; those that may hold as well where the whole is not settled part by part.</summary>
    private static Func<Finding, bool> Favours(Finding whole) =>
        part => part.Truth == Truth.True || (whole.Truth == Truth.Unknown && part.Truth == Truth.Unknown);

    private static bool Hinders(Finding finding) => finding.Truth != Truth.True;

    /// <summary>All that matters of a group, side by side. A group of one is its part.</summary>
    private static Arr<PlainPoint> Group(
        int needed, Arr<Criterion> parts, Finding finding, Func<Criterion, Finding, Arr<PlainPoint>> tell, Func<Finding, bool> matters) =>
        Paired(needed, parts, finding).Filter(pair => matters(pair.Finding)).Bind(pair => tell(pair.Criterion, pair.Finding));

    /// <summary>Parts of which so many would have had to hold: what stands against each of the others.</summary>
    private Arr<PlainPoint> Choice(int needed, Arr<Criterion> parts, Finding finding)
    {
        var pairs = Paired(needed, parts, finding);
        if (pairs.Count == 1)
        {
            return Against(pairs[0].Criterion, pairs[0].Finding);
        }

        var met = pairs.Count(pair => pair.Finding.Truth == Truth.True);
        var words = needed == 1
            ? new Label("one of these is asked for, none is known to hold", "须满足以下任一项，目前尚无一项可确认")
            : new Label($"{needed} of {pairs.Count} are asked for, {met} hold; these are left", $"{pairs.Count} 项中须满足 {needed} 项，已满足 {met} 项，其余为");
        var against = pairs.Filter(pair => Hinders(pair.Finding)).Map(pair => Together(Against(pair.Criterion, pair.Finding), pair.Finding));
        return Array(new PlainPoint(words, against, Some(finding)));
    }

    /// <summary>Several reasons against one part as one point.</summary>
    private static PlainPoint Together(Arr<PlainPoint> points, Finding finding) => points.Count == 1
        ? points[0]
        : new PlainPoint(new Label("all of these", "同时满足以下各项"), points, Some(finding));

    private static Arr<(Criterion Criterion, Finding Finding)> Paired(int needed, Arr<Criterion> parts, Finding finding) =>
        parts.Count == 1 && needed == 1 ? Array((parts[0], finding)) : new Arr<(Criterion, Finding)>(parts.Zip(finding.Parts));

    private static Arr<(Criterion Criterion, Finding Finding)> Branches(Fact.Choice fact, Arr<Case> branches, Finding finding)
    {
        var open = branches.Filter(branch => finding.Observation.Exists(read => fact.PlaceOf(branch.Code).Exists(place => read.Reading.Contains(place))));
        return new Arr<(Criterion, Finding)>(open.Map(branch => branch.Criterion).Zip(finding.Parts));
    }

    private Arr<PlainPoint> AgainstCases(Fact.Choice fact, Arr<Case> branches, Finding finding) =>
        finding.Observation.Exists(read => read.Reading.IsPoint)
            ? Branches(fact, branches, finding) is { IsEmpty: false } known
                ? Headed(fact, finding, known.Bind(pair => Against(pair.Criterion, pair.Finding)))
                : Array(new PlainPoint(Named(fact, finding) + new Label(": the class is not for it", "：该类别不适用"), Array<PlainPoint>(), Some(finding)))
            : Array(new PlainPoint(fact.Head.Label + new Label(": not known to the bank", "：本行尚未掌握"), Array<PlainPoint>(), Some(finding)));

    private static Arr<PlainPoint> Headed(Fact.Choice fact, Finding finding, Arr<PlainPoint> points) =>
        Array(new PlainPoint(Named(fact, finding), points, Some(finding)));

    private static Label Named(Fact.Choice fact, Finding finding) => fact.Head.Label + finding.Observation
        .Filter(read => read.Reading.IsPoint)
        .Match(Some: read => new Label(": ", "：") + fact.Words(read.Reading.Low), None: () => new Label("", ""));

    /// <summary>A negation in one line: what it negates, with what was read where that is one thing.</summary>
    private PlainPoint Excluded(Criterion part, Finding finding, Label how)
    {
        var inner = finding.Parts.IsEmpty ? finding : finding.Parts[0];
        return new PlainPoint(
            how + (inner.Observation.IsSome && inner.Parts.IsEmpty ? Line(inner) : part.Describe(policies)), Array<PlainPoint>(), Some(finding));
    }

    private static PlainPoint Scored(Finding finding) =>
        new(finding.Words + Cited(finding), finding.Parts.Map(item => new PlainPoint(item.Words, Array<PlainPoint>(), None)), Some(finding));

    /// <summary>Another policy's classes; what stands in their way only where no class of that policy was reached that is not asked for.</summary>
    private PlainPoint Referred(Criterion.Classified classified, Finding finding, Func<Criterion, Finding, Arr<PlainPoint>> tell, Func<Finding, bool> matters)
    {
        var rungs = policies.Find(classified.Policy).Map(policy => policy.Rungs).IfNone(Array<Rung>());
        var pairs = new Arr<(Rung Rung, Finding Finding)>(rungs.Zip(finding.Parts));
        var elsewhere = finding.Truth == Truth.False && pairs.Exists(pair => pair.Finding.Truth == Truth.True);
        var shown = elsewhere
            ? Array<(Rung Rung, Finding Finding)>()
            : pairs.Filter(pair => classified.Classes.Contains(pair.Rung.Class.Code) && matters(pair.Finding));
        return new PlainPoint(finding.Words + Cited(finding), shown.Bind(pair => tell(pair.Rung.Criterion, pair.Finding)), Some(finding));
    }

    private static PlainPoint Read(Finding finding) => new(Line(finding), Array<PlainPoint>(), Some(finding));

    /// <summary>A leaf in one line: what is asked for, what was read, by how much it misses, where the bound comes from.</summary>
    private static Label Line(Finding finding) => finding.Words + finding.Observation.Match(Some: Yours, None: () => Label.Same("")) + Cited(finding);

    private static Label Yours(Observation read) => read.Reading.IsPoint
        ? new Label(" — yours: ", "——您的情况：")
            + read.Quantity.Words(read.Reading.Low)
            + read.Miss.Match(Some: miss => Missed(read.Quantity, miss), None: () => Label.Same(""))
        : new Label(" — not known to the bank", "——本行尚未掌握");

    private static Label Missed(Quantity quantity, long miss)
    {
        var amount = quantity is Quantity.Of(Fact.Day)
            ? new Label($"{Math.Abs(miss)} days", $"{Math.Abs(miss)} 天")
            : quantity.Words(Math.Abs(miss));
        return miss < 0
            ? new Label($", {amount.En} short", $"，尚差 {amount.Zh}")
            : new Label($", {amount.En} too much", $"，超出 {amount.Zh}");
    }

    private static Label Cited(Finding finding) => finding.Citation.Map(citation => citation.Describe()).Match(
        Some: words => new Label($" ({words.En})", $"（{words.Zh}）"),
        None: () => Label.Same(""));
}
