using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Evaluation;

/// <summary>How events are stored by customer and year, whatever they are.</summary>
public abstract class YearTableLaws<T>
    where T : class, IDatedEvent<T>
{
    private readonly YearTable<T> table;
    private readonly Gen<T> any;
    private readonly Gen<T[]> year;
    private readonly Func<string, DateOnly, T> plain;

    private protected YearTableLaws(YearTable<T> table, Gen<T> any, Func<string, DateOnly, T> plain) =>
        (this.table, this.any, this.plain, year) = (table, any, plain, any.ArrayOf().Select(all => all.DistinctBy(one => one.Id).ToArray()));

    private protected static Gen<string> Ids { get; } =
        from id in Gen.Elements("a", "call-1", "ünïcode", new string('z', 63))
        from number in Gen.Choose(0, 9)
        select $"{id}{number}";

    private protected static Gen<DateOnly> Days { get; } = Gen.Choose(0, 364).Select(day => new DateOnly(2026, 1, 1).AddDays(day));

    private protected static Gen<Option<TValue>> Maybe<TValue>(params IEnumerable<TValue> values) => Gen.Frequency((1, Gen.Constant(Option<TValue>.None)), (2, Gen.Elements(values).Select(Some)));

    [Law]
    public Property What_is_stored_is_read_again_in_order() =>
        Law.ForAll(year, year => table.From(table.ToBody(year)).SequenceEqual(year.OrderBy(one => one.Date).ThenBy(one => one.Id, StringComparer.Ordinal)));

    [Law]
    public Property The_order_of_events_does_not_change_the_bytes() =>
        Law.ForAll(from drawn in year from order in Reordering.Orders(100) select (year: drawn, order), drawn =>
            table.ToBody(drawn.year).SequenceEqual(table.ToBody([.. drawn.year.By(drawn.order), .. drawn.year.Skip(100)])));

    [Law]
    public Property The_version_is_of_all_that_an_event_says() =>
        Law.ForAll(from one in any from other in any select (one, other), both => table.Version(both.one) == table.Version(both.other) == both.one.Equals(both.other));

    [Law]
    public Property An_event_is_filed_once() =>
        Law.ForAll(from drawn in year from one in any select (year: drawn, one), drawn => table.Add(drawn.year, drawn.one) switch
        {
            YearFiling<T>.Filed(var after) => after.Length == drawn.year.Length + 1 && drawn.year.All(after.Contains) && table.Add(table.From(table.ToBody(after)), drawn.one) is YearFiling<T>.Unchanged
                && table.Add(after, plain(drawn.one.Id, drawn.one.Date.AddDays(1))) is YearFiling<T>.Taken,
            YearFiling<T>.Unchanged => drawn.year.Contains(drawn.one),
            YearFiling<T>.Taken => drawn.year.Any(other => other.Id == drawn.one.Id && !other.Equals(drawn.one)),
            YearFiling<T>.Full => false,
        });

    [Law]
    public Property What_is_withdrawn_is_gone_and_all_else_stays() =>
        Law.ForAll(year.Where(year => year.Length > 0), year => table.Without(new Row("P-1 2026", 7, table.ToBody(year)), year[0].Id) switch
        {
            Write.Put put => put is { Expected: 7, Id: "P-1 2026" } && put.Table == table.Name && table.From(put.Body.ToArray()).OrderBy(one => one.Id).SequenceEqual(year[1..].OrderBy(one => one.Id)),
            Write.Delete delete => year.Length == 1 && delete is { Expected: 7, Id: "P-1 2026" } && delete.Table == table.Name,
            Write.Append or Write.AppendLinked or Write.Place or Write.Expect or Write.ExpectRange or Write.ExpectIndexed or Write.Moment => false,
        });

    [Xunit.Fact]
    public void A_year_holds_so_many_and_other_years_do_not_count()
    {
        var full = Enumerable.Range(0, table.Most).Select(at => plain($"e{at}", new DateOnly(2026, 6, 1))).ToArray();
        var (more, next) = (plain("more", new DateOnly(2026, 12, 31)), plain("more", new DateOnly(2027, 1, 1)));
        Assert.IsType<YearFiling<T>.Full>(table.Add(full, more));
        Assert.IsType<YearFiling<T>.Filed>(table.Add(full[1..], more));
        Assert.Equal([next], Assert.IsType<YearFiling<T>.Filed>(table.Add(full, next)).Year);
    }

    /// <summary>The ids of rows are in the order of customers and years, and say whose they are.</summary>
    [Law]
    public Property A_row_says_whose_it_is_and_of_which_year() =>
        Law.ForAll(
            from customer in Gen.Elements("P-1", "P-10", "P-1.a", "P", "E_9")
            from other in Gen.Elements("P-1", "P-10", "P-1.a", "P", "E_9")
            from first in Gen.Choose(1900, 2100)
            from second in Gen.Choose(1900, 2100)
            select (customer, other, first, second),
            drawn => YearRow.Read(YearRow.Id(drawn.customer, drawn.first)) == (drawn.customer, drawn.first)
                && Tables.CustomerOf(YearRow.Id(drawn.customer, drawn.first)) == drawn.customer
                && Math.Sign(string.CompareOrdinal(YearRow.Id(drawn.customer, drawn.first), YearRow.Id(drawn.other, drawn.second)))
                    == Math.Sign(drawn.customer == drawn.other ? drawn.first.CompareTo(drawn.second) : string.CompareOrdinal(drawn.customer, drawn.other))
                && string.CompareOrdinal(Tables.Of(drawn.customer).After, YearRow.Id(drawn.customer, drawn.first)) < 0
                && string.CompareOrdinal(Tables.Of(drawn.customer).Before, YearRow.Id(drawn.customer, drawn.first)) > 0);
}

