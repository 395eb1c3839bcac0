using System.Text;
using Xunit;

namespace Kehu.Properties;

/// <summary>Facts and customers survive the wire unchanged, and what is no legal value is refused where it stands.</summary>
public sealed class WireLaws
{
    private static readonly string[] Needed = ["'id':'E-1'", "'kind':'enterprise'", "'asOf':'2026-11-21'", "'outlet':'o'"];

    private delegate T? FromWire<T>(ref JsonCursor cursor);

    [Law]
    public Property Facts_read_back_are_the_facts_written() =>
        Law.ForAll(WireGenerators.FactsOf(FactCatalogue.Shipped, FactCatalogue.Shipped.All), facts => ReadFacts(WrittenFacts(facts)) is var (read, faults) && faults.Count == 0 && facts.Equals(read));

    /// <summary>Every fact at both ends of its domain, every code of a list, every member of a set alone, and a fen beside zero.</summary>
    [Xunit.Fact]
    public void Every_fact_survives_at_its_edges()
    {
        foreach (var fact in FactCatalogue.Shipped.All)
        {
            foreach (var value in Edges(fact))
            {
                var facts = FactCatalogue.Shipped.NothingKnown.With(fact, value);
                var (read, faults) = ReadFacts(WrittenFacts(facts));
                Assert.Empty(faults);
                Assert.True(facts.Equals(read), $"{fact.Name} at {value}");
            }
        }
    }

