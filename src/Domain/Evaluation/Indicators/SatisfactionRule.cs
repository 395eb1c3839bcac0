namespace Kehu.Domain;

/// <summary>The satisfied among those who answered. Each answer counts where the customer belonged on its day. Source 002, 一.1, 附录2.</summary>
public sealed record SatisfactionRule(EvaluationNumbers Numbers) : IndicatorRule(new Indicator(
    Id,
    new Label("Satisfaction", "客户满意度"),
    new Label(
        "Satisfied or very satisfied, of those who answered the five-point survey; beside it, how many said what could be improved.",
        "五级满意度调查中回答“满意”或“非常满意”者占回答者的比例；另计提出改进意见的份数。"),
    Array(
        new Measure(
            Id, "satisfied", new Label("Satisfied", "满意率"), FigureUnit.Share, Better.Up,
            Some(Numbers.Target(TargetSide.AtLeast, EvaluationParameters.Satisfaction)), Sampled: true),
        new Measure(
            Id, "comments", new Label("Suggestions", "改进意见份数"), FigureUnit.Count, Better.Neither,
            None, Sampled: false)),
    Array(Citation.From("002", "一.1、附录2"), Citation.Own("the two best answers are satisfied", "最佳两级视为满意"))))
{
    public const string Id = "satisfaction";

    public override IEnumerable<Added> Of(CustomerView customer)
    {
        foreach (var survey in customer.Past.Customer.Surveys.Where(survey => customer.Days.Contains(survey.Date)))
        {
            var at = customer.Past.UnitOn(survey.Date);
            yield return new Added(0, at, survey.Answer.Match(Some: answer => Tally.Of(answer.IsGood()), None: () => Tally.Outside));
            yield return new Added(1, at, Tally.Of(survey.Comment.IsSome));
        }
    }
}
