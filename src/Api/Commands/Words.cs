using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// The words of a command line, sorted: settings of the service with their values, what stands behind <c>--</c> and is never an option, and the
/// rest, which the parser reads. Settings come first, since the parser takes what stands behind a colon for the value of an option.
/// </summary>
internal sealed record Words(Arr<string> Own, Arr<string> Settings, Arr<string> Plain, Arr<Label> Faults)
{
    private const string End = "--";

    /// <summary>Sorts the words.</summary>
    public static Words Of(Arr<string> args)
    {
        var before = new Arr<string>(args.TakeWhile(word => word != End).ToArray());
        return Sorted(before, new Words(default, default, new Arr<string>(args.Skip(before.Count + 1).ToArray()), default));
    }

    /// <summary>Whether a word is an option by its looks: a dash, and no number behind it.</summary>
    public static bool IsOption(string word) => word is ['-', not (>= '0' and <= '9'), ..];

    /// <summary>The name of an option or setting, without a value that hangs on it.</summary>
    public static string NameOf(string word) => word.IndexOf('=') is > 0 and var at ? word[..at] : word;

    private static Words Sorted(Arr<string> left, Words sorted)
    {
        for (var i = 0; i < left.Count; i++)
        {
            var (word, next) = (left[i], i + 1 < left.Count ? Some(left[i + 1]).Filter(following => !IsOption(following)) : None);
            if (!IsSetting(word))
            {
                sorted = sorted with { Own = sorted.Own.Add(word) };
                continue;
            }

            var hangs = NameOf(word) != word;
            sorted = sorted.With(word, hangs ? None : next, hangs);
            i += !hangs && next.IsSome ? 1 : 0;
        }

        return sorted;
    }

    private Words With(string word, Option<string> value, bool hangs)
    {
        var name = NameOf(word)[2..];
        return !SettingKeys.All.Exists(key => key.Is(name)) ? this with { Faults = Faults.Add(Unknown(name)) }
            : hangs ? this with { Settings = Settings.Add(word) }
            : value.Match(
                Some: found => this with { Settings = Settings.Add($"{word}={found}") },
                None: () => this with { Faults = Faults.Add(new Label($"{word} needs a value", $"{word} 需要一个值")) });
    }

    /// <summary>A setting is one by its colon or by its name. The value behind a misspelt one is taken too: it is no fault of its own.</summary>
    private static bool IsSetting(string word) =>
        word.StartsWith(End, StringComparison.Ordinal) && (NameOf(word).Contains(':') || SettingKeys.All.Exists(key => key.Is(NameOf(word)[2..])));

    private static Label Unknown(string name) => Label.Same($"--{name}: ") + new Label("there is no such setting", "没有该设置") + Meant(name);

    /// <summary>Of a setting that begins a section nobody reads, the section is what is meant; otherwise the whole name.</summary>
    private static Label Meant(string name)
    {
        string[] whole = [.. SettingKeys.All.Filter(key => !key.Name.EndsWith(':')).Map(key => $"--{key.Name}")];
        string[] sections = [.. SettingKeys.All.Filter(key => key.Name.EndsWith(':')).Map(key => $"--{key.Name}")];
        return Nearest.To($"--{name}", whole).Case is string near ? FaultWords.Guess(near)
            : Nearest.To($"--{name[..(name.IndexOf(':') + 1)]}", sections).Case is string section ? FaultWords.Guess(section + name[(name.IndexOf(':') + 1)..])
            : Label.Same("");
    }
}
