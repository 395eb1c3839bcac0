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
    public Task<string> Load(IServiceProvider services) => Load(
        services.GetRequiredService<IStore>(), services.GetRequiredService<Moments>(), services.GetRequiredService<Rejects>(), services.GetRequiredService<StandardsInForce>(),
        services.GetRequiredService<WorkCalendar>());

    /// <summary>The same with each of what it needs.</summary>
    public async Task<string> Load(IStore store, Moments moments, Rejects rejects, StandardsInForce standards, WorkCalendar calendar)
    {
        using var import = new CustomerImport(store, moments, standards.Facts, rejects.Open(Rejects.NewId(TimeProvider.System)));
        var (line, customers, year) = (0L, 0L, new SampleLoading(store));
        foreach (var record in SamplePortfolio.Customers(Arguments.Scale, Arguments.Seed, Arguments.AsOf))
        {
            customers++;
            foreach (var before in SampleYear.Before(record))
            {
                await import.Take(++line, before, []);
                await year.Take(EventTables.Engagements, record.Id.Value, [.. SampleYear.Done(Prelude.Array(before, record), standards.All, calendar, Draws(record, Topic.Year))]);
            }

            await import.Take(++line, record, []);
            await year.Take(EventTables.Surveys, record.Id.Value, [.. SampleSurveys.Of(record, Draws(record, Topic.Surveys))]);
            await year.Take(EventTables.Purchases, record.Id.Value, [.. SamplePurchases.Of(record, Draws(record, Topic.Purchases))]);
            await year.Take($"case-{record.Id}", [.. SampleCases.Of(record, calendar, Draws(record, Topic.Cases))]);
        }

        var report = await import.Finish("sample");
        foreach (var outlet in SamplePortfolio.Outlets(Arguments.Scale))
        {
            await year.Take(outlet);
        }

        await year.Finish();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"sample portfolio: {customers} customers, {report.Created} created, {report.Updated} updated, {report.Unchanged} unchanged; of the year before {year}");
    }

    private Dice Draws(CustomerRecord record, Topic topic) => SamplePortfolio.Draws(record, Arguments.Seed, topic);
}
