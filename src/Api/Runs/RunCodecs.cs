namespace Kehu.Api;

/// <summary>Runs and the feed of changes in JSON.</summary>
internal static class RunCodecs
{
    public static ContractCodec<RunRequest> Request { get; } = JsonForms.All.Of(RunRequest.Contract);

    public static ContractCodec<Run> Whole { get; } = JsonForms.All.Of(RunContract.Whole);

    public static ContractCodec<RunOfUnit> OfUnit { get; } = JsonForms.All.Of(RunOfUnit.Contract);

    public static ContractCodec<Run> Summary { get; } = JsonForms.All.Of(RunContract.Summary);

    public static ContractCodec<RunDecision> Decision { get; } = JsonForms.All.Of(RunDecision.Contract);

    public static ContractCodec<ChangePage> Changes { get; } = JsonForms.All.Of(ChangePage.Contract);
}
