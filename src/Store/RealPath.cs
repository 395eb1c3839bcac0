namespace Kehu.Store;

/// <summary>The one name of a file that may have several: every link on the way to it is followed, the last name's as well.</summary>
internal static class RealPath
{
    /// <summary>How many links are followed, as Linux does it; more are a circle.</summary>
    private const int MostLinks = 40;

    /// <summary>
    /// The full path without links and dots; what does not exist yet keeps its name. A circle of links is an <see cref="IOException"/>.
    /// Hard links are not told apart: a second name of that sort is another file's name to everybody.
    /// </summary>
    public static string Of(string path)
    {
        var given = Path.Combine(Environment.CurrentDirectory, path);
        var (real, ahead) = (Path.GetPathRoot(given)!, new Stack<string>());
        Push(given[real.Length..]);
        for (var links = 0; ahead.TryPop(out var name);)
        {
            if (name is "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
            }
            else if (new FileInfo(Path.Combine(real, name)).LinkTarget is { } target)
            {
                if (++links > MostLinks)
                {
                    throw new IOException($"{path} is a circle of links / {path} 的链接成环");
                }

                var root = Path.GetPathRoot(target)!;
                real = root.Length > 0 ? root : real;
                Push(target[root.Length..]);
            }
            else
            {
                real = Path.Combine(real, name);
            }
        }

        return real;

        void Push(string names)
        {
            var parts = names.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
            foreach (var name in parts.Where(part => part != ".").Reverse())
            {
                ahead.Push(name);
            }
        }
    }
}
