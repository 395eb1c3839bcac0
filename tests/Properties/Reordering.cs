using FsCheck;
using FsCheck.Fluent;

namespace Kehu.Properties;

/// <summary>
/// Another order of what is drawn. The order is drawn as numbers of its own and not as a second list, so that a failing law still speaks of the
/// same elements twice when the list is shrunk.
/// </summary>
internal static class Reordering
{
    /// <summary>An order for so many elements at most.</summary>
    public static Gen<int[]> Orders(int most) => Gen.Choose(0, 1_000_000).ArrayOf(most);

    public static T[] By<T>(this T[] all, int[] order) => [.. all.Zip(order, (one, at) => (one, at)).OrderBy(pair => pair.at).Select(pair => pair.one)];
}
