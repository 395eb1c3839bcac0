using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Http;
using Kehu.Shared;
using LanguageExt;
using Xunit;

namespace Kehu.Properties.Endings;

/// <summary>
/// From the moment of a restriction to its lifting no list for sending has the customer. All else is as it is of a twin of whom the same is on file and who was
/// never restricted: the record, the classes, the duties that are done without a word to the customer, and, once it is lifted, what falls due from then on.
/// </summary>
public sealed class RestrictedLaws
{
    private static readonly DateOnly First = new(2026, 11, 21);

    private static readonly string[] Customers = ["P-1", "P-2"];

    [Law(24)]
    public Property Nothing_is_sent_to_the_restricted() => Law.ForAll(Steps.ListOf().Select(steps => new Arr<Step>(steps)), async steps =>
    {
        await using var service = await RunningService.Start();
        var model = Customers.ToDictionary(id => id, _ => new SlowDays(), StringComparer.Ordinal);
        var today = First;
        foreach (var id in Customers)
        {
            await File(service, id, 6_000_000, First.AddDays(-40));
        }

        foreach (var step in steps)
        {
            service.Clock.Pass(TimeSpan.FromSeconds(1));
            today = await step.Happen(service, model, today);
            foreach (var id in Customers)
            {
                await Holds(service, id, model[id], today);
            }
        }

        return true;
    });

    private static async Task Holds(RunningService service, string id, SlowDays model, DateOnly today)
    {
        var (mine, twins) = (await Seen.Of(service, id, today), await Seen.Of(service, Twin(id), today));
        Assert.Equal(twins.Record, mine.Record);
        Assert.Equal(twins.Standings, mine.Standings);
        Assert.Equal(twins.Duties.Where(duty => !duty.IsSent), mine.Duties.Where(duty => !duty.IsSent));
        Assert.Equal(twins.Duties.Select(duty => duty.Key), mine.Duties.Select(duty => duty.Key));
        Assert.All(mine.Duties.Where(duty => duty.IsSent), duty => Assert.Equal(model.IsRestricted(duty.Due, today), duty.WaivedFor == "restricted"));
        Assert.Equal(mine.Duties, mine.Listed);
        if (model.Now)
        {
            Assert.DoesNotContain(mine.Duties, duty => duty is { IsSent: true, Status: "due" or "upcoming" });
            Assert.Equal((0, "restricted"), (mine.Offers, mine.Withheld));
        }
        else
        {
            Assert.Equal(
                twins.Duties.Where(duty => !model.IsRestricted(duty.Due, today)), mine.Duties.Where(duty => !model.IsRestricted(duty.Due, today)));
            Assert.Equal((twins.Offers, null), (mine.Offers, mine.Withheld));
        }
    }

    private static string Twin(string id) => id.Replace('P', 'T');

