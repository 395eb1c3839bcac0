namespace Kehu.Domain;

/// <summary>How many of the customers that may have a fact lack it, and how many have a value on file that would be refused today.</summary>
public sealed record FactGap(Fact Fact, long Customers, long Unknown, long OutOfRange)
{
    /// <summary>A fact with its gaps as it is answered.</summary>
    public static Contract<FactGap> Contract { get; } = Answered<FactGap>.Object(
        "A fact, the customers of the kinds that may have it, how many of them lack it, and how many have a value on file that would be refused today "
            + "(an amount filed when more was accepted).",
        [
            .. Answered<FactGap>.FieldsOf(FactNames.Fields, gap => gap.Fact),
            Answered<FactGap>.Always("customers", Forms.Counted, gap => gap.Customers),
            Answered<FactGap>.Always("unknown", Forms.Counted, gap => gap.Unknown),
            Answered<FactGap>.Optional("unknownPercent", Forms.Digits, gap => gap.UnknownPercent),
            Answered<FactGap>.Always("outOfRange", Forms.Counted, gap => gap.OutOfRange),
        ]);

    /// <summary>The share that lacks it, of 100 with two decimals, the nearest, halves up; none of nobody.</summary>
    public Option<string> UnknownPercent => Customers == 0 ? None : Some(Decimals.Plain((new Fraction(Unknown, Customers) * 10_000).Rounded(), 2));
}

/// <summary>What is unknown of a group, customers of both kinds together.</summary>
public sealed record GroupGaps(Option<string> Name, long Customers, Arr<FactGap> Gaps);

/// <summary>A fact to collect: how many open decisions miss it, and how many of them any answer would end.</summary>
public sealed record NextQuestion(Fact Fact, long BearsOn, long Decides)
{
    /// <summary>What the answer would bring.</summary>
    internal static Arr<Field<NextQuestion>> Gain { get; } = Array<Field<NextQuestion>>(
        Answered<NextQuestion>.Always("bearsOn", Forms.Counted, question => question.BearsOn),
        Answered<NextQuestion>.Always("decides", Forms.Counted, question => question.Decides));

    /// <summary>A question as it is answered.</summary>
    public static Contract<NextQuestion> Contract { get; } = Answered<NextQuestion>.Object(
        "A fact to collect: the open decisions that miss it, and those of them that any answer would decide.",
        [.. Answered<NextQuestion>.FieldsOf(FactNames.Fields, question => question.Fact), .. Gain]);
}

/// <summary>A fact by its name, with its words.</summary>
internal static class FactNames
{
    public static Arr<Field<Fact>> Fields { get; } = Array<Field<Fact>>(
        Answered<Fact>.Always("fact", Forms.Plain, fact => fact.Name),
        Answered<Fact>.Always("label", Forms.Words, fact => fact.Head.Label));
}

/// <summary>What a tally of data quality says; every figure follows from the tally alone.</summary>
public static class DataQualityReport
{
    /// <summary>The facts that somebody of the portfolio may have, in the catalogue's order, over all groups.</summary>
    public static Arr<FactGap> Gaps(this QualityTally tally, QualityScope scope) => scope.Gaps(tally.Groups.AsEnumerable());

    /// <summary>The same of each group: classes in their policy's order, outlets by code; those in no class last.</summary>
    public static Arr<GroupGaps> GapsByGroup(this QualityTally tally, QualityScope scope) => new(tally.Groups.AsEnumerable()
        .GroupBy(group => group.Key.Name)
        .OrderBy(same => same.Key.IsNone).ThenBy(same => scope.PlaceOf(same.Key)).ThenBy(same => same.Key.IfNone(""), StringComparer.Ordinal)
        .Select(same => new GroupGaps(same.Key, same.Sum(group => group.Value.Customers), scope.Gaps(same)))
        .ToArray());

    /// <summary>
    /// The bank's best next questions under one policy: those that end the most open decisions first,
    /// then those that bear on the most, then by name.
    /// </summary>
    public static Arr<NextQuestion> Questions(this OpenDecisions open, FactCatalogue facts) => new(facts.All
        .Take(open.BearsOn.Count)
        .Select((fact, place) => new NextQuestion(fact, open.BearsOn[place], open.Decides[place]))
        .Where(question => question.BearsOn > 0)
        .OrderByDescending(question => question.Decides)
        .ThenByDescending(question => question.BearsOn)
        .ThenBy(question => question.Fact.Name, StringComparer.Ordinal)
        .ToArray());

    /// <summary>The same over all policies: a customer counts once for each decision that is open.</summary>
    public static Arr<NextQuestion> Questions(this QualityTally tally, FactCatalogue facts) =>
        tally.Policies.Values.Aggregate(OpenDecisions.Zero, (sum, open) => sum + open).Questions(facts);

    /// <summary>How a policy stands with the customers; nought where nobody was looked at.</summary>
    public static OpenDecisions Of(this QualityTally tally, PolicyId policy) => tally.Policies.Find(policy).IfNone(OpenDecisions.Zero);

    /// <summary>The place of a class in the policy's order; nought where classes are not grouped by.</summary>
    private static int PlaceOf(this QualityScope scope, Option<string> name) => scope.By == QualityGrouping.Class
        ? scope.Policies.Find(policy => policy.Policy.Id == scope.Classes)
            .Map(policy => policy.Policy.Classes.ToList().FindIndex(one => one.Code.Value == name))
            .IfNone(0)
        : 0;

    private static Arr<FactGap> Gaps(this QualityScope scope, IEnumerable<(QualityGroup Key, FactGaps Value)> groups)
    {
        var all = groups.ToList();
        return new Arr<FactGap>(
            from fact in scope.Reported
            let place = scope.Facts.PlaceOf(fact)
            let having = all.Where(part => fact.Head.Scope.Covers(part.Key.Kind)).ToList()
            where having.Count > 0
            select new FactGap(
                fact,
                having.Sum(part => part.Value.Customers),
                having.Sum(part => part.Value.Unknown[place]),
                having.Sum(part => part.Value.OutOfRange[place])));
    }
}
