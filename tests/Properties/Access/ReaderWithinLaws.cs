using System.Text;
using FsCheck.Fluent;
using Kehu.Properties.Evaluation;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Access;

/// <summary>Every way in which a store can be read shows within a scope just what a store shows that holds nothing else.</summary>
public sealed class ReaderWithinLaws
{
    private static readonly string[] Bounds =
        ["", "A", "A ", "A!", "A 2025", "A-1", "A-1 ", "A-1 2024-06-30", "A-1!", "A-1-0 2026", "A.1!", "A1 9", "B", "a", "a-0 2026", "z", "case-A-1-0", "case-B-1"];

    private static readonly string[] Keys = ["OUT-1", "OUT-2", "OUT-9", "OUT-WRONG", "M-1", "M-2", "M-9", .. StoredCustomer.Ids];

    [Law(40)]
    public Property Records_by_id() => Holds((reader, table, ids) => Scopes.Text(ids.Select(id => reader.Get(table, id)).OfType<Row>()));

    [Law(40)]
    public Property Records_among_ids() => Holds((reader, table, ids) => Scopes.Text(reader.Get(table, ids).OrderBy(row => row.Id, StringComparer.Ordinal)));

    [Law(40)]
    public Property How_many_there_are() => Holds((reader, table, _) => $"{reader.Count(table)}");

    [Law(40)]
    public Property Records_between_ids() => Holds((reader, table, _) => string.Join(
        '\n', from after in Bounds from before in Bounds where before.Length == 0 || string.CompareOrdinal(after, before) < 0 select $"{after} {before}: {Scopes.Text(reader.Range(table, after, before))}"));

    [Law(40)]
    public Property Records_by_an_index() => Holds((reader, table, _) => string.Join(
        '\n', from index in Tables.Schema.Tables[table] from key in Keys from after in Bounds select $"{index} {key} {after}: {Scopes.Text(reader.Page(table, index, key, after))}"));

    [Law(40)]
    public Property Records_between_two_values_of_an_index() => Holds((reader, table, _) => string.Join(
        '\n',
        from index in Tables.Schema.Tables[table]
        from first in Keys
        from last in Keys
        where string.CompareOrdinal(first, last) <= 0
        select $"{index} {first} {last}: {string.Join(' ', reader.Between(table, index, first, last).Select(one => $"{one.Key} {Scopes.Text(one.Row)}"))}"));

    [Law(40)]
    public Property Records_with_their_values_in_indexes() => Holds((reader, table, _) => string.Join(
        '\n', Bounds.Select(after => string.Join(' ', reader.Keyed(table, after).Select(one => $"{Scopes.Text(one.Row)} {string.Join(',', one.Keys.OrderBy(key => key.Key, StringComparer.Ordinal))}")))));

    [Law(50)]
    public Property Lines_of_logs() => Law.ForAll(Scopes.Banks, async seen =>
        await (await seen.Full()).Within(seen.Sees).Together(reader => !reader.Read(Tables.Changes, 0).Any(), default));

    /// <summary>Many outlets and managers are many readings at once, which both kinds of store have to bear; and nothing of others is read for it.</summary>
    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public async Task Hundreds_of_units_are_read_side_by_side(string kind)
    {
        const int Customers = 900;
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("many"), kind);
        await store.Commit([.. Enumerable.Range(0, Customers).Select(at => Filed(at))], default);
        var sees = AccessScope.Of(
            toSet(Enumerable.Range(0, 300).Select(at => $"OUT-{at}").Where((_, at) => at % 2 == 0)), toSet(Enumerable.Range(0, 100).Select(at => $"M-{at}").Where((_, at) => at % 3 == 0)));
        var found = await store.Of().Within(sees).Range(Tables.Customers, "", "", default).Select(row => row.Id).ToListAsync();
        Assert.Equal(Enumerable.Range(0, Customers).Where(at => at % 300 % 2 == 0 || at % 100 % 3 == 0).Select(Id), found);
        Assert.Equal(found.Count, await store.Of().Within(sees).Customers("", _ => CustomerParts.History | CustomerParts.Cases, default).CountAsync());
    }

    private static string Id(int at) => $"C-{at:D4}";

    private static Write Filed(int at) => new Write.Put(
        Tables.Customers, Id(at), 0,
        new Held(DateTime.UnixEpoch, DateTime.UnixEpoch, Encoding.UTF8.GetBytes($$$"""{"id":"{{{Id(at)}}}","kind":"personal","asOf":"2026-06-30","outlet":"OUT-{{{at % 300}}}","manager":"M-{{{at % 100}}}","facts":{}}""")).ToBody(),
        new Dictionary<string, string> { [Tables.OfOutlet] = $"OUT-{at % 300}", [Tables.OfManager] = $"M-{at % 100}" });

    private static Property Holds(Func<IReader, string, IReadOnlyCollection<string>, string> told) => Law.ForAll(Scopes.Banks, async seen =>
    {
        var (whole, ours) = (await seen.Full(), await seen.Ours());
        foreach (var table in Tables.Schema.Tables.Keys)
        {
            var ids = await whole.Within(AccessScope.Bank).Range(table, "", "", default).Select(row => row.Id).ToListAsync();
            var expected = await Told(ours, AccessScope.Bank, table, ids);
            if (expected != await Told(whole, seen.Sees, table, ids) || expected != await Told(await seen.Replaced(), seen.Sees, table, ids))
            {
                return false;
            }
        }

        return true;

        async Task<string> Told(CustomerStore store, AccessScope sees, string table, List<string> ids) => await store.Within(sees).Together(reader => told(reader, table, ids), default);
    });
}
