using System.Buffers;
using System.Text;
using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>How a field of a CSV line becomes a JSON value.</summary>
internal abstract record CsvForm
{
    private CsvForm()
    {
    }

    public sealed record Text : CsvForm;

    /// <summary>A number as its digits; what is none goes on as text and is found faulty there.</summary>
    public sealed record Number : CsvForm;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Flag : CsvForm;

    /// <summary>Codes with semicolons between them; a semicolon alone is the empty set.</summary>
    public sealed record Set : CsvForm;

    /// <summary>Objects of two members as <c>one=other</c> with semicolons between them. The first has no equals sign, neither has a semicolon.</summary>
    public sealed record Pairs(string First, string Second) : CsvForm;

    /// <summary>JSON as it stands; what is none goes on as text and is found faulty there.</summary>
    public sealed record Json : CsvForm;
}

/// <summary>
/// A column: its name in the header, the object that it belongs to ("" for the record itself), the member there, its form,
/// and whether every table has it.
/// </summary>
internal sealed record CsvColumn(string Name, string Parent, string Member, CsvForm Form, bool IsNeeded)
{
    /// <summary>True for a column of what is sent and never answered: an export has none.</summary>
    public bool IsSentOnly { get; init; }
}

/// <summary>The columns of customers as CSV: member names, those of nested objects after a dot. The order is that of the canonical record.</summary>
internal static class CsvColumns
{
    /// <summary>Every column of a record with facts of a catalogue.</summary>
    public static Arr<CsvColumn> Of(FactCatalogue facts) => CsvForms.Columns(CustomerCodecs.For(facts).Contract.Record);

    /// <summary>Every column of a part of a record.</summary>
    public static Arr<CsvColumn> OfParts(FactCatalogue facts) => CsvForms.Columns(CustomerCodecs.For(facts).Contract.Part);

    /// <summary>The columns of what is answered.</summary>
    public static Arr<CsvColumn> Answered(this Arr<CsvColumn> columns) => columns.Filter(column => !column.IsSentOnly);

    /// <summary>The header line of every column, without the line's end.</summary>
    public static string Header(this Arr<CsvColumn> columns) => string.Join(',', columns.Map(column => column.Name));

    /// <summary>Those of the columns that a header names, in its order, or everything that is wrong with it.</summary>
    public static Validation<Fault, Arr<CsvColumn>> Read(this Arr<CsvColumn> known, IReadOnlyList<string> header)
    {
        var faults = header.Where(name => !known.Exists(column => column.Name == name)).Select(name => Wrong(
                "csv.unknown-column",
                $"the column '{Quoted(name)}' is not known; GET /v1/customers/import/template lists them",
                $"列“{Quoted(name)}”未知；可用 GET /v1/customers/import/template 查询"))
            .Concat(header.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => Wrong(
                "csv.repeated-column", $"the column '{Quoted(same.Key)}' is there twice", $"列“{Quoted(same.Key)}”重复")))
            .Concat(known.Filter(column => column.IsNeeded && !header.Contains(column.Name)).Map(column => Wrong(
                "csv.missing-column", $"the column '{column.Name}' is needed", $"缺少列“{column.Name}”")))
            .ToSeq();
        return faults.IsEmpty
            ? Prelude.Success<Fault, Arr<CsvColumn>>(new Arr<CsvColumn>(header.Select(name => known.Find(column => column.Name == name)).Somes()))
            : Validation<Fault, Arr<CsvColumn>>.Fail(faults);
    }

    /// <summary>The line's fields as a JSON object, to be read like any other; an empty field is left out.</summary>
    public static ReadOnlySpan<byte> ToJson(this Arr<CsvColumn> columns, IReadOnlyList<string> fields, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        var json = WireJson.Rent(output);
        json.WriteStartObject();
        var filled = columns.Zip(fields, (column, field) => (Column: column, Field: field)).Where(pair => pair.Field.Length > 0);
        foreach (var group in filled.GroupBy(pair => pair.Column.Parent, StringComparer.Ordinal))
        {
            if (group.Key.Length > 0)
            {
                json.WriteStartObject(group.Key);
            }

            foreach (var (column, field) in group)
            {
                Write(json, column, field);
            }

            if (group.Key.Length > 0)
            {
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
        WireJson.Return(json);
        return output.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, CsvColumn column, string field)
    {
        json.WritePropertyName(column.Member);
        switch (column.Form)
        {
            case CsvForm.Number when IsNumber(field):
                json.WriteRawValue(field, skipInputValidation: true);
                break;
            case CsvForm.Flag when field is "true" or "false":
                json.WriteBooleanValue(field == "true");
                break;
            case CsvForm.Set:
                WriteEach(json, field, static (json, code) => json.WriteStringValue(code));
                break;
            case CsvForm.Pairs pairs:
                WriteEach(json, field, (json, pair) => Write(json, pairs, pair));
                break;
            case CsvForm.Json when IsJson(field):
                json.WriteRawValue(field);
                break;
            case CsvForm.Text or CsvForm.Number or CsvForm.Flag or CsvForm.Json:
                json.WriteStringValue(field);
                break;
        }
    }

    /// <summary>True for one value, however deep what it is for reads.</summary>
    private static bool IsJson(string field)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(field));
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void WriteEach(Utf8JsonWriter json, string field, Action<Utf8JsonWriter, string> write)
    {
        json.WriteStartArray();
        foreach (var one in field == ";" ? [] : field.Split(';'))
        {
            write(json, one);
        }

        json.WriteEndArray();
    }

    /// <summary>A pair as an object; the second member is left out where there is no equals sign, and found missing there.</summary>
    private static void Write(Utf8JsonWriter json, CsvForm.Pairs pairs, string pair)
    {
        var end = pair.IndexOf('=', StringComparison.Ordinal);
        json.WriteStartObject();
        json.WriteString(pairs.First, end < 0 ? pair : pair[..end]);
        if (end >= 0)
        {
            json.WriteString(pairs.Second, pair[(end + 1)..]);
        }

        json.WriteEndObject();
    }

    /// <summary>True for what JSON takes for a number: no leading zeros, no plus.</summary>
    private static bool IsNumber(string field)
    {
        var digits = field.AsSpan(field[0] == '-' ? 1 : 0);
        return !(digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]))
            && Decimals.Read(Encoding.UTF8.GetBytes(field), 2, out _) != DecimalReading.Malformed;
    }

    private static string Quoted(string text) => FaultWords.Quoted(text);

    private static Fault Wrong(string code, string en, string zh) => Fault.At("", code, en, zh);
}
