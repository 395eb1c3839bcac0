namespace Kehu.Domain;

/// <summary>The kebab-case id of a service standard.</summary>
public readonly record struct StandardId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What the customers of one class are owed; at most one obligation of each code.</summary>
public sealed record ClassCare(ClassCode Class, Arr<Obligation> Obligations)
{
    /// <summary>The care as it is answered.</summary>
    internal static Contract<ClassCare> Contract { get; } = Answered<ClassCare>.Object(
        "",
        Answered<ClassCare>.Always("class", Forms.Plain, care => care.Class.Value),
        Answered<ClassCare>.Always("obligations", Forms.List(Obligation.Contract), care => care.Obligations));
}

/// <summary>How a standard counts: numbers that a bank sets for itself. Source: standards, Calendar (house).</summary>
/// <param name="GreetingDays">Days before an occasion from which a greeting or a birthday gift is in time.</param>
/// <param name="GreetingCountsAsContact">Whether a greeting is also one of the active contacts, if its channel fits.</param>
public sealed record Counting(int GreetingDays, bool GreetingCountsAsContact)
{
    /// <summary>Three days, and greetings count.</summary>
    public static readonly Counting Usual = new(3, GreetingCountsAsContact: true);

    /// <summary>The numbers as they are answered.</summary>
    internal static Contract<Counting> Contract { get; } = Answered<Counting>.Object(
        "",
        Answered<Counting>.Always("greetingDays", Forms.Count, counting => counting.GreetingDays),
        Answered<Counting>.Always("greetingCountsAsContact", Forms.Flag, counting => counting.GreetingCountsAsContact));
}

/// <summary>
/// A service standard (维护标准): what the bank owes the customers of each class of one policy.
/// <paramref name="Cumulative"/> claims that a class is owed at least what those below it are (<see cref="Dominance"/> checks it).
/// </summary>
public sealed record Standard(
    StandardId Id,
    PolicyId Policy,
    Label Label,
    bool Cumulative,
    Arr<ClassCare> Classes,
    Counting Counting,
    Arr<Citation> Citations,
    Arr<Label> Interpretations)
{
    /// <summary>What a class is owed; none where the standard does not name the class.</summary>
    public Option<Arr<Obligation>> Owed(ClassCode code) => Classes.Find(care => care.Class == code).Map(care => care.Obligations);
}
