using LanguageExt;

namespace Kehu.Api;

/// <summary>How the portfolio in memory stands today; what is not known while it is not there is none.</summary>
internal sealed record PortfolioState(MirrorState State, long MostBytes, Option<(Portfolio Portfolio, DateTime Since)> InStep, DateOnly Today)
{
    private static readonly Contract<Portfolio> Customers = Answered<Portfolio>.Object(
        "", [.. CustomerKinds.All.Map(kind => Answered<Portfolio>.Always(kind.Code(), Forms.Count, portfolio => portfolio.Customers(kind)))]);

    private Option<Portfolio> Kept => InStep.Map(kept => kept.Portfolio);

    /// <summary>The state on the wire.</summary>
    public static Contract<PortfolioState> Contract { get; } = Answered<PortfolioState>.Object(
        "The portfolio in memory; what is not known while it is not there is null. As of a date before latest, the date of the latest record, "
        + "earlier records of customers who have a later one are read from the store; of more than 2 000, everything is.",
        Answered<PortfolioState>.Always("state", Forms.One<MirrorState>(Code), one => one.State),
        Answered<PortfolioState>.Always("inStep", Forms.Flag, one => one.InStep.IsSome),
        Answered<PortfolioState>.Nullable("customers", Customers, one => one.Kept),
        Answered<PortfolioState>.Nullable("bytes", Forms.Counted, one => one.Kept.Map(portfolio => portfolio.Bytes)),
        Answered<PortfolioState>.Always("mostBytes", Forms.Counted, one => one.MostBytes),
        Answered<PortfolioState>.Nullable("since", Forms.Moment, one => one.InStep.Map(kept => kept.Since)),
        Answered<PortfolioState>.Nullable("latest", Forms.Day, one => one.Kept.Map(portfolio => portfolio.Latest)),
        Answered<PortfolioState>.Nullable("ahead", Forms.Count, one => one.Kept.Map(portfolio => portfolio.LaterThan(one.Today).Count())) with
        {
            Says = "Of how many customers the newest record is dated after today.",
        },
        Answered<PortfolioState>.Nullable("hash", Forms.Plain, one => one.Kept.Map(portfolio => $"{portfolio.Hash}")));

    private static string Code(MirrorState state) => state switch
    {
        MirrorState.Building => "building",
        MirrorState.Ready => "ready",
        MirrorState.Off => "off",
    };
}
