namespace Kehu.Domain;

/// <summary>Words on the wire, where it is not in one language.</summary>
public static class Labels
{
    /// <summary>Both languages on the wire.</summary>
    public static Contract<Label> Contract { get; } = Answered<Label>.Object(
        "Words in both languages.",
        Answered<Label>.Always("en", Forms.Plain, label => label.En),
        Answered<Label>.Always("zh", Forms.Plain, label => label.Zh)) with
    { Name = "Label" };
}
