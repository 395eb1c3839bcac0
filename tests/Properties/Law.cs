using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Kehu.Properties;

/// <summary>
/// FsCheck.Xunit's [Property] with this project's number of cases. A failure prints what replays it, in brackets: FSCHECK_REPLAY with that
/// text (or the line that it stands in) runs that case again. FSCHECK_TIMES=20 tries twenty times as many cases, for a search by night. The plain
/// command tries two thirds of what a law names, so that all tests take less than six minutes; FSCHECK_TIMES=1 tries all.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class LawAttribute : PropertyAttribute
{
    public LawAttribute(int tests = 300)
    {
        MaxTest = Times == 0 ? Math.Max(1, tests * 2 / 3) : tests * Times;
        QuietOnSuccess = true;
        if (Environment.GetEnvironmentVariable("FSCHECK_REPLAY") is { Length: > 0 } text)
        {
            Replay = Law.Replay(text);
        }
    }

    private static int Times =>
        int.TryParse(Environment.GetEnvironmentVariable("FSCHECK_TIMES"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Clamp(times, 1, 1_000) : 0;
}

/// <summary>A law over a generator that is not the one of its type. What fails is shrunk as far as its parts can be (<see cref="Shrinks"/>).</summary>
internal static partial class Law
{
    public static Property ForAll<T>(Arbitrary<T> values, Func<T, bool> law) => Prop.ForAll(values, law);

    public static Property ForAll<T>(Gen<T> values, Func<T, bool> law) => Prop.ForAll(Shrinking(values), law);

    public static Property ForAll<T>(Gen<T> values, Func<T, Task<bool>> law) => Prop.ForAll(Shrinking(values), law);

    public static Property ForAll<T>(Gen<T> values, Func<T, Property> law) => Prop.ForAll(Shrinking(values), law);

    /// <summary>Where to begin, as FsCheck prints it and reads it again: two numbers of the seed and, of a single step, its size.</summary>
    public static string Replay(string printed) => Printed().Matches(printed).MaxBy(seed => seed.Value.Count(sign => sign == ',')) is { } seed
        ? seed.Value
        : throw new FormatException($"FSCHECK_REPLAY: '{printed}' is not what a failing law prints; give its seed and size as they stand there: (1,3,5)");

    private static Arbitrary<T> Shrinking<T>(Gen<T> values) => Arb.From(values, Shrinks.Of);

    [GeneratedRegex(@"\(?\d+, ?\d+(, ?\d+)?\)?")]
    private static partial Regex Printed();
}
