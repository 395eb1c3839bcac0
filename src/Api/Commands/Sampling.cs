using System.Globalization;
using LanguageExt;

namespace Kehu.Api;

/// <summary>The sample portfolio to load before the service starts. Loading it again changes nothing.</summary>
internal sealed record Sampling(SampleArguments Arguments, Watch Watch)
{
    /// <summary>Imports the portfolio with the year behind it and says what that came to.</summary>
    public Task<string> Load(IServiceProvider services) => Load(
        services.GetRequiredService<IStore>(),
        services.GetRequiredService<Moments>(),
        services.GetRequiredService<Rejects>(),
        services.GetRequiredService<StandardsInForce>(),
        services.GetRequiredService<WorkCalendar>());

    /// <summary>The same with each of what it needs.</summary>
    public async Task<string> Load(IStore store, Moments moments, Rejects rejects, StandardsInForce standards, WorkCalendar calendar)
    {
        using var import = new CustomerImport(
            new CustomerStore(store, standards.Facts), AccessScope.Bank, moments, new Filings(standards.Facts, SourceOrder.None),
            rejects.Open(Rejects.NewId(TimeProvider.System), Option<string>.None), ImportManner.Usual);
        var (line, customers, year) = (0L, 0L, new SampleLoading(store));
        using var loaded = new Counted(Watch, "loading the sample", SamplePortfolio.Size(Arguments.Scale), "customers");
        foreach (var record in SamplePortfolio.Customers(Arguments.Scale, Arguments.Seed, Arguments.AsOf))
        {
            customers++;
            loaded.Add(1);
            foreach (var before in SampleYear.Before(record))
            {
                await import.Take(++line, before, []);
                var done = SampleYear.Done(Prelude.Array(before, record), standards.All, calendar, Draws(record, Topic.Year));
                await year.Take(EventTables.Engagements, record.Id.Value, [.. done]);
            }

            await import.Take(++line, record, []);
            await year.Take(EventTables.Surveys, record.Id.Value, [.. SampleSurveys.Of(record, Draws(record, Topic.Surveys))]);
            await year.Take(EventTables.Purchases, record.Id.Value, [.. SamplePurchases.Of(record, Draws(record, Topic.Purchases))]);
            await year.Take($"case-{record.Id}", [.. SampleCases.Of(record, calendar, Draws(record, Topic.Cases))]);
        }

        var report = await import.Finish("sample");
        await year.Take([.. SamplePortfolio.Outlets(Arguments.Scale)]);
        await year.Finish();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"sample portfolio: {customers} customers, {report.Created} created, {report.Updated} updated, {report.Unchanged} unchanged; "
            + $"of the year before {year}");
    }

    private Dice Draws(CustomerRecord record, Topic topic) => SamplePortfolio.Draws(record, Arguments.Seed, topic);
}