    private static async Task File(RunningService service, string id, int assets, DateOnly asOf)
    {
        foreach (var one in (string[])[id, Twin(id)])
        {
            await service.Client.Import(
                $$$"""{"id":"{{{one}}}","kind":"personal","asOf":"{{{Text(asOf)}}}","outlet":"XH-01","manager":"M-{{{one}}}","name":"王小明","contact":{"mobile":"13800001234"},"preferences":{"marketingConsent":true},"facts":{"birthDate":"1980-12-01","totalAssets":{{{assets}}}}}""");
            await service.Client.Ask(
                "POST", $"/v1/customers/{one}/consents", $$"""{"events":[{"date":"{{Text(asOf)}}","purpose":"personalised-offers","says":"granted"}]}""");
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Gen<Step> Steps { get; } = Gen.OneOf<Step>(
        from id in Gen.Elements(Customers) select (Step)new Step.Restricts(id),
        from id in Gen.Elements(Customers) select (Step)new Step.Lifts(id),
        from id in Gen.Elements(Customers) from assets in Gen.Elements(30_000, 300_000, 6_000_000) from back in Gen.Choose(0, 20) select (Step)new Step.Files(id, assets, back),
        from days in Gen.Choose(1, 25) select (Step)new Step.Passes(days));

    /// <summary>Whether a customer was restricted at the end of each day, day by day.</summary>
    private sealed class SlowDays
    {
        private readonly System.Collections.Generic.HashSet<DateOnly> ended = [];

        public bool Now { get; set; }

        public void Pass(DateOnly day)
        {
            if (Now)
            {
                ended.Add(day);
            }
        }

        public bool IsRestricted(DateOnly day, DateOnly today) => day < today ? ended.Contains(day) : Now;
    }

    private sealed record SeenDuty(string Key, DateOnly Due, string Status, string? WaivedFor, bool IsSent)
    {
        public static SeenDuty Of(JsonElement duty)
        {
            var due = duty.GetProperty("due").GetString()!;
            return new SeenDuty(
                $"{due} {duty.GetProperty("standard")} {duty.GetProperty("obligation")} {Text(duty, "occasion")} {Text(duty, "ordinal")} {duty.GetProperty("shownBy")}",
                DateOnly.Parse(due, CultureInfo.InvariantCulture),
                duty.GetProperty("status").GetString()!,
                Text(duty, "waivedFor"),
                duty.GetProperty("shownBy").GetString() == "engagement");
        }

        private static string? Text(JsonElement duty, string member) => duty.TryGetProperty(member, out var value) ? value.ToString() : null;
    }

    /// <summary>What is seen of a customer, without whose it is.</summary>
    private sealed record Seen(string Record, string Standings, SeenDuty[] Duties, SeenDuty[] Listed, int Offers, string? Withheld)
    {
        public static async Task<Seen> Of(RunningService service, string id, DateOnly today)
        {
            var window = $"from={Text(today.AddDays(-45))}&to={Text(today.AddDays(60))}&limit=500";
            using var own = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/customers/{id}/duties?{window}"));
            using var list = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/duties?manager=M-{id}&{window}"));
            using var offers = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/customers/{id}/offers"));
            var record = await service.Client.Ask("GET", $"/v1/customers/{id}");
            return new Seen(
                record.Replace(id, "", StringComparison.Ordinal),
                own.RootElement.GetProperty("standings").GetRawText(),
                [.. own.RootElement.GetProperty("items").EnumerateArray().Select(SeenDuty.Of)],
                [.. list.RootElement.GetProperty("items").EnumerateArray().Select(SeenDuty.Of)],
                offers.RootElement.GetProperty("offers").GetArrayLength(),
                offers.RootElement.TryGetProperty("withheld", out var why) ? why.GetString() : null);
        }
    }

    private abstract record Step
    {
        /// <summary>Lets it happen; the day that it is then.</summary>
        public abstract Task<DateOnly> Happen(RunningService service, Dictionary<string, SlowDays> model, DateOnly today);

        public sealed record Restricts(string Customer) : Step
        {
            public override async Task<DateOnly> Happen(RunningService service, Dictionary<string, SlowDays> model, DateOnly today)
            {
                await service.Client.Ask("POST", $"/v1/customers/{Customer}/end", """{"reason":"客户要求不再联系","restrict":true}""");
                model[Customer].Now = true;
                return today;
            }
        }

        public sealed record Lifts(string Customer) : Step
        {
            public override async Task<DateOnly> Happen(RunningService service, Dictionary<string, SlowDays> model, DateOnly today)
            {
                using var answer = await service.Client.Send("DELETE", $"/v1/customers/{Customer}/restriction", null, ("If-Match", "*"));
                Assert.Equal(model[Customer].Now ? 204 : 404, (int)answer.StatusCode);
                model[Customer].Now = false;
                return today;
            }
        }

        public sealed record Files(string Customer, int Assets, int DaysBack) : Step
        {
            public override async Task<DateOnly> Happen(RunningService service, Dictionary<string, SlowDays> model, DateOnly today)
            {
                await File(service, Customer, Assets, today.AddDays(-DaysBack));
                return today;
            }
        }

        public sealed record Passes(int Days) : Step
        {
            public override Task<DateOnly> Happen(RunningService service, Dictionary<string, SlowDays> model, DateOnly today)
            {
                service.Clock.Pass(TimeSpan.FromDays(Days));
                foreach (var day in Enumerable.Range(0, Days).Select(today.AddDays))
                {
                    foreach (var one in model.Values)
                    {
                        one.Pass(day);
                    }
                }

                return Task.FromResult(today.AddDays(Days));
            }
        }
    }
}
