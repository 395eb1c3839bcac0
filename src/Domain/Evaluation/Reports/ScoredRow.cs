namespace Kehu.Domain;

/// <summary>A row of a scorecard's table: of a unit with its place and its points.</summary>
public sealed record ScoredRow(FigureRow Row, Option<ScoreLine> Line)
{
    /// <summary>The columns.</summary>
    public static Contract<ScoredRow> Contract { get; } = Answered<ScoredRow>.Object(
        "A figure a row, with place and points of its unit.",
        [
            .. Answered<ScoredRow>.FieldsOf(FigureRow.Contract.Fields, row => row.Row),
            .. Answered<ScoredRow>.FieldsWhereThere(Array(ScoreLine.Place), row => row.Line),
            .. Answered<ScoredRow>.FieldsWhereThere(Array(Score.Reached), row => row.Line.Bind(line => line.Score)),
        ]);
}
