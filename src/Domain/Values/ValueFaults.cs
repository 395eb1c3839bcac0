namespace Kehu.Domain;

/// <summary>What can be wrong with a value, in words.</summary>
public static class ValueFaults
{
    /// <summary>A code that is not known, with those that are, or where they are listed.</summary>
    public static Fault UnknownCode(string pointer, string code, IReadOnlyList<string> known, Option<string> listedAt = default) =>
        new(
            "json.unknown-code",
            new Place.Pointer(pointer),
            new Label($"'{FaultWords.Quoted(code)}' is not one of the codes", $"“{FaultWords.Quoted(code)}”不在可选代码之列")
                + FaultWords.MeantCode(code, known, listedAt));

    /// <summary>Not a date.</summary>
    public static Fault Date(string pointer) => Fault.At(
        pointer,
        "json.date",
        "not a date of the calendar; write it as yyyy-MM-dd, such as 2026-11-21",
        "不是有效日期；请写成 yyyy-MM-dd，例如 2026-11-21");

    /// <summary>A number outside what is accepted.</summary>
    public static Fault Range(string pointer, long least, long most) => Fault.At(
        pointer,
        "json.range",
        $"not within {least} to {most}",
        $"不在 {least} 至 {most} 之间");
}
