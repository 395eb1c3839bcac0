namespace Kehu.Api;

/// <summary>What a code of a fault, or a status, says.</summary>
internal sealed record ProblemKind(string Code, Label Words)
{
    /// <summary>The meaning on the wire.</summary>
    public static Contract<ProblemKind> Contract { get; } = Answered<ProblemKind>.Object(
        "What a code of a fault, or a status, says.",
        Answered<ProblemKind>.Always("code", Forms.Plain, kind => kind.Code),
        Answered<ProblemKind>.Always("words", Labels.Contract, kind => kind.Words));

    public static ContractCodec<ProblemKind> Codec { get; } = JsonForms.All.Of(Contract);
}
