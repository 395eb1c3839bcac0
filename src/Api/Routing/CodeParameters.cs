using LanguageExt;

namespace Kehu.Api;

/// <summary>Parameters that are codes of closed lists.</summary>
internal static class CodeParameters
{
    /// <summary>A member of an enumeration by its code.</summary>
    public static Option<T> OneOf<T>(this QueryReader query, string name, Func<T, string> code)
        where T : struct, Enum
    {
        if (query.Text(name) is not { } text)
        {
            return Option<T>.None;
        }

        var values = Enum.GetValues<T>();
        var place = Array.FindIndex(values, value => code(value) == text);
        if (place < 0)
        {
            var fault = ValueFaults.UnknownCode("", text, [.. values.Select(code)]);
            query.Report(name, fault.Code, fault.Detail.En, fault.Detail.Zh);
        }

        return place < 0 ? Option<T>.None : values[place];
    }
}
