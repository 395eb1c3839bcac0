namespace Kehu.Domain;

/// <summary>The figures of one group: an outlet, a manager or a class by its code (none: of those without one; or of the whole).</summary>
public sealed record UnitFigures(Option<string> Unit, Arr<Figure> Figures)
{
    /// <summary>What the group is called, where it has a name.</summary>
    public Option<string> Name { get; init; }

    /// <summary>The figure of a measure, where it is among them.</summary>
    public Option<Figure> Find(string indicator, string part) => Figures.Find(figure => figure.Measure.Indicator == indicator && figure.Measure.Part == part);

    /// <summary>A manager with its figures, as it is answered.</summary>
    public static Contract<UnitFigures> OfManager { get; } = Answered<UnitFigures>.Object(
        "A manager: null for customers without one.",
        Answered<UnitFigures>.Nullable(Grouping.Manager.Code(), Forms.Plain, unit => unit.Unit),
        Answered<UnitFigures>.Optional("name", Forms.Plain, unit => unit.Name),
        Answered<UnitFigures>.Always("figures", Forms.List(Figure.Contract), unit => unit.Figures));
}

/// <summary>How many customers came from one class into another over a period; no class: in none; <c>Customer</c> false: not a customer then.</summary>
public sealed record Migration(ClassStand From, ClassStand To, long Customers)
{
    /// <summary>A move as it is answered.</summary>
    public static Contract<Migration> Contract { get; } = Answered<Migration>.Object(
        "How many customers came from where to where over the period.",
        Answered<Migration>.Always("from", ClassStand.Contract, move => move.From),
        Answered<Migration>.Always("to", ClassStand.Contract, move => move.To),
        Answered<Migration>.Always("customers", Forms.Counted, move => move.Customers));
}

/// <summary>Where a customer stands in the classes of a policy at the end of a day.</summary>
public readonly record struct ClassStand(bool IsCustomer, Option<ClassCode> Class)
{
    /// <summary>A stand as it is answered.</summary>
    public static Contract<ClassStand> Contract { get; } = Answered<ClassStand>.Object(
        "Whether it was a customer, and in which class (null: in none).",
        Answered<ClassStand>.Always("customer", Forms.Flag, stand => stand.IsCustomer),
        Answered<ClassStand>.Nullable("class", Forms.Plain, stand => stand.Class.Map(code => code.Value))) with
    {
        Name = "ClassStand",
    };
}

/// <summary>Figures of the whole for one of several periods in a row.</summary>
public sealed record TrendPoint(EvaluatedDays Days, Arr<Figure> Figures)
{
    /// <summary>A period as it is answered.</summary>
    public static Contract<TrendPoint> Contract { get; } = Answered<TrendPoint>.Object(
        "The whole in one of several periods.",
        [
            .. Answered<TrendPoint>.FieldsOf(EvaluatedDays.Fields, point => point.Days),
            Answered<TrendPoint>.Always("figures", Forms.List(Figure.Contract), point => point.Figures),
        ]) with
    {
        Name = "TrendPoint",
    };
}
