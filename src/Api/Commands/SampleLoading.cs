using System.Globalization;
using LanguageExt;

namespace Kehu.Api;

/// <summary>Stores what belongs to the sample beside its customers, in portions; a row that is on file already stays as it is.</summary>
internal sealed class SampleLoading(IStore store)
{
    private const int Portion = 2_000;

    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    private List<(string Table, string Id, IReadOnlyList<Write> Writes)> waiting = new(Portion);

    /// <summary>Takes a customer's events of one sort.</summary>
    public async ValueTask Take<T>(YearTable<T> table, string customer, T[] events)
        where T : class, IDatedEvent<T>
    {
        Count(table.Name, events.Length);
        foreach (var year in events.GroupBy(one => one.Date.Year))
        {
            var id = YearRow.Id(customer, year.Key);
            await Take(table.Name, id, [table.ToWrite(id, 0, [.. year])]);
        }
    }

    /// <summary>Takes a case as what was done with it; nothing where nothing was.</summary>
    public async ValueTask Take(string id, IReadOnlyList<CaseCommand> commands)
    {
        if (commands.Count > 0)
        {
            Count(CaseRow.Table, 1);
            await Take(CaseRow.Table, id, [.. Happened(id, commands)]);
        }
    }

    /// <summary>
    /// Takes the bank's outlets with the units above them; told are the outlets. Those that a store of before has stay as they are until they are taken over.
    /// </summary>
    public async ValueTask Take(IReadOnlyCollection<Outlet> outlets)
    {
        Count(Tables.Outlets, outlets.Count);
        var earlier = await store.Get(Tables.Outlets, [.. outlets.Select(outlet => outlet.Code)], CancellationToken.None);
        foreach (var unit in UnitTree.Empty.Placed(outlets.ExceptBy(earlier.Select(row => row.Id), outlet => outlet.Code)))
        {
            await Take(Tables.Units, unit.Code, [OrganisationOnFile.ToWrite(unit, 0)]);
        }
    }

    /// <summary>Stores what is left.</summary>
    public async ValueTask Finish()
    {
        var full = waiting;
        waiting = new(Portion);
        var present = new System.Collections.Generic.HashSet<(string, string)>();
        foreach (var table in full.GroupBy(row => row.Table))
        {
            present.UnionWith((await store.Get(table.Key, [.. table.Select(row => row.Id)], CancellationToken.None)).Select(row => (table.Key, row.Id)));
        }

        var missing = full.Where(row => !present.Contains((row.Table, row.Id))).SelectMany(row => row.Writes);
        if (await store.Commit([.. missing], CancellationToken.None) is { } conflict)
        {
            throw new InvalidOperationException($"somebody else wrote {conflict.Id} while the sample was loaded");
        }
    }

    /// <summary>How many of each sort were taken.</summary>
    public override string ToString() => string.Join(", ", counts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Value} {one.Key}")));

    /// <summary>A case event by event, as callers would have stored it, so that its version is that of its last event.</summary>
    private static IEnumerable<Write> Happened(string id, IReadOnlyList<CaseCommand> commands)
    {
        Row? row = null;
        foreach (var command in commands)
        {
            var filing = CaseFiling.Decide(id, row, command).IfLeft(fault => throw new InvalidOperationException($"{id}: {fault.Detail.En}"));
            row = new Row(id, filing.Case.Version, ((Write.Put)filing.Write).Body.ToArray());
            yield return filing.Write;
        }
    }

    private void Count(string name, long more) => counts[name] = counts.GetValueOrDefault(name) + more;

    private async ValueTask Take(string table, string id, IReadOnlyList<Write> writes)
    {
        waiting.Add((table, id, writes));
        if (waiting.Count >= Portion)
        {
            await Finish();
        }
    }
}
