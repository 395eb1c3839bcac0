namespace Kehu.Domain;

/// <summary>
/// Something counted of customers block by block. Counts of parts add up to that of the whole, in any order,
/// so that several threads count side by side.
/// </summary>
/// <typeparam name="TCount">The count itself.</typeparam>
public interface IBlockCount<in TCount>
{
    /// <summary>Counts the customers of a block. None of its records is later than the date asked for.</summary>
    void Add(CustomerBlock block);

    /// <summary>Adds what was counted of other customers to the same question.</summary>
    void Add(TCount other);
}

/// <summary>A question about the customers of a bank, or of some of its outlets, as they were on a date; answered by counting them.</summary>
/// <typeparam name="TCount">What is counted.</typeparam>
/// <typeparam name="TAnswer">What follows from it.</typeparam>
public interface IPortfolioQuestion<TCount, TAnswer>
    where TCount : IBlockCount<TCount>
{
    /// <summary>The date: customers are as their last record up to it says.</summary>
    DateOnly AsOf { get; }

    /// <summary>The outlets; none: all.</summary>
    Option<OutletsAsked> Outlets { get; }

    /// <summary>A count of nobody yet.</summary>
    TCount Nobody();

    /// <summary>The answer over customers of a content hash; none where it is too much to tell.</summary>
    Option<TAnswer> Answer(TCount counted, PortfolioHash customers);
}
