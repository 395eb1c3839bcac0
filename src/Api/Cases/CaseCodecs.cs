namespace Kehu.Api;

/// <summary>Cases in JSON.</summary>
internal static class CaseCodecs
{
    public static ContractCodec<CaseOpening> Opening { get; } = JsonForms.All.Of(CaseOpening.Contract);

    public static ContractCodec<CaseDoing> Doing { get; } = JsonForms.All.Of(CaseDoing.Contract);

    public static ContractCodec<CaseView> Case { get; } = JsonForms.All.Of(CaseView.Contract);

    public static ContractCodec<Listed<CaseView>> Page { get; } = JsonForms.All.Of(Listed<CaseView>.Of(CaseView.Contract));

    public static ContractCodec<CountedCases> Counted { get; } = JsonForms.All.Of(CountedCases.Contract);
}
