using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties;

/// <summary>A record as a line of CSV is still the record.</summary>
public sealed class CsvLaws
{
    private static readonly Gen<string> Fields = Gen.OneOf(
        WireGenerators.Texts,
        Gen.Elements("", "\r\n", "\"\"", "\",\"", "a\"b", ",\"", "\n"),
        Gen.Elements("\",\r\na客;".ToCharArray()).ArrayOf().Select(letters => new string(letters)));

    [Law(1_000)]
    public Property A_line_splits_into_the_fields_it_was_joined_from() =>
        Law.ForAll(Fields.NonEmptyListOf(), fields => CsvLine.Split(Joined(fields)) is { } split && split.SequenceEqual(fields));

    [Law]
    public Property A_record_survives_as_a_line_of_CSV() =>
        Law.ForAll(WireGenerators.Records, record => record.Equals(FromLine(Line(record))));

    [Law(50)]
    public Property Columns_may_stand_in_any_order() =>
        Law.ForAll(
            from record in WireGenerators.Records
            from order in Gen.Shuffle(Enumerable.Range(0, CsvColumns.Of(FactCatalogue.Shipped).Count).ToArray())
            select (record, order),
            shuffled =>
            {
                var fields = CsvLine.Split(Line(shuffled.record))!;
                var header = string.Join(',', shuffled.order.Select(place => CsvColumns.Of(FactCatalogue.Shipped)[place].Name));
                return shuffled.record.Equals(FromLine(Joined(shuffled.order.Select(place => fields[place])), header));
            });

    [Law]
    public Property A_table_reads_back_as_its_header_and_its_fields() =>
        Law.ForAll(
            from width in Gen.Choose(1, 4)
            from header in Fields.ArrayOf(width)
            from rows in Fields.ArrayOf(width).ListOf()
            select (header, rows),
            drawn =>
            {
                var lines = new CsvTable(new Arr<string>(drawn.header), drawn.rows.Select(Texts)).Lines().ToList();
                return lines.Count == drawn.rows.Count + 1
                    && drawn.rows.Prepend(drawn.header).Zip(lines).All(pair => CsvLine.Split(pair.Item2)!.SequenceEqual(Texts(pair.Item1).Map(field => field.Written)));
            });

    [Law(1_000)]
    public Property Words_never_begin_as_a_formula_and_are_otherwise_as_they_were() =>
        Law.ForAll(
            from first in Gen.Elements("", "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'", "a") from rest in Fields select first + rest,
            text =>
            {
                var written = CsvField.Text(text).Written;
                return (written == text || written == $"'{text}") && (written.Length == 0 || !"=+-@＝＋－＠\t\r\n".Contains(written[0], StringComparison.Ordinal)) && (written == text || !char.IsLetterOrDigit(text[0]));
            });

    [Law]
    public Property Numbers_stand_as_they_are() =>
        Law.ForAll(Generators.Longs(long.MinValue, long.MaxValue), number =>
            long.Parse(CsvField.Number(number).Written, System.Globalization.CultureInfo.InvariantCulture) == number
            && decimal.Parse(CsvField.Number(number / 100m).Written, System.Globalization.CultureInfo.InvariantCulture) * 100 == number);

    private static Arr<CsvField> Texts(IEnumerable<string> texts) => new(texts.Select(CsvField.Text));

    private static string Line(CustomerRecord record) => CsvRecord.Line(CsvColumns.Of(FactCatalogue.Shipped), record.AsSent());

    private static CustomerRecord? FromLine(string line) => FromLine(line, CsvColumns.Of(FactCatalogue.Shipped).Header());

    private static CustomerRecord? FromLine(string line, string header)
    {
        var reader = new CsvReader(CsvColumns.Of(FactCatalogue.Shipped));
        Xunit.Assert.Null(reader.Read(Encoding.UTF8.GetBytes(header), out _));
        Xunit.Assert.Empty(reader.HeaderFaults);
        Xunit.Assert.Null(reader.Read(Encoding.UTF8.GetBytes(line), out var json));
        var cursor = new JsonCursor(json);
        var record = CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped);
        Xunit.Assert.Empty(WireFaults.Told(cursor.Finish()));
        return record;
    }

    private static string Joined(IEnumerable<string> fields)
    {
        var line = new StringBuilder();
        foreach (var (field, place) in fields.Select((field, place) => (field, place)))
        {
            CsvLine.Append(place == 0 ? line : line.Append(','), field);
        }

        return line.ToString();
    }
}
