using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;

namespace Kehu.Properties;

/// <summary>
/// Runs a law from a plain [Fact] (FsCheck.Xunit's [Property] in all but name). A failure prints its seed;
/// FSCHECK_REPLAY=seed,gamma,size runs that case again. FSCHECK_TIMES=20 tries twenty times as many cases, for a search by night.
/// </summary>
internal static class Holds
{
    public static void ForAll<T>(Arbitrary<T> values, Func<T, bool> law, int tests = 300, [CallerMemberName] string name = "") =>
        Check(Prop.ForAll(values, law), tests, name);

    public static void ForAll<T>(Gen<T> values, Func<T, bool> law, int tests = 300, [CallerMemberName] string name = "") =>
        Check(Prop.ForAll(values.ToArbitrary(), law), tests, name);

    public static void ForAll<T>(Gen<T> values, Func<T, FsCheck.Property> law, int tests = 300, [CallerMemberName] string name = "") =>
        Check(Prop.ForAll(values.ToArbitrary(), law), tests, name);

    public static void ForAll<T1, T2>(Arbitrary<T1> first, Arbitrary<T2> second, Func<T1, T2, bool> law, int tests = 300, [CallerMemberName] string name = "") =>
        Check(Prop.ForAll(first, second, law), tests, name);

    public static void Check(FsCheck.Property law, int tests = 300, [CallerMemberName] string name = "") =>
        law.Check(Replayed(Config.QuickThrowOnFailure.WithMaxTest(tests * Times).WithQuietOnSuccess(true).WithName(name)));

    private static int Times { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FSCHECK_TIMES"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Clamp(times, 1, 1_000) : 1;

    private static Config Replayed(Config config) =>
        Environment.GetEnvironmentVariable("FSCHECK_REPLAY")?.Split(',') is [var seed, var gamma, var size]
            ? config.WithReplay(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture), int.Parse(size, CultureInfo.InvariantCulture))
            : config;
}
