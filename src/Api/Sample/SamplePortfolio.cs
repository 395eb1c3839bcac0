using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// The sample portfolio: customers of an invented bank with the structure of the reference bank, the same bytes for the same scale, seed and date
/// everywhere. Source: the worked figures of 002 (500 000 persons and 50 000 enterprises at scale 1).
/// </summary>
internal static class SamplePortfolio
{
    private const double PersonsAtOne = 500_000;
    private const double FirmsAtOne = 50_000;

    /// <summary>The archetypes are drawn with a seed of their own: they are the same in every portfolio.</summary>
    private const ulong ArchetypeSeed = 0;

    /// <summary>Every customer in ordinal order of id, one at a time. The archetypes are there at any scale.</summary>
    public static IEnumerable<CustomerRecord> Customers(double scale, ulong seed, DateOnly asOf) =>
        Enumerable.Range(1, Count(FirmsAtOne * scale, FirmArchetypes.Count)).Select(index => Enterprise(seed, index, asOf))
            .Concat(Enumerable.Range(1, Count(PersonsAtOne * scale, PersonArchetypes.Count)).Select(index => Personal(seed, index, asOf)));

    /// <summary>How many customers a portfolio has.</summary>
    public static int Size(double scale) => Count(FirmsAtOne * scale, FirmArchetypes.Count) + Count(PersonsAtOne * scale, PersonArchetypes.Count);

    /// <summary>The customer of a kind at an index from 1, whatever the scale.</summary>
    public static CustomerRecord Customer(CustomerKind kind, ulong seed, int index, DateOnly asOf) => kind switch
    {
        CustomerKind.Personal => Personal(seed, index, asOf),
        CustomerKind.Enterprise => Enterprise(seed, index, asOf),
    };

    /// <summary>The stream from which one part of a customer's year is drawn.</summary>
    public static Dice Draws(CustomerRecord record, ulong seed, Topic topic) =>
        Dice.For(seed, record.Kind, int.Parse(record.Id.Value.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture), topic);

    /// <summary>The outlets of the customers of a portfolio, by code.</summary>
    public static IEnumerable<Outlet> Outlets(double scale) =>
        SampleOrganisation.Outlets(Count(PersonsAtOne * scale, PersonArchetypes.Count), Count(FirmsAtOne * scale, FirmArchetypes.Count));

    private static CustomerRecord Personal(ulong seed, int index, DateOnly asOf)
    {
        var whole = index <= PersonArchetypes.Count;
        var streams = new Streams(whole ? ArchetypeSeed : seed, CustomerKind.Personal, index);
        var person = whole ? PersonArchetypes.At(index - 1) : Person.Draw(VolumeTiers.Of(seed, index), streams.For(Topic.Traits));
        var sheet = new FactSheet();
        PersonFiles.Write(sheet, person, asOf, streams.For(Topic.Facts));
        var contact = streams.For(Topic.Contact);
        var name = PersonNames.Draw(person.Gender, contact);
        return Record(streams, index, asOf, name, id => Contacts.Of(person, id, contact, whole), sheet, whole);
    }

    private static CustomerRecord Enterprise(ulong seed, int index, DateOnly asOf)
    {
        var whole = index <= FirmArchetypes.Count;
        var streams = new Streams(whole ? ArchetypeSeed : seed, CustomerKind.Enterprise, index);
        var firm = whole ? FirmArchetypes.At(index - 1) : Firm.Draw(streams.For(Topic.Traits));
        var sheet = new FactSheet();
        FirmFiles.Write(sheet, firm, asOf, streams.For(Topic.Facts));
        var contact = streams.For(Topic.Contact);
        var name = FirmNames.Draw(firm, contact);
        return Record(streams, index, asOf, name, id => Contacts.Of(id, contact, whole), sheet, whole);
    }

    private static CustomerRecord Record(
        Streams streams, int index, DateOnly asOf, string name, Func<CustomerId, Contact> contact, FactSheet sheet, bool whole)
    {
        var id = Id(streams.Kind, index);
        var care = streams.For(Topic.Care);
        var (outlet, manager) = SampleOrganisation.Of(streams.Kind, index, care, whole);
        return new CustomerRecord(
            id,
            streams.Kind,
            asOf,
            outlet,
            manager,
            Some(name),
            contact(id),
            Care.Wishes(care),
            Care.File(sheet[SharedFacts.TotalAssets], care, whole),
            whole ? sheet.Whole() : sheet.WithGaps(streams.For(Topic.Gaps)));
    }

    private static CustomerId Id(CustomerKind kind, int index)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{(kind == CustomerKind.Personal ? 'P' : 'E')}-{index:D7}");
        return CustomerId.From(text).IfFail(_ => throw new InvalidOperationException($"{text} is no customer id"));
    }

    private static int Count(double wanted, int archetypes) => Math.Max(archetypes, (int)Math.Round(wanted, MidpointRounding.AwayFromZero));

    /// <summary>The streams of one customer.</summary>
    private readonly record struct Streams(ulong Seed, CustomerKind Kind, int Index)
    {
        public Dice For(Topic topic) => Dice.For(Seed, Kind, Index, topic);
    }
}
