using System.Globalization;
using System.Text;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>A command explained: what it does, how it is written, what each part says.</summary>
internal static class HelpPage
{
    private const string Invocation = "dotnet run --project src/Api --";

    /// <summary>The page of a command; that of the program lists the commands too.</summary>
    public static string Of(CommandForm form)
    {
        var text = new StringBuilder().Append(form.Does.En).Append('\n').Append(form.Does.Zh).Append("\n\n").Append(Usage(form)).Append('\n');
        Table(text, "commands", form.Name.Length == 0 ? Commands : default);
        Table(text, "arguments and options", form.Arguments.Parts.Bind(Rows) + Array(
            new Row(Grammar.Help, new Label("this page, and nothing is done", "显示本页，不执行任何操作")),
            new Row(Grammar.Version, new Label("the version of the product, and nothing is done", "显示版本，不执行任何操作"))));
        Table(text, "settings, also as environment variables (Store:Path is Store__Path)", form.Arguments.Parts.Bind(Settings));
        return text.Append("\nends with 0: done; 1: failed; 2: the command line or a setting is wrong\n").ToString();
    }

    private static Arr<Row> Commands => Grammar.Commands.Filter(form => form.Name.Length > 0).Map(form => new Row(form.Name, form.Does));

    private static string Usage(CommandForm form) => string.Join(
        ' ', Array($"usage: {Invocation}", form.Name.Length == 0 ? "[COMMAND]" : form.Name) + form.Arguments.Parts.Map(Written));

    private static string Written(Part part) => part switch
    {
        Part.Operand(var name, var needed, _) => needed ? name : $"[{name}]",
        Part.Valued(var name, var value, var needed, _) => needed ? $"{name} {value}" : $"[{name} {value}]",
        Part.Switch(var name, _) => $"[{name}]",
        Part.Settings => "[SETTINGS]",
    };

    private static Arr<Row> Rows(Part part) => part switch
    {
        Part.Operand(var name, _, var says) => Array(new Row(name, says)),
        Part.Valued(var name, var value, _, var says) => Array(new Row($"{name} {value}", says)),
        Part.Switch(var name, var says) => Array(new Row(name, says)),
        Part.Settings => default,
    };

    private static Arr<Row> Settings(Part part) => part switch
    {
        Part.Settings(var read) => read.Map(key => new Row($"--{key.Name}{(key.Name.EndsWith(':') ? "…" : "")} {key.Value}", key.Says)) + Rest(read),
        Part.Operand or Part.Valued or Part.Switch => default,
    };

    private static Arr<Row> Rest(Arr<SettingKey> read) => Array(new Row(
        "--…",
        read == SettingKeys.Service
            ? new Label(
                "what ASP.NET Core reads: --environment, --Logging:…, --Kestrel:… and the like",
                "ASP.NET Core 的设置：--environment、--Logging:…、--Kestrel:… 等")
            : new Label("other settings of the service may stand there and change nothing", "可写服务的其他设置，但不起作用")));

    private static void Table(StringBuilder text, string title, Arr<Row> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{title}:\n");
        var width = rows.Map(row => row.Name.Length).Max();
        foreach (var (name, says) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {name.PadRight(width)}  {says.En}\n  {"".PadRight(width)}  {says.Zh}\n");
        }
    }

    private sealed record Row(string Name, Label Says);
}
