using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Kehu.Properties;

/// <summary>FsCheck.Xunit's [Property] with this project's number of cases; FSCHECK_REPLAY=(seed,gamma,size) runs one case again, FSCHECK_TIMES=20 tries twenty times as many.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : PropertyAttribute
{
    public LawAttribute(int tests = 300)
    {
        MaxTest = tests * (int.TryParse(Environment.GetEnvironmentVariable("FSCHECK_TIMES"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Clamp(times, 1, 1_000) : 1);
        QuietOnSuccess = true;
        if (Environment.GetEnvironmentVariable("FSCHECK_REPLAY") is { } replay)
        {
            Replay = replay;
        }
    }
}

/// <summary>A law over a generator that is not the one of its type.</summary>
internal static class Law
{
    public static FsCheck.Property ForAll<T>(Arbitrary<T> values, Func<T, bool> law) => Prop.ForAll(values, law);

    public static FsCheck.Property ForAll<T>(Gen<T> values, Func<T, bool> law) => Prop.ForAll(values.ToArbitrary(), law);

    public static FsCheck.Property ForAll<T>(Gen<T> values, Func<T, FsCheck.Property> law) => Prop.ForAll(values.ToArbitrary(), law);

    public static FsCheck.Property ForAll<T1, T2>(Arbitrary<T1> first, Arbitrary<T2> second, Func<T1, T2, bool> law) => Prop.ForAll(first, second, law);
}
