using System.Globalization;
using Kehu.Api.Archive;
using Kehu.Api.Sample;
using Kehu.Api.Store;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Commands;

/// <summary>The sample portfolio to load before the service starts. Loading it again changes nothing.</summary>
internal sealed record Sampling(SampleArguments Arguments)
{
    private const string Option = "--sample";

    private static readonly string[] Own = ["--scale", "--seed", "--as-of"];

    /// <summary>Takes <c>--sample</c> and what belongs to it out of the arguments; none where it is not asked for, a reason where it is asked for wrongly.</summary>
    public static Sampling? Take(ref string[] args, out string? wrong)
    {
        wrong = null;
        if (!args.Contains(Option))
        {
            return null;
        }

        var (own, rest) = (new Dictionary<string, string>(StringComparer.Ordinal) { ["--scale"] = "0.01", ["--seed"] = "1" }, new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            if (Own.Contains(args[i]) && i + 1 < args.Length)
            {
                own[args[i]] = args[++i];
            }
            else if (args[i] != Option)
            {
                rest.Add(args[i]);
            }
        }

        args = [.. rest];
        var read = SampleArguments.Read([.. own.SelectMany(pair => new[] { pair.Key, pair.Value })]);
        wrong = read.MatchUnsafe<string?>(Left: reason => reason, Right: _ => null);
        return read.MatchUnsafe<Sampling?>(Left: _ => null, Right: arguments => new Sampling(arguments));
    }

    /// <summary>Imports the portfolio with the year behind it and says what that came to.</summary>
    public async Task<string> Load(IStore store, string path, StandardsInForce standards, WorkCalendar calendar)
    {
        using var import = new CustomerImport(store, new CustomerArchive(store, TimeProvider.System), TimeProvider.System, Rejects.Beside(path).Open(Rejects.NewId()));
        var (line, customers, year) = (0L, 0L, new YearLoading(store));
        foreach (var record in SamplePortfolio.Customers(Arguments.Scale, Arguments.Seed, Arguments.AsOf))
        {
            customers++;
            foreach (var before in SampleYear.Before(record))
            {
                await import.Take(++line, before, []);
                await year.Take(record.Id.Value, [.. SampleYear.Done(Prelude.Array(before, record), standards.All, calendar, SamplePortfolio.Year(record, Arguments.Seed))]);
            }

            await import.Take(++line, record, []);
        }

        var report = await import.Finish("sample");
        await year.Finish();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"sample portfolio: {customers} customers, {report.Created} created, {report.Updated} updated, {report.Unchanged} unchanged; {year.Engagements} engagements of the year before");
    }

    /// <summary>Stores engagements in portions; a year that is on file already stays as it is.</summary>
    private sealed class YearLoading(IStore store)
    {
        private const int Portion = 2_000;

        private List<(string Id, Engagement[] Year)> waiting = [];

        public long Engagements { get; private set; }

        public async Task Take(string customer, Engagement[] done)
        {
            Engagements += done.Length;
            waiting.AddRange(done.GroupBy(one => one.Date.Year).Select(year => (YearRow.Id(customer, year.Key), year.ToArray())));
            if (waiting.Count >= Portion)
            {
                await Finish();
            }
        }

        public async Task Finish()
        {
            var present = (await store.Get(EventTables.Engagements.Name, waiting.ConvertAll(year => year.Id), CancellationToken.None)).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
            await store.Commit(waiting.FindAll(year => !present.Contains(year.Id)).ConvertAll(Write (year) => EventTables.Engagements.ToWrite(year.Id, 0, year.Year)), CancellationToken.None);
            waiting = [];
        }
    }
}