    [Law]
    public Property Customers_read_back_are_the_customers_written() =>
        Law.ForAll(
            WireGenerators.Records,
            record =>
            {
                var text = record.AsSent();
                var (read, faults) = Read(text, (ref cursor) => CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped));
                return faults.Count == 0 && record.Equals(read) && text.AsSpan().SequenceEqual(read!.AsSent());
            });

    [Theory]
    [InlineData("deposits", "70000000000000", 7_000_000_000_000_000)]
    [InlineData("deposits", "69999999999999.99", 6_999_999_999_999_999)]
    [InlineData("deposits", "7e13", 7_000_000_000_000_000)]
    [InlineData("netProfit", "-69999999999999.99", -6_999_999_999_999_999)]
    [InlineData("deposits", "0.01", 1)]
    [InlineData("deposits", "0.010000000000000000000000000000000000000", 1)]
    [InlineData("employees", "1.0", 1)]
    [InlineData("employees", "1e2", 100)]
    [InlineData("employees", "1200e-2", 12)]
    [InlineData("settlementShare", "33.33", 3_333)]
    public void A_number_is_read_from_its_digits(string fact, string sent, long value) =>
        Assert.Equal(
            LanguageExt.Option<long>.Some(value),
            ReadFacts(Encoding.UTF8.GetBytes($"{{\"{fact}\":{sent}}}")).Read!.Find(FactCatalogue.Shipped.All.Find(known => known.Name == fact).IfNone(SharedFacts.Deposits)));

    [Theory]
    [InlineData("{'deposits':null}", null)]
    [InlineData("{'deposits':70000000000000.01}", "fact.out-of-range /facts/deposits")]
    [InlineData("{'deposits':-0.01}", "fact.out-of-range /facts/deposits")]
    [InlineData("{'deposits':0.001}", "fact.too-fine /facts/deposits")]
    [InlineData("{'deposits':1.00000000000000000000000000000000001}", "fact.too-fine /facts/deposits")]
    [InlineData("{'deposits':1e400}", "fact.out-of-range /facts/deposits")]
    [InlineData("{'deposits':1e-400}", "fact.too-fine /facts/deposits")]
    [InlineData("{'deposits':'5'}", "json.type /facts/deposits")]
    [InlineData("{'employees':1.5}", "fact.too-fine /facts/employees")]
    [InlineData("{'gender':'male'}", "fact.other-kind /facts/gender")]
    [InlineData("{'gender':null}", null)]
    [InlineData("{'products':['fund',null]}", "json.null /facts/products/1")]
    [InlineData("{'products':['fund','pos','fund']}", "json.repeated-element /facts/products/2")]
    [InlineData("{'products':['fnud']}", "json.unknown-code /facts/products/0")]
    [InlineData("{'everTransacted':false,'lastTransactionOn':'2026-01-01'}", "fact.contradiction /facts/everTransacted")]
    [InlineData("{'interestIncome':70000000000000,'feeIncome':0.01}", "fact.sum-out-of-range /facts/interestIncome")]
    [InlineData("{'customerSince':'2026-11-22'}", "fact.after-as-of /facts/customerSince")]
    [InlineData("{'closedOn':'2101-01-01'}", "fact.out-of-range /facts/closedOn")]
    [InlineData("{'ownership':'state','basicAccount':1,'deposits':true}", "json.unknown-code /facts/ownership, json.type /facts/basicAccount, json.type /facts/deposits")]
    [InlineData("null", null)]
    public void A_fact_that_is_no_legal_value_is_refused_where_it_stands(string facts, string? expected)
    {
        var text = $"{{'id':'E-1','kind':'enterprise','asOf':'2026-11-21','outlet':'o','facts':{facts}}}".Replace('\'', '"');
        var (_, faults) = Read(Encoding.UTF8.GetBytes(text), (ref cursor) => CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped));
        Assert.Equal(expected ?? "", string.Join(", ", WireFaults.Told(faults)));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("kind")]
    [InlineData("asOf")]
    [InlineData("outlet")]
    public void Null_is_no_value_of_what_is_needed(string member)
    {
        var (read, faults) = Nulled(member);
        Assert.Equal([$"json.null /{member}"], WireFaults.Told(faults));
        Assert.Null(read);
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("name")]
    [InlineData("contact")]
    [InlineData("preferences")]
    [InlineData("dossier")]
    [InlineData("facts")]
    public void Null_of_what_may_be_left_out_is_left_out(string member)
    {
        var ((read, faults), (without, _)) = (Nulled(member), Read(Encoding.UTF8.GetBytes($"{{{string.Join(",", Needed)}}}".Replace('\'', '"')), (ref cursor) => CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped)));
        Assert.Empty(faults);
        Assert.Equal(without, read);
    }

    [Xunit.Fact]
    public void Everything_wrong_with_facts_on_a_date_is_told_once()
    {
        var late = Spans.Dates.High;
        var facts = FactCatalogue.Shipped.NothingKnown.With(SharedFacts.CustomerSince, late).With(SharedFacts.LastTransactionOn, late).With(SharedFacts.EverTransacted, 0);
        Assert.Equal(
            ["fact.after-as-of /lastTransactionOn", "fact.after-as-of /customerSince", "fact.contradiction /everTransacted"],
            WireFaults.Told(new Customer(CustomerKind.Personal, facts).FaultsOn(new DateOnly(2026, 11, 21))));
    }

    private static (CustomerRecord? Read, IReadOnlyList<Fault> Faults) Nulled(string member)
    {
        var others = string.Join(",", Needed.Where(other => !other.StartsWith($"'{member}'", StringComparison.Ordinal)));
        return Read(Encoding.UTF8.GetBytes($"{{{others},'{member}':null}}".Replace('\'', '"')), (ref cursor) => CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped));
    }

    private static IEnumerable<long> Edges(Domain.Fact fact) => fact switch
    {
        Domain.Fact.Amount or Domain.Fact.Share => [fact.Accepted.Low, fact.Accepted.High, fact.Accepted.High - 1, 0, 1, 10, 99, 101],
        Domain.Fact.Count or Domain.Fact.Day or Domain.Fact.Flag => [fact.Accepted.Low, fact.Accepted.High],
        Domain.Fact.Choice or Domain.Fact.Grade => fact.Members.Select((_, place) => (long)place),
        Domain.Fact.Several => [fact.Accepted.Low, fact.Accepted.High, .. fact.Members.Select((_, place) => 1L << place)],
    };

    private static byte[] WrittenFacts(KnownFacts facts) => WireJson.Bytes(json => FactsJson.Write(json, facts));

    private static (KnownFacts? Read, IReadOnlyList<Fault> Faults) ReadFacts(byte[] text) => Read(text, (ref cursor) => (KnownFacts?)FactsJson.For(FactCatalogue.Shipped).Read(ref cursor));

    private static (T? Read, IReadOnlyList<Fault> Faults) Read<T>(byte[] text, FromWire<T> read)
    {
        var cursor = new JsonCursor(text);
        var value = read(ref cursor);
        return (value, cursor.Finish());
    }
}
