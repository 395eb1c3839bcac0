using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Http;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Endings;

/// <summary>Whatever is filed afterwards: whoever was ended is closed until a source says otherwise later.</summary>
public sealed class EndedLaws
{
    /// <summary>Of the clock of the tests.</summary>
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly DateOnly First = Today.AddDays(-10);

    [Law(75)]
    public Property Closed_until_a_source_says_otherwise_later() => Law.ForAll(Steps.ListOf().Select(steps => new Arr<Step>(steps)), async steps =>
    {
        await using var service = await RunningService.Start();
        await service.Client.Ask("PUT", "/v1/customers/P-1", new Step.Whole(First, "core", Since: null, Closing.Silent).Json, headers: ("If-None-Match", "*"));
        var model = new SlowEnd(First);
        foreach (var step in steps)
        {
            service.Clock.Pass(TimeSpan.FromSeconds(1));
            await step.Happen(service);
            step.Tell(model);
            if (model.Expected.Case is SlowEnd.Shown shown)
            {
                using var record = JsonDocument.Parse(await service.Client.Ask("GET", "/v1/customers/P-1"));
                var closed = record.RootElement.GetProperty("facts").TryGetProperty("closedOn", out var day) ? day.GetString() : null;
                Assert.Equal(shown.On.MatchUnsafe<string?>(Text, () => null), closed);
                await Agrees(service, shown.On);
            }
        }

        return true;
    });

    /// <summary>From its day on no policy gives the closed a class.</summary>
    private static async Task Agrees(RunningService service, Option<DateOnly> closed)
    {
        var asOf = Today.AddDays(60);
        using var told = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/customers/P-1/classifications?policies=personal-asset-tier&asOf={Text(asOf)}"));
        Assert.Equal(
            closed.Exists(day => day <= asOf) ? "not-applicable" : "decided",
            told.RootElement.GetProperty("decisions")[0].GetProperty("outcome").GetString());
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Gen<DateOnly> Dates { get; } = Gen.Choose(-6, 8).Select(Today.AddDays);

    private static Gen<Closing> Closings { get; } = Gen.OneOf(
        Gen.Constant<Closing>(Closing.Silent),
        Gen.Constant<Closing>(Closing.Open),
        Gen.Choose(-9, 20).Select(days => (Closing)new Closing.Said(Today.AddDays(days))));

    private static Gen<Step> Steps { get; } = Gen.OneOf<Step>(
        Gen.OneOf(Gen.Choose(-10, 2), Gen.Choose(3, 31)).Select(days => (Step)new Step.Ends(Today.AddDays(days))),
        from day in Dates
        from source in Sources
        from since in Gen.Choose(-8, 0)
        from silent in Gen.Elements(true, false)
        from closing in Closings
        select (Step)new Step.Whole(day, source, silent ? null : day.AddDays(since), closing == Closing.Open ? Closing.Silent : closing),
        from day in Dates from source in Sources from closing in Closings select (Step)new Step.Part(day, source, closing));

    private static Gen<string> Sources { get; } = Gen.Elements("core", "crm");

    /// <summary>What somebody says of the end.</summary>
    private abstract record Closing
    {
        public static readonly Closing Silent = new Nothing();

        /// <summary>That it is not known any more.</summary>
        public static readonly Closing Open = new Cleared();

        public string Json => this switch
        {
            Said(var on) => $",\"closedOn\":\"{Text(on)}\"",
            Cleared => ",\"closedOn\":null",
            _ => "",
        };

        public sealed record Said(DateOnly On) : Closing;

        private sealed record Nothing : Closing;

        private sealed record Cleared : Closing;
    }

    private abstract record Step
    {
        public abstract Task Happen(RunningService service);

        public abstract void Tell(SlowEnd model);

        public sealed record Ends(DateOnly On) : Step
        {
            public override Task Happen(RunningService service) =>
                service.Client.Ask("POST", "/v1/customers/P-1/end", $$"""{"on":"{{Text(On)}}","reason":"销户"}""");

            public override void Tell(SlowEnd model) => model.End(On, Today);
        }

        public sealed record Whole(DateOnly AsOf, string Source, DateOnly? Since, Closing Closing) : Step
        {
            public string Json =>
                $$$"""{"id":"P-1","kind":"personal","asOf":"{{{Text(AsOf)}}}","outlet":"OUT-1","facts":{"totalAssets":6000000{{{(Since is { } day ? $",\"customerSince\":\"{Text(day)}\"" : "")}}}{{{Closing.Json}}}}}""";

            public override Task Happen(RunningService service) =>
                service.Client.Ask("PUT", $"/v1/customers/P-1?source={Source}", Json, headers: ("If-Match", "*"));

            public override void Tell(SlowEnd model) => model.Whole(AsOf, Optional(Since), Closing is Closing.Said(var on) ? on : Option<DateOnly>.None);
        }

        public sealed record Part(DateOnly AsOf, string Source, Closing Closing) : Step
        {
            public override Task Happen(RunningService service) => service.Client.Ask(
                "PATCH", "/v1/customers/P-1", $$$"""{"asOf":"{{{Text(AsOf)}}}","source":"{{{Source}}}","facts":{"deposits":1000{{{Closing.Json}}}}}""", "application/merge-patch+json");

            public override void Tell(SlowEnd model)
            {
                if (Closing != Closing.Silent)
                {
                    model.Said(AsOf, Closing is Closing.Said(var on) ? on : Option<DateOnly>.None);
                }

                model.Filed(AsOf);
            }
        }
    }
}
