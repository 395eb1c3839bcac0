namespace Kehu.Api;

/// <summary>Duties of customers on file in JSON.</summary>
internal static class DutyCodecs
{
    public static ContractCodec<DutyOnFile> Duty { get; } = JsonForms.All.Of(DutyOnFile.Contract);

    public static ContractCodec<Listed<DutyOnFile>> Page { get; } = JsonForms.All.Of(Listed<DutyOnFile>.Of(DutyOnFile.Contract));

    public static ContractCodec<CustomerDuties> OfCustomer { get; } = JsonForms.All.Of(CustomerDuties.Contract);

    public static ContractCodec<PeriodCompliance> Compliance { get; } = JsonForms.All.Of(PeriodCompliance.Contract);

    public static ContractCodec<LoggedEngagement> Logged { get; } = JsonForms.All.Of(LoggedEngagement.Contract);
}
