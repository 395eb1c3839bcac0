using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Api.Archive;
using Kehu.Api.Contracts;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Properties;

/// <summary>A record as a line of CSV is still the record.</summary>
public sealed class CsvLaws
{
    private static readonly Gen<string> Fields = Gen.OneOf(
        WireGenerators.Texts,
        Gen.Elements("", "\r\n", "\"\"", "\",\"", "a\"b", ",\"", "\n"),
        Gen.Elements("\",\r\na客;".ToCharArray()).ArrayOf().Select(letters => new string(letters)));

    [Xunit.Fact]
    public void A_line_splits_into_the_fields_it_was_joined_from() =>
        Holds.ForAll(Fields.NonEmptyListOf(), fields => CsvLine.Split(Joined(fields)) is { } split && split.SequenceEqual(fields), tests: 1_000);

    [Xunit.Fact]
    public void A_record_survives_as_a_line_of_CSV() =>
        Holds.ForAll(WireGenerators.Records, record => record.Equals(FromLine(Line(record))));

    [Xunit.Fact]
    public void Columns_may_stand_in_any_order() =>
        Holds.ForAll(
            from record in WireGenerators.Records
            from order in Gen.Shuffle(Enumerable.Range(0, CsvColumns.All.Count).ToArray())
            select (record, order),
            shuffled =>
            {
                var fields = CsvLine.Split(Line(shuffled.record))!;
                var header = string.Join(',', shuffled.order.Select(place => CsvColumns.All[place].Name));
                return shuffled.record.Equals(FromLine(Joined(shuffled.order.Select(place => fields[place])), header));
            },
            tests: 50);

    private static string Line(CustomerRecord record) => CsvRecord.Line(Wire.Bytes(json => CustomerJson.Write(json, record)));

    private static CustomerRecord? FromLine(string line) => FromLine(line, CsvColumns.Header);

    private static CustomerRecord? FromLine(string line, string header)
    {
        var reader = new CsvReader();
        Xunit.Assert.Null(reader.Read(Encoding.UTF8.GetBytes(header), out _));
        Xunit.Assert.Empty(reader.HeaderFaults);
        Xunit.Assert.Null(reader.Read(Encoding.UTF8.GetBytes(line), out var json));
        var cursor = new JsonCursor(json);
        var record = CustomerJson.ReadRecord(ref cursor);
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
