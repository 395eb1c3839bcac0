using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties;

/// <summary>Records that were filed when larger amounts were accepted: nothing like them is taken today, and they are served as before.</summary>
public sealed class AmountsOnFileLaws
{
    private static readonly RuleBook Book = RuleBook.Of(ShippedPolicies.All).IfFail(_ => throw new InvalidOperationException("the shipped policies compile"));

    private static readonly QualityScope Scope = new(FactCatalogue.Shipped, Book.Policies, QualityGrouping.Fact, Book.Policies[0].Policy.Id);

    /// <summary>A record with one amount above today's limit, and the same record with the amount at it.</summary>
    private static FsCheck.Gen<(CustomerRecord Record, Fact Fact, CustomerRecord AtLimit)> Old =>
        from record in WireGenerators.Records
        from fact in Gen.Elements(FactCatalogue.Shipped.All.Filter(fact => fact is Fact.Amount && fact.Head.Scope.Covers(record.Kind)).ToArray())
        from size in Gen.OneOf(Gen.Elements(Money.Limit.Fen + 1, Money.LimitOnFile.Fen), WireGenerators.Between(Money.Limit.Fen + 1, Money.LimitOnFile.Fen))
        from sign in Gen.Choose(0, fact.Domain.Low < 0 ? 1 : 0).Select(below => 1 - (2 * below))
        let others = record.Facts.Without(SharedFacts.InterestIncome).Without(SharedFacts.FeeIncome)
        select (record with { Facts = others.With(fact, sign * size) }, fact, record with { Facts = others.With(fact, sign * Money.Limit.Fen) });

    [Law]
    public Property An_amount_above_the_limit_is_refused_where_it_stands() => Law.ForAll(Old, old =>
    {
        var cursor = new JsonCursor(old.Record.AsSent());
        return CustomerCodecs.ReadRecord(ref cursor, FactCatalogue.Shipped) is null
            && cursor.Finish() is [{ Code: "fact.out-of-range", Place: Place.Pointer(var pointer) }] && pointer == $"/facts/{old.Fact.Name}";
    });

    [Law]
    public Property On_file_it_is_read_as_it_was_filed() => Law.ForAll(Old, old =>
    {
        var json = old.Record.AsSent();
        var read = CustomerCodecs.For(FactCatalogue.Shipped).Stored(json);
        return read == old.Record && read.AsSent().AsSpan().SequenceEqual(json)
            && CustomerCodecs.Counted(json, FactCatalogue.Shipped) == new CountedCustomer(old.Record.AsOf, old.Record.Outlet, old.Record.Kind, old.Record.Facts);
    });

    /// <summary>No bound lies above the limit, so that an amount above it is decided and explained as one at it.</summary>
    [Law(100)]
    public Property It_is_decided_as_an_amount_at_the_limit() => Law.ForAll(Old, old =>
    {
        Classification Of(CustomerRecord record) => record.Customer.Classified(Book.For(record.Kind), record.AsOf, ask: true, evidence: true);
        var (above, at) = (Of(old.Record), Of(old.AtLimit));
        return above.Decisions == at.Decisions && Enumerable.Range(0, above.Decisions.Count).All(place => Truths(above, place).SequenceEqual(Truths(at, place)));
    });

    [Law(100)]
    public Property Data_quality_reports_it() => Law.ForAll(Old, old =>
    {
        var record = old.Record with { Facts = old.Record.Facts.Without(SharedFacts.ClosedOn) };
        var count = new DataQualityCount(Scope, record.AsOf);
        count.Add(record.Outlet, record.Customer, record.AsOf);
        count.Add(record.Outlet, old.AtLimit.Customer with { Facts = old.AtLimit.Facts.Without(SharedFacts.ClosedOn) }, record.AsOf);
        return count.Done().Gaps(Scope).ForAll(gap => gap.OutOfRange == (gap.Fact == old.Fact ? 1 : 0));
    });

    private static IEnumerable<Truth> Truths(Classification made, int place) =>
        made.EvidenceOf(place).Map(lines => lines.Lines.ToArray()).IfNone([]).Select(line => line.Truth);
}
