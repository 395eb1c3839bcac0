namespace Kehu.Domain;

/// <summary>What criteria cite.</summary>
public static class CitedCriteria
{
    /// <summary>The citations of a criterion's leaves in the order of the text, each once; referred policies and scorecards have theirs beside them.</summary>
    public static IEnumerable<Citation> Citations(this Criterion criterion) => criterion switch
    {
        Criterion.Within(_, _, _, var citation) => [citation],
        Criterion.OneOf(_, _, var citation) => [citation],
        Criterion.AtLeastGrade(_, _, var citation) => [citation],
        Criterion.Is(_, var citation) => [citation],
        Criterion.Holds(_, _, var citation) => [citation],
        Criterion.Classified(_, _, var citation) => [citation],
        Criterion.Score(_, _, _, var citation) => [citation],
        Criterion.All or Criterion.Any or Criterion.AtLeast or Criterion.Not or Criterion.Cases => criterion.Parts().SelectMany(Citations).Distinct(),
    };
}
