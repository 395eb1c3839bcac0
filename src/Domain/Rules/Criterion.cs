namespace Kehu.Domain;

/// <summary>
/// What must hold of a customer, as data. A closed algebra: every leaf names a quantity, a bound and a citation.
/// Evaluated (<see cref="Evaluation"/>), explained, described
/// and compiled to a decision diagram (<see cref="Compilation"/>).
/// </summary>
public abstract record Criterion
{
    private Criterion()
    {
    }

    /// <summary>The quantity lies within the bounds, both included, in its smallest unit; an absent bound is open.</summary>
    public sealed record Within(Quantity Quantity, Option<long> Min, Option<long> Max, Citation Citation) : Criterion;

    /// <summary>The choice is one of the codes.</summary>
    public sealed record OneOf(Fact.Choice Fact, Arr<string> Codes, Citation Citation) : Criterion;

    /// <summary>The grade is the named one or a higher one.</summary>
    public sealed record AtLeastGrade(Fact.Grade Fact, string Code, Citation Citation) : Criterion;

    /// <summary>The flag is set.</summary>
    public sealed record Is(Fact.Flag Fact, Citation Citation) : Criterion;

    /// <summary>The set holds the member.</summary>
    public sealed record Holds(Fact.Several Fact, string Code, Citation Citation) : Criterion;

    /// <summary>Every part holds; true where there is none.</summary>
    public sealed record All(Arr<Criterion> Parts) : Criterion;

    /// <summary>Some part holds; false where there is none.</summary>
    public sealed record Any(Arr<Criterion> Parts) : Criterion;

    /// <summary>At least so many parts hold.</summary>
    public sealed record AtLeast(int Needed, Arr<Criterion> Parts) : Criterion;

    /// <summary>The part does not hold.</summary>
    public sealed record Not(Criterion Part) : Criterion;

    /// <summary>The criterion of the customer's code holds; false for a code without one.</summary>
    public sealed record Cases(Fact.Choice Fact, Arr<Case> Branches) : Criterion;

    /// <summary>The scorecard's points lie within the bounds, both included.</summary>
    public sealed record Score(Scorecard Card, Option<long> Min, Option<long> Max, Citation Citation) : Criterion;

    /// <summary>Another policy puts the customer into one of the classes; false where that policy does not apply.</summary>
    public sealed record Classified(PolicyId Policy, Arr<ClassCode> Classes, Citation Citation) : Criterion;
}

/// <summary>The criterion that goes with one code of a choice.</summary>
public sealed record Case(string Code, Criterion Criterion);

/// <summary>Points for what a customer shows: the sum over its items.</summary>
public sealed record Scorecard(Label Label, Arr<ScoreItem> Items);

/// <summary>One dimension of a scorecard: the points of its first bin that holds, else none.</summary>
public sealed record ScoreItem(Label Label, Arr<ScoreBin> Bins);

/// <summary>The points given where a criterion holds; not negative.</summary>
public sealed record ScoreBin(Criterion Criterion, int Points);
