namespace Kehu.Domain;

/// <summary>
/// What the sender of a file states of it beside the file, so that one that came only in part, or twice in one, is found out before anything of it is taken.
/// Whatever is not stated is not looked at. Source: facts, files from several hands.
/// </summary>
/// <param name="Rows">How many rows it has, right or wrong; blank lines and the header of a table are none.</param>
/// <param name="TotalAssets">The sum of the fact <c>totalAssets</c> over all rows in which it can be read.</param>
/// <param name="AsOf">The date of all rows.</param>
public sealed record ControlNumbers(Option<long> Rows, Option<Money> TotalAssets, Option<DateOnly> AsOf)
{
    /// <summary>The names under which they are stated, which are those of the parameters.</summary>
    public const string OfRows = "rows";

    /// <inheritdoc cref="OfRows"/>
    public const string OfTotalAssets = "totalAssets";

    /// <inheritdoc cref="OfRows"/>
    public const string OfAsOf = "asOf";

    /// <summary>Whether anything is stated.</summary>
    public bool IsStated => Rows.IsSome || TotalAssets.IsSome || AsOf.IsSome;

    /// <summary>What of the file is otherwise than stated, a fault for each number with what was stated and what was found.</summary>
    public Seq<Fault> Faults(ControlCount found) =>
        Rows.Filter(stated => stated != found.Rows).Map(stated => Otherwise(
            OfRows, $"{stated} rows", $"{found.Rows}", $" {stated} 行", $" {found.Rows} 行")).ToSeq()
        + TotalAssets.Filter(stated => stated.Fen != found.Fen).Map(stated => Otherwise(
            OfTotalAssets, $"{Yuan(stated.Fen)} yuan of total assets", Yuan(found.Fen), $"总资产合计 {Yuan(stated.Fen)} 元", $" {Yuan(found.Fen)} 元")).ToSeq()
        + AsOf.Bind(stated => found.FirstOther.Map(first => Otherwise(
            OfAsOf,
            $"rows of {IsoDate.Text(stated)} alone", $"{found.OtherRows} of another date, the first of {IsoDate.Text(first)}",
            $"日期均为 {IsoDate.Text(stated)}", $"有 {found.OtherRows} 行日期不同，首个为 {IsoDate.Text(first)}"))).ToSeq();

    private static string Yuan(Int128 fen) => Decimals.Plain(fen, 2);

    private static Fault Otherwise(string name, string stated, string found, string statedZh, string foundZh) => Fault.Of(
        name,
        "import.control",
        $"stated are {stated}, found {found}; nothing of the file was stored",
        $"申报{statedZh}，实际{foundZh}；文件未保存任何内容");
}

/// <summary>What a row brings to the control numbers, as far as it can be read.</summary>
public readonly record struct ControlRow(Option<Money> TotalAssets, Option<DateOnly> AsOf);

/// <summary>What was found in a file while it was read for the first time.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Fen">The sum of the total assets in fen, which 64 bits may not hold.</param>
/// <param name="OtherRows">How many rows are of another date than stated.</param>
/// <param name="FirstOther">The date of the first of these.</param>
public readonly record struct ControlCount(long Rows, Int128 Fen, long OtherRows, Option<DateOnly> FirstOther)
{
    /// <summary>With one row more, of a file of which a date is stated.</summary>
    public ControlCount With(ControlRow row, Option<DateOnly> stated)
    {
        var other = row.AsOf.Filter(day => stated.Exists(one => one != day));
        return new ControlCount(
            Rows + 1, Fen + row.TotalAssets.Map(amount => amount.Fen).IfNone(0), OtherRows + (other.IsSome ? 1 : 0), FirstOther.IsSome ? FirstOther : other);
    }
}
