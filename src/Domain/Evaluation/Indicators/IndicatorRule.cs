namespace Kehu.Domain;

/// <summary>What one customer adds to a measure of an indicator, by the measure's place among those of the indicator.</summary>
public readonly record struct Added(int Measure, CustomerUnit At, Tally Tally);

/// <summary>
/// An indicator as a fold: what it is, and what one customer adds to it. To a measure of customers every customer adds exactly once, if only
/// that it lies outside, so that the figure tells of everybody on file; to one of events (answers, complaints, duties) as often as there are any.
/// </summary>
public abstract record IndicatorRule(Indicator Indicator)
{
    /// <summary>What a customer with all its events adds.</summary>
    public abstract IEnumerable<Added> Of(CustomerView customer);
}
