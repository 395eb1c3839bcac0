using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Dossiers;

/// <summary>What of a customer's file is there: against a plain reading of the record, and at the ends of twelve months.</summary>
public sealed class DossierLaws
{
    private static readonly Arr<DossierField> All = new(Enum.GetValues<DossierField>());

    private static Gen<(CustomerRecord Record, DateOnly Day)> Drawn { get; } =
        from day in DossierGenerators.Days
        from record in DossierGenerators.Records(day)
        from later in Gen.Elements(0, 1, 28, 365, 366, 367)
        select (record, day.AddDays(later));

    [Law(1_000)]
    public Property What_is_missing_is_what_a_plain_reading_of_the_record_lacks() =>
        Law.ForAll(Drawn, drawn => Codes(drawn.Record.Filed().Missing(All, drawn.Day)).SequenceEqual(PlainDossier.Lacking(drawn.Record, drawn.Day)));

    [Law]
    public Property A_field_stands_as_missing_exactly_where_it_is_missing() =>
        Law.ForAll(Drawn, drawn => All.ForAll(field =>
            drawn.Record.Stands(field, drawn.Day) is FieldStanding.Missing == drawn.Record.Filed().Missing(Array(field), drawn.Day).Contains(field)));

    [Law]
    public Property Ticks_and_what_the_record_holds_are_a_union() =>
        Law.ForAll(
            from drawn in Drawn from ticks in DossierGenerators.Some from places in DossierGenerators.Some select (drawn.Record, drawn.Day, ticks, places),
            drawn =>
            {
                var bare = drawn.Record with { Dossier = drawn.Record.Dossier with { OnFile = Array<DossierField>(), Kept = Array<KeptField>() } };
                var ticked = bare with { Dossier = bare.Dossier with { OnFile = drawn.ticks, Kept = drawn.places.Map(field => new KeptField(field, "PBMS")) } };
                return ticked.Filed().Missing(All, drawn.Day)
                    == bare.Filed().Missing(All, drawn.Day).Filter(field => !drawn.ticks.Contains(field) && !drawn.places.Contains(field));
            });

    /// <summary>Nothing is there because something else is not: whatever is taken away, no more is there than before.</summary>
    [Law]
    public Property Nothing_unknown_counts() =>
        Law.ForAll(Drawn, drawn =>
        {
            var (record, day) = (drawn.Record, drawn.Day);
            var before = record.Filed().Missing(All, day);
            return new[]
            {
                record with { Name = None }, record with { Manager = None }, record with { Contact = Contact.Unknown }, record with { Dossier = Dossier.Unknown },
                record with { Facts = FactCatalogue.Shipped.NothingKnown }, record with { Dossier = record.Dossier with { Plan = record.Dossier.Plan with { CashFlow = None } } },
            }.All(less => before.ForAll(field => less.Filed().Missing(All, day).Contains(field)));
        });

    [Xunit.Fact]
    public void A_record_that_says_nothing_has_nothing_on_file()
    {
        var nothing = new CustomerRecord(
            default, CustomerKind.Personal, new DateOnly(2026, 1, 1), "O", None, None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown, FactCatalogue.Shipped.NothingKnown);
        Assert.Equal(All, nothing.Filed().Missing(All, nothing.AsOf));
        Assert.False(nothing.OpensFile());
    }

    [Theory]
    [InlineData("2025-03-15", "2025-03-14", false)]
    [InlineData("2025-03-15", "2025-03-15", true)]
    [InlineData("2025-03-15", "2026-03-14", true)]
    [InlineData("2025-03-15", "2026-03-15", false)]
    [InlineData("2025-03-15", "2026-03-16", false)]
    [InlineData("2024-02-29", "2025-02-27", true)]
    [InlineData("2024-02-29", "2025-02-28", false)]
    [InlineData("2024-02-28", "2025-02-27", true)]
    [InlineData("2024-02-28", "2025-02-28", false)]
    [InlineData("2023-02-28", "2024-02-27", true)]
    [InlineData("2023-02-28", "2024-02-28", false)]
    [InlineData("2023-03-01", "2024-02-29", true)]
    [InlineData("2023-03-01", "2024-03-01", false)]
    public void A_refusal_stands_for_twelve_months(string on, string day, bool stands) =>
        Assert.Equal(stands, new DeclinedField(DossierField.HomePhone, Day(on)).HoldsOn(Day(day)));

