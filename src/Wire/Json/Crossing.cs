using LanguageExt;

namespace Kehu.Wire;

/// <summary>Where the wire's nulls become the core's options and back.</summary>
internal static class Crossing
{
    /// <summary>None for null.</summary>
    public static Option<string> Known(this string? value) => value is null ? Option<string>.None : Option<string>.Some(value);

    /// <summary>None for null.</summary>
    public static Option<T> Known<T>(this T? value)
        where T : struct => value is { } known ? Option<T>.Some(known) : Option<T>.None;

    /// <summary>Null for None.</summary>
    public static string? OrNull(this Option<string> value) => value.MatchUnsafe<string?>(Some: text => text, None: () => null);

    /// <summary>Null for None.</summary>
    public static T? OrNull<T>(this Option<T> value)
        where T : struct => value.MatchUnsafe<T?>(Some: known => known, None: () => null);
}
