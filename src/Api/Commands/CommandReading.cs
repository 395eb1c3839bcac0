using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>From the words of a command line to what is asked, or everything wrong with them. Nothing else is looked at, and nothing done.</summary>
internal static class CommandReading
{
    /// <summary>Reads a command line.</summary>
    public static Validation<Label, Order> Read(Arr<string> args)
    {
        var words = Words.Of(args);
        var tokens = Tokens.Of(Grammar.Commands, words.Own, words.Plain);
        var form = Grammar.Find(tokens.Command).IfNone(Grammar.Commands[0]);
        if (tokens.Parts.Find(Grammar.Help).Exists(help => help.Times > 0))
        {
            return new Order.Help(form.Name);
        }

        if (tokens.Parts.Find(Grammar.Version).Exists(version => version.Times > 0))
        {
            return new Order.Version();
        }

        var misspelt = words.Faults + Misplaced(form, words) + Unknown(form, words) + Unread(form, words);
        var faults = misspelt.Count > 0 ? misspelt : Surplus(form, tokens);
        return faults.Count > 0 ? Validation<Label, Order>.Fail(toSeq(faults).Strict()) : form.Arguments.Read(new Given(tokens.Parts, words.Settings));
    }

    /// <summary>A command that there is not, with the one that was meant.</summary>
    public static Label UnknownCommand(string name) => Label.Same($"{name}: ") + new Label("there is no such command", "没有该命令") + FaultWords.Meant(name, Names);

    private static string[] Names => [.. Grammar.Commands.Map(form => form.Name).Filter(name => name.Length > 0)];

    /// <summary>An option before the command would be one of the program without it.</summary>
    private static Arr<Label> Misplaced(CommandForm form, Words words) => form.Name.Length == 0 || words.Own.HeadOrNone() == form.Name
        ? default
        : Array(new Label($"{form.Name}: the command comes first, its options behind it", $"{form.Name}：命令须写在最前，选项写在其后"));

    private static Arr<Label> Unknown(CommandForm form, Words words)
    {
        var known = form.Options + Grammar.Always.Bind(one => one.Aliases);
        return words.Own.Filter(word => Words.IsOption(word) && !known.Contains(Words.NameOf(word))).Map(word => UnknownOption(form, Words.NameOf(word)));
    }

    private static Label UnknownOption(CommandForm form, string name)
    {
        string[] known = [.. form.Options, .. form.TakesSettings ? SettingKeys.All.Map(key => $"--{key.Name}") : default];
        return Label.Same($"{name}: ") + new Label("there is no such option", "没有该选项") + FaultWords.Meant(name, known);
    }

    private static Arr<Label> Unread(CommandForm form, Words words) => form.TakesSettings
        ? default
        : words.Settings.Map(setting => new Label($"{Words.NameOf(setting)}: {form.Name} reads no settings", $"{Words.NameOf(setting)}：{form.Name} 不读取设置"));

    /// <summary>A word too many is a command misspelt where none is chosen, and otherwise perhaps an option without its dashes.</summary>
    private static Arr<Label> Surplus(CommandForm form, Tokens tokens) => tokens.Surplus.HeadOrNone().Match(
        Some: word => Array(form.Name.Length == 0
            ? UnknownCommand(word)
            : Label.Same($"{word}: ") + new Label("one word too many", "多余的参数")
                + (Nearest.To($"--{word}", form.Options).Case is string near ? FaultWords.Guess(near) : Label.Same(""))),
        None: () => default(Arr<Label>));
}
