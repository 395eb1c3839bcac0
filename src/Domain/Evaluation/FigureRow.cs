namespace Kehu.Domain;

/// <summary>
/// A figure as a row of a table: over which days, of what (<paramref name="By"/>: the whole, an outlet, a month), under which code,
/// and the code's name.
/// </summary>
public sealed record FigureRow(EvaluatedDays Days, string By, Option<string> Code, Option<string> Name, Figure Figure)
{
    /// <summary>The columns, the same whatever the report.</summary>
    public static Contract<FigureRow> Contract { get; } = Answered<FigureRow>.Object(
        "A figure a row.",
        [
            .. Answered<FigureRow>.FieldsOf(EvaluatedDays.Span, row => row.Days),
            Answered<FigureRow>.Always("by", Forms.Plain, row => row.By),
            Answered<FigureRow>.Optional("code", Forms.Plain, row => row.Code),
            Answered<FigureRow>.Optional("name", Forms.Plain, row => row.Name),
            .. Answered<FigureRow>.FieldsOf(Figure.Head, row => row.Figure),
            .. Answered<FigureRow>.FieldsWhereThere(Wilson.Contract.Fields, row => row.Figure.Interval),
            .. Answered<FigureRow>.FieldsOf(Figure.Made, row => row.Figure),
            Answered<FigureRow>.Optional("targetSide", Forms.One<TargetSide>(Targets.Code), row => row.Figure.Measure.Target.Map(target => target.Side)),
            Answered<FigureRow>.Optional("target", Forms.Digits, row => row.Figure.Measure.Target.Map(target => row.Figure.Measure.Plain(target.Value))),
            .. Answered<FigureRow>.FieldsOf(Array(Figure.Judged), row => row.Figure),
        ]);

    /// <summary>The rows of a unit.</summary>
    public static Arr<FigureRow> Of(EvaluatedDays days, string by, Option<string> code, Option<string> name, Arr<Figure> figures) =>
        figures.Map(figure => new FigureRow(days, by, code, name, figure));

    /// <summary>The rows of all that was asked for: the whole, a unit, a manager, or both; no code has a slash.</summary>
    public static Arr<FigureRow> Of(EvaluatedDays days, UnitScope whose, ScopeNames names, Arr<Figure> figures)
    {
        var asked = whose.Unit.Map(one => (By: one.Level.Code(), one.Code))
            .Concat(whose.Manager.Map(code => (By: Grouping.Manager.Code(), Code: code))).ToList();
        return asked.Count == 0
            ? Of(days, Grouping.Whole.Code(), None, None, figures)
            : Of(days, string.Join('/', asked.Select(one => one.By)), string.Join('/', asked.Select(one => one.Code)), names.Beside(whose), figures);
    }
}
