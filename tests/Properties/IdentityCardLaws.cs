using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Standards;
using Kehu.Shared;
using LanguageExt;
using Xunit;

namespace Kehu.Properties;

/// <summary>Numbers of identity cards are told from other ids, and bring nobody on file.</summary>
public sealed class IdentityCardLaws
{
    private static readonly int[] Provinces = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83];

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private static readonly Gen<string> Regions = from province in Gen.Elements(Provinces) from rest in Gen.Choose(0, 9_999) select $"{province}{rest:D4}";

    /// <summary>Numbers of 18 characters, as the table of the standard has it.</summary>
    private static readonly Gen<string> Present =
        from region in Regions
        from day in Days.Any
        from order in Gen.Choose(0, 999)
        from small in Gen.Elements(false, false, true)
        let number = Checked(string.Create(CultureInfo.InvariantCulture, $"{region}{day:yyyyMMdd}{order:D3}"))
        select small ? number.ToLowerInvariant() : number;

    /// <summary>Numbers of 15 digits.</summary>
    private static readonly Gen<string> Earlier =
        from region in Regions
        from day in Gen.Choose(new DateOnly(1900, 1, 1).DayNumber, new DateOnly(1999, 12, 31).DayNumber).Select(DateOnly.FromDayNumber)
        from order in Gen.Choose(0, 999)
        select string.Create(CultureInfo.InvariantCulture, $"{region}{day:yyMMdd}{order:D3}");

    private static readonly Gen<string> Numbers = Gen.OneOf(Present, Earlier);

    /// <summary>Numbers and texts near them: one sign another, one more or less, days and provinces that are none.</summary>
    private static readonly Gen<string> Near = Gen.OneOf(
        Numbers,
        from number in Numbers from at in Gen.Choose(0, 17) from sign in Gen.Elements("0123456789Xx-.A".ToCharArray()) select Changed(number, at % number.Length, sign),
        from number in Numbers from at in Gen.Choose(0, 17) select number.Remove(at % number.Length, 1),
        from number in Numbers from sign in Gen.Elements("0123456789X".ToCharArray()) select number + sign,
        from region in Gen.Choose(0, 999_999) from day in Gen.Choose(0, 99_999_999) from order in Gen.Choose(0, 999) select Checked($"{region:D6}{day:D8}{order:D3}"),
        from region in Regions from day in Gen.Choose(0, 999_999) from order in Gen.Choose(0, 999) select $"{region}{day:D6}{order:D3}");

    [Law(1_000)]
    public Property A_text_is_a_number_where_province_day_and_check_say_so() => Law.ForAll(Near, text => IdentityCard.IsNumber(text) == Plainly(text));

    [Law]
    public Property Every_number_is_one_and_with_any_one_sign_changed_it_is_none_but_where_that_makes_another() => Law.ForAll(Numbers, number =>
        IdentityCard.IsNumber(number)
        && Enumerable.Range(0, number.Length).All(at => "0123456789Xx".Where(sign => char.ToUpperInvariant(sign) != char.ToUpperInvariant(number[at]))
            .All(sign => Changed(number, at, sign) is var other && IdentityCard.IsNumber(other) == (number.Length == 15 && Plainly(other)))));

    /// <summary>A number brings nobody on file, by whichever way, and whoever is on file under one already is filed and read as before.</summary>
    [Law(40)]
    public Property Nobody_comes_on_file_under_one() => Law.ForAll(
        from number in Numbers from other in Gen.Elements("P-1", "11010519491231002", "A11010519491231002X") from isThere in Gen.Elements(true, false) select (number, other, isThere),
        async drawn =>
        {
            using var folder = new TemporaryFolder();
            await using var store = new MemoryStore(Tables.Schema);
            var (known, moments) = (new CustomerStore(store, FactCatalogue.Shipped), new Moments(StandingClock.OnTheDay(), DateTime.UnixEpoch));
            var archive = new CustomerArchive(known, moments, new Filings(FactCatalogue.Shipped, SourceOrder.None));
            if (drawn.isThere)
            {
                await Place(store, Record(drawn.number, 20));
            }

            var filing = await archive.Draft(AccessScope.Bank, Incoming.Whole.Of(Record(drawn.number, 21)), new Precondition.None(), default);
            using var import = new CustomerImport(
                known, AccessScope.Bank, moments, new Filings(FactCatalogue.Shipped, SourceOrder.None), new RejectsWriter(new Rejects(folder.File("rejects"), TimeSpan.FromDays(1)), folder.File("refused")), ImportManner.Usual);
            await import.Take(1, Record(drawn.number, 22), []);
            await import.Take(2, Record(drawn.other, 22), []);
            var report = await import.Finish("law");
            var found = await archive.Find(AccessScope.Bank, drawn.number, null, null, default);
            return filing.Case is Filing.Refused == !drawn.isThere
                && (report.Created, report.Updated, report.Rejected) == (1, drawn.isThere ? 1 : 0, drawn.isThere ? 0 : 1)
                && report.Errors.All(error => error.Line == 1 && error.Fault.Code == "id.personal" && !error.Fault.Detail.En.Contains(drawn.number, StringComparison.Ordinal))
                && found is not null == drawn.isThere;
        });

    [Xunit.Fact]
    public void Numbers_that_are_printed_as_examples_are_numbers()
    {
        Assert.True(IdentityCard.IsNumber("11010519491231002X"));
        Assert.False(IdentityCard.IsNumber("440524188001010014"));
        Assert.False(IdentityCard.IsNumber("110105194912310021"));
        Assert.False(IdentityCard.IsNumber(""));
    }

    private static bool Plainly(string text)
    {
        var digits = text.Length == 18 ? text[..17] : text;
        return text.Length is 15 or 18
            && digits.All(char.IsAsciiDigit)
            && Provinces.Contains(int.Parse(text[..2], CultureInfo.InvariantCulture))
            && DateOnly.TryParseExact(text.Length == 18 ? text[6..14] : "19" + text[6..12], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and <= 2100
            && (text.Length == 15 || Checked(digits).Equals(text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>With its check character, by the weights and the table of GB 11643.</summary>
    private static string Checked(string seventeen) => seventeen + "10X98765432"[seventeen.Select((digit, at) => (digit - '0') * Weights[at]).Sum() % 11];

    private static string Changed(string text, int at, char sign) => text[..at] + sign + text[(at + 1)..];

    private static CustomerRecord Record(string id, int day) => new(
        CustomerId.From(id).IfFail(_ => throw new InvalidOperationException("an id")), CustomerKind.Personal, new DateOnly(2026, 11, day), "OUT-1", Option<string>.None, Option<string>.None,
        Contact.Unknown, Preferences.Unknown, Dossier.Unknown, FactCatalogue.Shipped.NothingKnown);

    /// <summary>On file since a time when such an id was taken.</summary>
    private static async Task Place(MemoryStore store, CustomerRecord record) => Assert.Null(await store.Commit(
        [new Write.Put(Tables.Customers, record.Id.Value, 0, new Held(DateTime.UnixEpoch, DateTime.UnixEpoch, Held.JsonOf(record)).ToBody(), new Dictionary<string, string> { [Tables.OfOutlet] = record.Outlet })], default));
}
