namespace Kehu.Domain;

/// <summary>The words in which rule authors write criteria. Every leaf takes its citation; amounts, counts and percentages cannot be mixed up.</summary>
public static class Author
{
    /// <summary>The amount is the bound or more (以上).</summary>
    public static Criterion AtLeast(this Fact.Amount fact, Money bound, Citation citation) => new Quantity.Of(fact).From(bound.Fen, citation);

    /// <summary>The count is the bound or more.</summary>
    public static Criterion AtLeast(this Fact.Count fact, long bound, Citation citation) => new Quantity.Of(fact).From(bound, citation);

    /// <summary>The percentage is the bound or more.</summary>
    public static Criterion AtLeast(this Fact.Share fact, Percent bound, Citation citation) => new Quantity.Of(fact).From(bound.BasisPoints, citation);

    /// <summary>The grade is the named one or a higher one.</summary>
    public static Criterion AtLeast(this Fact.Grade fact, string code, Citation citation) => new Criterion.AtLeastGrade(fact, code, citation);

    /// <summary>The derived fact (years, months, pieces, basis points) is the bound or more.</summary>
    public static Criterion AtLeast(this DerivedFact fact, long bound, Citation citation) => new Quantity.By(fact).From(bound, citation);

    /// <summary>The derived fact (years, months, pieces, basis points) is the bound or less.</summary>
    public static Criterion AtMost(this DerivedFact fact, long bound, Citation citation) =>
        new Criterion.Within(new Quantity.By(fact), None, Some(bound), citation);

    /// <summary>The flag is set.</summary>
    public static Criterion Is(this Fact.Flag fact, Citation citation) => new Criterion.Is(fact, citation);

    /// <summary>The choice is one of the codes.</summary>
    public static Criterion OneOf(this Fact.Choice fact, Citation citation, params string[] codes) =>
        new Criterion.OneOf(fact, new Arr<string>(codes), citation);

    /// <summary>The set holds the member.</summary>
    public static Criterion Holds(this Fact.Several fact, string code, Citation citation) => new Criterion.Holds(fact, code, citation);

    /// <summary>A policy puts the customer into one of the classes.</summary>
    public static Criterion Gives(this PolicyId policy, Citation citation, params string[] classes) =>
        new Criterion.Classified(policy, new Arr<ClassCode>(classes.Select(code => new ClassCode(code))), citation);

    /// <summary>Every part holds.</summary>
    public static Criterion AllOf(params Criterion[] parts) => new Criterion.All(new Arr<Criterion>(parts));

    /// <summary>Some part holds.</summary>
    public static Criterion AnyOf(params Criterion[] parts) => new Criterion.Any(new Arr<Criterion>(parts));

    /// <summary>At least so many parts hold.</summary>
    public static Criterion AtLeastOf(int needed, params Criterion[] parts) => new Criterion.AtLeast(needed, new Arr<Criterion>(parts));

    /// <summary>The part does not hold.</summary>
    public static Criterion Not(this Criterion part) => new Criterion.Not(part);

    /// <summary>A scorecard: the sum over its items.</summary>
    public static Scorecard Card(string en, string zh, params ScoreItem[] items) => new(new Label(en, zh), new Arr<ScoreItem>(items));

    /// <summary>One dimension of a scorecard: the points of the first bin that holds, else none. Bins are written best first.</summary>
    public static ScoreItem Item(string en, string zh, params (Criterion Criterion, int Points)[] bins) =>
        new(new Label(en, zh), new Arr<ScoreBin>(bins.Select(bin => new ScoreBin(bin.Criterion, bin.Points))));

    /// <summary>The scorecard gives so many points or more.</summary>
    public static Criterion Scores(this Scorecard card, long min, Citation citation) => new Criterion.Score(card, Some(min), None, citation);

    /// <summary>A ranked or nominal policy with no classes yet; classes are added best first, <see cref="Otherwise"/> ends it.</summary>
    public static Policy Begin(PolicyId id, string en, string zh, Ordering ordering, Arr<Scope> scopes, params Citation[] citations) => new(
        id, new Label(en, zh), ordering, scopes, Array<Rung>(), Class("", "", ""), new Arr<Citation>(citations), Array<Label>());

    /// <summary>A class without notes.</summary>
    public static PolicyClass Class(string code, string en, string zh, params Note[] notes) =>
        new(new ClassCode(code), new Label(en, zh), new Arr<Note>(notes), Array<Offer>());

    /// <summary>The class with the measures that its source names for it.</summary>
    public static PolicyClass Offering(this PolicyClass c, params Offer[] offers) => c with { Offers = c.Offers + new Arr<Offer>(offers) };

    /// <summary>The next class of a policy, entered where the criterion holds and no class above does; it must be implied by those above.</summary>
    public static Policy Then(this Policy policy, PolicyClass next, Criterion criterion) =>
        policy with { Rungs = policy.Rungs.Add(new Rung(next, criterion, None)) };

    /// <summary>The next class, which the source (or the house) declares to be "except the classes above".</summary>
    public static Policy ThenExceptAbove(this Policy policy, PolicyClass next, Criterion criterion, Citation exception) =>
        policy with { Rungs = policy.Rungs.Add(new Rung(next, criterion, Some(exception))) };

    /// <summary>The class of every customer whom no class above takes.</summary>
    public static Policy Otherwise(this Policy policy, PolicyClass last) => policy with { Otherwise = last };

    /// <summary>How an unclear source was read.</summary>
    public static Policy Reading(this Policy policy, string en, string zh) =>
        policy with { Interpretations = policy.Interpretations.Add(new Label(en, zh)) };

    /// <summary>The policy is for one kind of customer without condition.</summary>
    public static Arr<Scope> For(CustomerKind kind) => Array(new Scope(kind, None));

    /// <summary>The policy is for one kind of customer where a criterion holds; the reason is given where it does not.</summary>
    public static Arr<Scope> Where(CustomerKind kind, Criterion criterion, string en, string zh) =>
        Array(new Scope(kind, Some(new Applicability(criterion, new Label(en, zh)))));

    /// <summary>The policy is for both kinds without condition.</summary>
    public static Arr<Scope> ForBoth { get; } = CustomerKinds.All.Map(kind => new Scope(kind, None));

    private static Criterion.Within From(this Quantity quantity, long bound, Citation citation) => new(quantity, Some(bound), None, citation);
}
