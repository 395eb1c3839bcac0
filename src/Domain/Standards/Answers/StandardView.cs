namespace Kehu.Domain;

/// <summary>A standard with its parameters in force, under contact limits, and the clauses that the limits make impossible.</summary>
public sealed record StandardView(Standard Standard, Arr<ParameterInForce> Parameters, ContactLimits Limits, Arr<ContactConflict> Conflicts)
{
    private static readonly Contract<Standard> Head = Answered<Standard>.Object(
        "",
        Answered<Standard>.Always("id", Forms.Plain, standard => standard.Id.Value),
        Answered<Standard>.Always("policy", Forms.Plain, standard => standard.Policy.Value),
        Answered<Standard>.Always("label", Forms.Words, standard => standard.Label),
        Answered<Standard>.Always("cumulative", Forms.Flag, standard => standard.Cumulative));

    /// <summary>A standard in a list.</summary>
    public static Contract<Standard> Line { get; } = Answered<Standard>.Object(
        "A service standard and the classes it names, best first.",
        [.. Head.Fields, Answered<Standard>.Always("classes", Forms.List(Forms.Plain), standard => standard.Classes.Map(care => care.Class.Value))]);

    /// <summary>What every class is owed, with sources, readings and parameters, as it is answered.</summary>
    public static Contract<StandardView> Contract { get; } = Answered<StandardView>.Object(
        "What the customers of each class are owed; cumulative says that a class is owed at least what those below it are.",
        [
            .. Answered<StandardView>.Part(Head, view => view.Standard),
            Answered<StandardView>.Always("counting", Counting.Contract, view => view.Standard.Counting),
            Answered<StandardView>.Always("parameters", Forms.List(ParameterInForce.Contract), view => view.Parameters),
            Answered<StandardView>.Always("contactLimits", ContactLimits.Contract, view => view.Limits),
            Answered<StandardView>.Always("conflicts", Forms.List(ContactConflict.Contract), view => view.Conflicts),
            Answered<StandardView>.Always("classes", Forms.List(ClassCare.Contract), view => view.Standard.Classes),
            Answered<StandardView>.Always("interpretations", Forms.List(Forms.Words), view => view.Standard.Interpretations),
        ]);
}