    [Law]
    public Property A_refusal_stands_as_long_as_a_plain_calendar_says() =>
        Law.ForAll(
            from date in DossierGenerators.Days from months in Gen.Elements(0, 12, 11, 13) from beside in Gen.Choose(-2, 2) select (date, date.AddMonths(months).AddDays(beside)),
            drawn => new DeclinedField(DossierField.Name, drawn.date).HoldsOn(drawn.Item2) == PlainDossier.Stands(drawn.date, drawn.Item2));

    [Law]
    public Property The_file_is_opened_by_the_first_record_with_a_way_to_the_customer_or_a_tick() =>
        Law.ForAll(DossierGenerators.Snapshots(new DateOnly(2026, 8, 20)), snapshots =>
            snapshots.FileOpenedOn() == snapshots.Filter(PlainDossier.Opens).Map(record => record.AsOf).OrderBy(day => day).Map(Some).DefaultIfEmpty(None).First());

    [Law]
    public Property A_file_says_the_same_as_JSON_and_as_a_line_of_CSV() =>
        Law.ForAll(Drawn, drawn =>
        {
            var columns = CsvColumns.Of(FactCatalogue.Shipped);
            var json = WireJson.Bytes(writer => CustomerCodecs.Write(writer, drawn.Record));
            var reader = new CsvReader(columns);
            return reader.Read(Encoding.UTF8.GetBytes(columns.Header()), out _) is null
                && reader.Read(Encoding.UTF8.GetBytes(CsvRecord.Line(columns, json)), out var line) is null
                && drawn.Record.Equals(Read(json).Record) && drawn.Record.Equals(Read(line.ToArray()).Record);
        });

    [Theory]
    [InlineData("'statedNone':['hobby']", "json.unknown-code /dossier/statedNone/0")]
    [InlineData("'kept':[{'field':'mobile','at':'PBMS'},{'field':'mobile','at':'CRM'}]", "dossier.field-twice /dossier/kept/1/field")]
    [InlineData("'kept':[{'field':'mobile','at':'PBMS;CRM'}]", "dossier.place /dossier/kept/0/at")]
    [InlineData("'kept':[{'field':'mobile','at':''}]", "customer.text /dossier/kept/0/at")]
    [InlineData("'kept':[{'field':'mobile'}]", "json.missing-member /dossier/kept/0/at")]
    [InlineData("'declined':[{'field':'mobile','on':'2026-11-21'}]", "dossier.declined-later /dossier/declined/0/on")]
    [InlineData("'declined':[{'field':'mobile','on':'2026-11-20'}]", "")]
    [InlineData("'declined':[{'field':'needs','on':'2026-11-20'},{'field':'mobile','on':'2026-11-20'},{'field':'needs','on':'2026-11-19'}]", "dossier.field-twice /dossier/declined/2/field")]
    [InlineData("'declined':[{'on':'2026-11-20'}]", "json.missing-member /dossier/declined/0/field")]
    [InlineData("'planCashFlow':''", "customer.text /dossier/planCashFlow")]
    public void What_is_wrong_with_a_file_is_told_where_it_stands(string members, string faults) =>
        Assert.Equal(faults, string.Join(", ", WireFaults.Told(Read(Bytes($"{{'id':'P-1','kind':'personal','asOf':'2026-11-20','outlet':'O','dossier':{{{members}}}}}")).Faults)));

    /// <summary>As it was stored before files had more than ticks and three texts.</summary>
    [Xunit.Fact]
    public void A_file_of_before_is_read_and_written_as_it_was()
    {
        var stored = Bytes("{'id':'P-1','kind':'personal','asOf':'2026-11-20','outlet':'O','dossier':{'onFile':['address','service-plan'],'riskCharacteristics':'稳健','productPreference':'存款','servicePlan':'年度检视'},'facts':{}}");
        var record = CustomerCodecs.For(FactCatalogue.Shipped).Stored(stored);
        Assert.Equal(Array(DossierField.Address, DossierField.ServicePlan), record.Dossier.OnFile);
        Assert.Equal(Encoding.UTF8.GetString(stored), Encoding.UTF8.GetString(WireJson.Bytes(json => CustomerCodecs.Write(json, record))));
        Assert.Equal(new FieldStanding.OnFile(true, true, None), record.Stands(DossierField.ServicePlan, record.AsOf));
    }

    private static IEnumerable<string> Codes(Arr<DossierField> fields) => fields.Map(field => field.Code());

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.Replace('\'', '"'));

    private static (CustomerRecord? Record, IReadOnlyList<Fault> Faults) Read(byte[] json)
    {
        var cursor = new JsonCursor(json);
        return (CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped), cursor.Finish());
    }
}
