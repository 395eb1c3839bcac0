namespace Kehu.Api;

/// <summary>Standards, plans and the calendar in JSON.</summary>
internal static class StandardCodecs
{
    private static readonly PerCatalogue<ContractCodec<ServicePlanRequest>> Requests = new(facts =>
        JsonForms.All.Of(ServicePlanRequest.Of(CustomerCodecs.For(facts).Contract)));

    public static ContractCodec<Listed<Standard>> Page { get; } = JsonForms.All.Of(Listed<Standard>.Of(StandardView.Line));

    public static ContractCodec<StandardView> Standard { get; } = JsonForms.All.Of(StandardView.Contract);

    public static ContractCodec<ServicePlan> Plan { get; } = JsonForms.All.Of(ServicePlan.Contract);

    public static ContractCodec<CalendarYear> Year { get; } = JsonForms.All.Of(CalendarYear.Contract);

    public static ContractCodec<Listed<DateOnly>> Days { get; } = JsonForms.All.Of(Listed<DateOnly>.Of(Forms.Day));

    public static Codec<LanguageExt.Arr<DayMoved>> MovedDays { get; } = JsonForms.All.Of(DayMoved.List);

    /// <summary>Calls for a plan, about customers with facts of a catalogue: made once for each, and kept for as long as the catalogue is.</summary>
    public static ContractCodec<ServicePlanRequest> Request(FactCatalogue facts) => Requests.Of(facts);
}
