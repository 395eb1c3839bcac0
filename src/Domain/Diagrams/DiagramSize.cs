namespace Kehu.Domain;

/// <summary>The diagram of a policy for a kind of customer: how many nodes, how many quantities it reads.</summary>
public sealed record DiagramSize(CustomerKind Kind, int Nodes, int Variables)
{
    /// <summary>A size on the wire.</summary>
    public static Contract<DiagramSize> Contract { get; } = Answered<DiagramSize>.Object(
        "How large the compiled form is.",
        Answered<DiagramSize>.Always("kind", Forms.Kind, size => size.Kind),
        Answered<DiagramSize>.Always("nodes", Forms.Count, size => size.Nodes),
        Answered<DiagramSize>.Always("variables", Forms.Count, size => size.Variables)) with
    { Name = "DiagramSize" };
}
