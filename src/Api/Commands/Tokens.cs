using System.CommandLine;
using LanguageExt;
using Flag = System.CommandLine.Option<bool>;
using Valued = System.CommandLine.Option<string[]>;

namespace Kehu.Api;

/// <summary>
/// What System.CommandLine makes of words: the command, what was written of each of its parts, and the words that belong nowhere.
/// What is wrong is said by us, in both languages.
/// </summary>
internal sealed record Tokens(string Command, Map<string, GivenPart> Parts, Arr<string> Surplus)
{
    /// <summary>No files of arguments (@file) and no letters in a row behind one dash.</summary>
    private static readonly ParserConfiguration Plainly = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Reads the words, those behind <c>--</c> apart.</summary>
    public static Tokens Of(Arr<CommandForm> forms, Arr<string> words, Arr<string> plain)
    {
        var commands = forms.Map(form => (Form: form, Command: new Command(form.Name.Length > 0 ? form.Name : "kehu")));
        var root = commands[0].Command;
        foreach (var (form, command) in commands)
        {
            _ = form.Arguments.Parts.Iter(part => Adding(part)(command));
            if (command != root)
            {
                root.Add(command);
            }
        }

        foreach (var (name, aliases) in Grammar.Always)
        {
            root.Add(new Flag(name, [.. aliases]) { Recursive = true, Arity = ArgumentArity.Zero });
        }

        var read = root.Parse([.. words, "--", .. plain], Plainly);
        var chosen = commands.Find(one => one.Command == read.CommandResult.Command).IfNone(commands[0]);
        return new Tokens(chosen.Form.Name, Written(read, chosen.Command), new Arr<string>(read.UnmatchedTokens.ToArray()));
    }

    /// <summary>How often each may stand is ours to judge, so that the parser takes all there is.</summary>
    private static Action<Command> Adding(Part part) => part switch
    {
        Part.Operand operand => command => command.Add(new Argument<string[]>(operand.Name) { Arity = ArgumentArity.ZeroOrOne }),
        Part.Valued valued => command => command.Add(new Valued(valued.Name) { Arity = ArgumentArity.ZeroOrMore }),
        Part.Switch flag => command => command.Add(new Flag(flag.Name) { Arity = ArgumentArity.Zero }),
        Part.Settings => Nothing,
    };

    /// <summary>Settings are taken out before.</summary>
    private static void Nothing(Command command)
    {
    }

    private static Map<string, GivenPart> Written(ParseResult read, Command command)
    {
        var always = read.RootCommandResult.Command.Options.Where(option => option.Recursive);
        var options = command.Options.Where(option => !option.Recursive).Concat(always).Select(option => (option.Name, Written(read, option)));
        return Prelude.toMap(options.Concat(command.Arguments.Select(operand => (operand.Name, Written(read, operand)))));
    }

    private static GivenPart Written(ParseResult read, Option option) =>
        read.GetResult(option) is { Implicit: false } found ? new GivenPart(found.IdentifierTokenCount, Values(found.Tokens)) : GivenPart.Nothing;

    private static GivenPart Written(ParseResult read, Argument operand) =>
        read.GetResult(operand) is { Tokens.Count: > 0 } found ? new GivenPart(1, Values(found.Tokens)) : GivenPart.Nothing;

    private static Arr<string> Values(IEnumerable<System.CommandLine.Parsing.Token> tokens) => new(tokens.Select(token => token.Value).ToArray());
}
