namespace Kehu.Api;

/// <summary>What the service can do.</summary>
internal static class Features
{
    /// <summary>Every feature of the service.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(AuditRoutes),
        typeof(CaseRoutes),
        typeof(ClassifyRoutes),
        typeof(ConsentRoutes),
        typeof(ConsentTransferRoutes),
        typeof(CustomerReadingRoutes),
        typeof(CustomerRoutes),
        typeof(CustomerTransferRoutes),
        typeof(DossierRoutes),
        typeof(HandoverRoutes),
        typeof(EndingRoutes),
        typeof(HoldRoutes),
        typeof(MergeRoutes),
        typeof(PersonalDataRoutes),
        typeof(DutyRoutes),
        typeof(DataQualityRoutes),
        typeof(EvaluationRoutes),
        typeof(FeedRoutes),
        typeof(IndicatorRoutes),
        typeof(ReportRoutes),
        typeof(EngagementRoutes),
        typeof(PurchaseRoutes),
        typeof(SurveyRoutes),
        typeof(KeyRoutes),
        typeof(OutletRoutes),
        typeof(UnitRoutes),
        typeof(StaffRoutes),
        typeof(CatalogueRoutes),
        typeof(ProofRoutes),
        typeof(SegmentRoutes),
        typeof(RunRoutes),
        typeof(ProblemRoutes),
        typeof(ServiceRoutes),
        typeof(SimulationRoutes),
        typeof(CalendarRoutes),
        typeof(CapacityRoutes),
        typeof(ServicePlanRoutes),
        typeof(StandardRoutes),
    ];
}
