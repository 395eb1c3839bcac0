namespace Kehu.Api;

/// <summary>Indicators, reports and plans, in JSON and as tables.</summary>
internal static class EvaluationCodecs
{
    public static ContractCodec<CostPlan> Plan { get; } = JsonForms.All.Of(CostPlan.Contract);

    public static ContractCodec<PlanResult> PlanResult { get; } = JsonForms.All.Of(Domain.PlanResult.Contract);

    public static ContractCodec<Indicator> Indicator { get; } = JsonForms.All.Of(Domain.Indicator.Contract);

    /// <summary>What stands beside the indicators.</summary>
    public static ContractCodec<EvaluationNumbers> Numbers { get; } = JsonForms.All.Of(EvaluationNumbers.Contract);

    public static ContractCodec<FigureGroup> Group { get; } = JsonForms.All.Of(FigureGroup.Contract);

    /// <summary>What stands beside the groups.</summary>
    public static ContractCodec<Counted<FigureGroups>> Groups { get; } = JsonForms.All.Of(FigureGroups.Beside);

    public static ContractCodec<ScoredLine> Line { get; } = JsonForms.All.Of(ScoredLine.Contract);

    /// <summary>What stands beside the lines of a scorecard.</summary>
    public static ContractCodec<Counted<ScorecardReport>> Scorecard { get; } = JsonForms.All.Of(ScorecardReport.Beside);

    public static ContractCodec<Counted<WeeklyReport>> Week { get; } = JsonForms.All.Of(WeeklyReport.Contract);

    public static ContractCodec<NamedLoss> Lost { get; } = JsonForms.All.Of(NamedLoss.Contract);

    /// <summary>What stands beside the customers lost.</summary>
    public static ContractCodec<Counted<EvaluatedDays>> LostOver { get; } = JsonForms.All.Of(LostCustomer.Beside);

    public static ContractCodec<QualityReport> Quality { get; } = JsonForms.All.Of(QualityReport.Contract);

    public static ContractTable<FigureRow> FigureTable { get; } = new(FigureRow.Contract);

    public static ContractTable<ScoredRow> ScoredTable { get; } = new(ScoredRow.Contract);

    public static ContractTable<NamedLoss> LostTable { get; } = new(NamedLoss.Contract);

    public static ContractTable<AskedGap> GapTable { get; } = new(AskedGap.Contract);

    public static ContractTable<PartGap> OutletGapTable { get; } = new(PartGap.By(QualityGrouping.Outlet));

    public static ContractTable<PartGap> SubBranchGapTable { get; } = new(PartGap.By(QualityGrouping.SubBranch));

    public static ContractTable<PartGap> BranchGapTable { get; } = new(PartGap.By(QualityGrouping.Branch));

    public static ContractTable<PartGap> ClassGapTable { get; } = new(PartGap.ByClass);
}
