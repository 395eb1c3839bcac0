using System.Text;
using FsCheck.Fluent;
using Kehu.Properties.Evaluation;
using Kehu.Shared;
using LanguageExt;

namespace Kehu.Properties.Access;

/// <summary>What is written within a scope is written as if nobody else were there: others stay as they are, and are as little there as who never was.</summary>
public sealed class ScopeWritingLaws
{
    private static readonly Precondition[] Demands = [new Precondition.None(), new Precondition.MustNotExist(), new Precondition.MustExist(Option<Arr<string>>.None)];

    [Law(60)]
    public Property Records_filed_and_customers_withdrawn() => Law.ForAll(Scopes.Banks, async seen =>
        await Drafted(await seen.Full(), seen) is var drafted && drafted == await Drafted(await seen.Ours(), seen) && drafted == await Drafted(await seen.Replaced(), seen));

    [Law(60)]
    public Property Records_imported() => Law.ForAll(Scopes.Banks, seen => IsOnlyOurs(seen, async store =>
    {
        using var folder = new TemporaryFolder();
        using var import = new CustomerImport(store.Of(), seen.Sees, Scopes.Later(), new Filings(FactCatalogue.Shipped, SourceOrder.None), Refused(folder), ImportManner.Usual);
        foreach (var (record, at) in Lines(seen).Select((record, at) => (record, at)))
        {
            await import.Take(at + 1, record, Held.JsonOf(record));
        }

        return await import.Finish("law");
    }));

    [Law(60)]
    public Property Events_imported() => Law.ForAll(Scopes.Banks, seen => IsOnlyOurs(seen, async store =>
    {
        using var folder = new TemporaryFolder();
        using var import = new YearImport<Survey>(store.Of(), seen.Sees, EventTables.Surveys, EvaluationGenerators.Today, Refused(folder));
        foreach (var (id, at) in StoredCustomer.Ids.Select((id, at) => (id, at)))
        {
            await import.Take(at + 1, new SentEvent<Survey>(id, new Survey("e0", new DateOnly(2026, 7, 1), Satisfaction.Neutral)), "{}"u8);
        }

        return await import.Finish("law");
    }));

    /// <summary>An import of everything about everybody says and does within a scope what it does where nobody else is.</summary>
    private static async Task<bool> IsOnlyOurs(Seen seen, Func<MemoryStore, Task<ImportReport>> import)
    {
        var (full, ours) = (await seen.Whole(), await seen.Part());
        var others = StoredCustomer.Ids.Except(seen.Bank.Where(seen.IsSeen).Select(one => one.Id)).ToHashSet(StringComparer.Ordinal);
        var before = await OfThese(full, others);
        return Text(await import(full)) == Text(await import(ours)) && before == await OfThese(full, others) && await Shown(full, seen.Sees) == await Shown(ours, seen.Sees);
    }

    private static async Task<string> Drafted(CustomerStore store, Seen seen)
    {
        var (archive, text) = (new CustomerArchive(store, Scopes.Later(), new Filings(FactCatalogue.Shipped, SourceOrder.None)), new StringBuilder());
        foreach (var demand in Demands)
        {
            foreach (var record in Lines(seen))
            {
                text.AppendLine((await archive.Draft(seen.Sees, Incoming.Whole.Of(record), demand, default)).Match(Left: unmet => $"{unmet}", Right: Told));
            }

            foreach (var id in StoredCustomer.Ids)
            {
                text.AppendLine(await archive.DraftWithdrawal(seen.Sees, id, demand, default) is var withdrawal && withdrawal is Withdrawal.Withdrawn(_, var unit)
                    ? $"withdrawn {unit.Count}"
                    : $"{withdrawal}");
            }
        }

        return text.ToString();
    }

    private static string Told(Filing filing) => filing is Filing.Filed filed ? $"{filed.Created} {filed.Head.Version} {filed.Unit.Count}" : filing.GetType().Name;

    /// <summary>Records about whoever may be there, one of each date.</summary>
    private static List<CustomerRecord> Lines(Seen seen) => [.. seen.Others.SelectMany(one => one.File.Snapshots).DistinctBy(record => (record.Id, record.AsOf))];

    private static RejectsWriter Refused(TemporaryFolder folder) =>
        Rejects.Beside(folder.File("kehu.db"), TimeSpan.FromDays(1)).Open(Rejects.NewId(StandingClock.OnTheDay()), default);

    private static string Text(ImportReport report) =>
        $"{report.Read} {report.Created} {report.Updated} {report.Unchanged} {report.Rejected} {string.Join('\n', report.Errors)}";

    private static async Task<string> OfThese(MemoryStore store, System.Collections.Generic.HashSet<string> customers)
    {
        var heads = await store.Range(Tables.Customers, "", "", default).Where(row => customers.Contains(row.Id)).ToListAsync();
        var surveys = await store.Range(EventTables.Surveys.Name, "", "", default).Where(row => customers.Contains(Tables.CustomerOf(row.Id))).ToListAsync();
        return Scopes.Text(heads.Concat(surveys));
    }

    private static async Task<string> Shown(MemoryStore store, AccessScope sees) => await store.Of().Within(sees).Together(
        reader => string.Join('\n', Tables.Schema.Tables.Keys.Order(StringComparer.Ordinal).Select(table => Scopes.Text(reader.Range(table, "", "")))), default);
}
