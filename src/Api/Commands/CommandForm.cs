using LanguageExt;

namespace Kehu.Api;

/// <summary>A command: its name, what it does, and what it takes. The program without a command has no name.</summary>
internal sealed record CommandForm(string Name, Label Does, Arguments<Order> Arguments)
{
    /// <summary>The options as they are written, those of every command among them.</summary>
    public Arr<string> Options => Grammar.Always.Map(one => one.Name) + Arguments.Parts.Bind(part => part switch
    {
        Part.Valued valued => Prelude.Array(valued.Name),
        Part.Switch flag => Prelude.Array(flag.Name),
        Part.Operand => default(Arr<string>),
        Part.Settings => default,
    });

    /// <summary>Whether it takes settings of the service.</summary>
    public bool TakesSettings => Arguments.Parts.Exists(part => part is Part.Settings);
}