/// <summary>What was done for customers.</summary>
public sealed class EngagementTableLaws() : YearTableLaws<Engagement>(EventTables.Engagements, Any, (id, date) => new Engagement(id, date, Kehu.Domain.Channel.Sms, EngagementKind.ProductMessage))
{
    private static Gen<Engagement> Any { get; } =
        from id in Ids
        from date in Days
        from channel in Gen.Elements(Enum.GetValues<Kehu.Domain.Channel>())
        from kind in Gen.Elements(Enum.GetValues<EngagementKind>())
        from role in Maybe(Enum.GetValues<Role>())
        from level in Maybe(Enum.GetValues<EventLevel>())
        from occasion in Maybe(Occasions.All.AsEnumerable())
        from staff in Maybe("M-1", "员工")
        from note in Maybe("a", "询问到期理财的打算", new string('长', 500))
        select new Engagement(id, date, channel, kind) { By = role, Level = level, Occasion = occasion, Staff = staff, Note = note };

    /// <summary>A row as the first release that had engagements wrote it.</summary>
    [Xunit.Fact]
    public void What_was_stored_once_is_still_read_and_written_so()
    {
        var body = Convert.FromHexString("0101136163746976652d636f6e746163742d303030309e922d02000902064d2d30303230");
        Assert.Equal([new Engagement("active-contact-0000", new DateOnly(2025, 12, 30), Kehu.Domain.Channel.EMail, EngagementKind.ActiveContact) { By = Role.CustomerManager, Staff = "M-0020" }], EventTables.Engagements.From(body));
        Assert.Equal(body, EventTables.Engagements.ToBody(EventTables.Engagements.From(body)));
    }
}

/// <summary>What customers said.</summary>
public sealed class SurveyTableLaws() : YearTableLaws<Survey>(EventTables.Surveys, Any, (id, date) => new Survey(id, date, None))
{
    private static Gen<Survey> Any { get; } =
        from id in Ids
        from date in Days
        from answer in Maybe(Enum.GetValues<Satisfaction>())
        from comment in Maybe("a", "排队时间较长", new string('长', 500))
        from channel in Maybe(Enum.GetValues<Kehu.Domain.Channel>())
        from staff in Maybe("M-1", "员工")
        select new Survey(id, date, answer) { Comment = comment, Channel = channel, Staff = staff };
}

/// <summary>What customers bought.</summary>
public sealed class PurchaseTableLaws() : YearTableLaws<Purchase>(EventTables.Purchases, Any, (id, date) => new Purchase(id, date, "payroll"))
{
    private static Gen<Purchase> Any { get; } =
        from id in Ids
        from date in Days
        from product in Gen.Elements(SharedFacts.Products.Options.Select(product => product.Code).Where(code => code != "payroll").ToArray())
        from amount in Maybe(0L, 1, 5_000_050, Money.Limit.Fen)
        select new Purchase(id, date, product) { Amount = amount.Map(fen => new Money(fen)) };
}
