using System.Globalization;
using System.Text;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>
/// A field of a table of figures. Words are kept from being run as a formula by the spreadsheet that opens the table: where one begins as
/// formulas do, an apostrophe goes before it. Numbers stand as they are, negative ones too. The default is an empty field.
/// </summary>
internal readonly record struct CsvField
{
    /// <summary>What formulas begin with, in either width, and the white space that a spreadsheet passes over before them.</summary>
    private const string Formulas = "=+-@＝＋－＠\t\r\n";

    private readonly string? written;

    private CsvField(string written) => this.written = written;

    /// <summary>The field as it is written, before it is put in quotation marks.</summary>
    public string Written => written ?? "";

    /// <summary>Words, whoever wrote them.</summary>
    public static CsvField Text(string text) => new(text.Length > 0 && Formulas.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text);

    /// <summary>A number that is in digits already.</summary>
    public static CsvField Digits(string digits) => new(digits);

    /// <summary>A whole number.</summary>
    public static CsvField Number(long number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>An exact decimal number, with the decimals it has.</summary>
    public static CsvField Number(decimal number) => new(number.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A table of figures as CSV (RFC 4180): a header, and rows with as many fields, which may be made while they are written.</summary>
internal sealed record CsvTable(Arr<string> Header, IEnumerable<Arr<CsvField>> Rows)
{
    /// <summary>The lines without their ends, the header first.</summary>
    public IEnumerable<string> Lines() => Rows.Prepend(Header.Map(CsvField.Text)).Select(Line);

    private string Line(Arr<CsvField> fields)
    {
        if (fields.Count != Header.Count)
        {
            throw new InvalidOperationException($"a row of {fields.Count} fields under a header of {Header.Count}");
        }

        var line = new StringBuilder();
        for (var at = 0; at < fields.Count; at++)
        {
            CsvLine.Append(at == 0 ? line : line.Append(','), fields[at].Written);
        }

        return line.ToString();
    }
}
