namespace Kehu.Domain;

/// <summary>The figures of one group: an outlet, a manager or a class by its code (none: of those without one; or of the whole).</summary>
public sealed record UnitFigures(Option<string> Unit, Arr<Figure> Figures)
{
    /// <summary>The figure of a measure, where it is among them.</summary>
    public Option<Figure> Find(string indicator, string part) => Figures.Find(figure => figure.Measure.Indicator == indicator && figure.Measure.Part == part);
}

/// <summary>How many customers came from one class into another over a period; no class: in none; <c>Customer</c> false: not a customer then.</summary>
public sealed record Migration(ClassStand From, ClassStand To, long Customers);

/// <summary>Where a customer stands in the classes of a policy at the end of a day.</summary>
public readonly record struct ClassStand(bool IsCustomer, Option<ClassCode> Class);

/// <summary>Figures of the whole for one of several periods in a row.</summary>
public sealed record TrendPoint(EvaluatedDays Days, Arr<Figure> Figures);
