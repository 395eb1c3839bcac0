using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Http;
using Kehu.Shared;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Consents;

/// <summary>Whatever comes in, and however: the consents of a customer are what was said last.</summary>
public sealed class ConsentServiceLaws
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly string[] Customers = ["P-1", "P-2"];

    [Law(14)]
    public Property Whatever_comes_in_the_last_event_counts() => Holds(TestStore.Kind);

    [Law(8)]
    public Property In_the_other_store_too() => Holds(TestStore.Kind == StoreKinds.LiteDb ? StoreKinds.Sqlite : StoreKinds.LiteDb);

    private static Property Holds(StoreKind kind) => Law.ForAll(Steps.ListOf().Select(steps => new Arr<Step>(steps)), async steps =>
    {
        await using var service = await RunningService.Start(kind);
        var said = Customers.ToDictionary(id => id, _ => new List<LoggedConsent>(), StringComparer.Ordinal);
        foreach (var id in Customers)
        {
            await service.Client.Import(Line(Record(id, ConsentGenerators.Start, Preferences.Unknown)));
        }

        foreach (var (at, step) in steps.Select((step, at) => (at, step)))
        {
            service.Clock.Pass(TimeSpan.FromSeconds(1));
            await step.Happen(service, said, ConsentGenerators.Moment(0).AddSeconds(at + 1));
        }

        foreach (var id in Customers)
        {
            using var told = JsonDocument.Parse(await service.Client.Ask("GET", $"/v1/customers/{id}/consents"));
            Assert.Equal(SlowConsents.State(said[id], Today), SlowConsents.State(State(told.RootElement), SlowConsents.Accepted(said[id], Today)));
            Assert.DoesNotContain("preferences", await service.Client.Ask("GET", $"/v1/customers/{id}"), StringComparison.Ordinal);
        }

        await Travels(service, kind);
        return true;
    });

    /// <summary>The log in a store of its own is the same, moments and all; and taken in again it changes nothing.</summary>
    private static async Task Travels(RunningService service, StoreKind kind)
    {
        var (customers, consents) = (await service.Client.Export(), await Export(service));
        Assert.DoesNotContain("preferences", customers, StringComparison.Ordinal);
        await using var other = await RunningService.Start(kind);
        other.Clock.Pass(TimeSpan.FromHours(1));
        await other.Client.Import(customers);
        Assert.Equal("", await Export(other));
        Assert.Equal((consents.Split('\n').Length - 1, 0, 0), await Import(other, consents));
        Assert.Equal(consents, await Export(other));
        Assert.Equal((0, consents.Split('\n').Length - 1, 0), await Import(other, consents));
        Assert.Equal((0, consents.Split('\n').Length - 1, 0), await Import(service, consents));
        Assert.Equal(consents, await Export(service));
    }

    private static Gen<Step> Steps { get; } = Gen.OneOf<Step>(
        from id in Gen.Elements(Customers)
        from day in ConsentGenerators.Dates
        from wishes in ConsentGenerators.Wishes
        from put in Gen.Elements(true, false)
        select (Step)new Step.Files(id, day, wishes, put),
        from id in Gen.Elements(Customers) from events in ConsentGenerators.Events.NonEmptyListOf() select (Step)new Step.Says(id, new Arr<ConsentEvent>(events.Take(3))),
        from id in Gen.Elements(Customers) from one in ConsentGenerators.Events from earlier in Gen.Elements(0, 1, 2) select (Step)new Step.Brings(id, one, earlier),
        from id in Gen.Elements(Customers) from day in ConsentGenerators.Dates from wishes in ConsentGenerators.Wishes select (Step)new Step.WasKept(id, day, wishes));

    /// <summary>What comes in: records, what customers say, lines of a log, and what a version before had stored.</summary>
    private abstract record Step
    {
        public abstract Task Happen(RunningService service, Dictionary<string, List<LoggedConsent>> said, DateTime now);

        public sealed record Files(string Customer, DateOnly AsOf, Preferences Wishes, bool Put) : Step
        {
            public override async Task Happen(RunningService service, Dictionary<string, List<LoggedConsent>> said, DateTime now)
            {
                var record = Record(Customer, AsOf, Wishes);
                if (Put)
                {
                    await service.Client.Ask("PUT", $"/v1/customers/{Customer}", Line(record), headers: ("If-Match", "*"));
                }
                else
                {
                    Assert.Equal(0, (await service.Client.Import(Line(record))).Rejected);
                }

                said[Customer].AddRange(Wishes.Recorded(AsOf, now));
            }
        }

        public sealed record Says(string Customer, Arr<ConsentEvent> Events) : Step
        {
            public override async Task Happen(RunningService service, Dictionary<string, List<LoggedConsent>> said, DateTime now)
            {
                await service.Client.Ask("POST", $"/v1/customers/{Customer}/consents", $$"""{"events":[{{string.Join(',', Events.Map(Json))}}]}""");
                said[Customer].AddRange(Events.Map(one => new LoggedConsent(one, now, FromRecord: false)));
            }
        }

        public sealed record Brings(string Customer, ConsentEvent Event, int Earlier) : Step
        {
            public override async Task Happen(RunningService service, Dictionary<string, List<LoggedConsent>> said, DateTime now)
            {
                var moment = Earlier == 0 ? now : new DateTime(2026, 1, 1, 0, 0, Earlier, DateTimeKind.Utc);
                var recorded = Earlier == 0 ? "" : $",\"recordedAt\":\"{moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\"";
                var (created, unchanged, rejected) = await Import(service, $$"""{"customer":"{{Customer}}"{{recorded}},{{Json(Event)[1..]}}""");
                Assert.Equal((1, 0), (created + unchanged, rejected));
                said[Customer].Add(new LoggedConsent(Event, moment, FromRecord: false));
            }
        }

        /// <summary>A superseded record in the history, as it was stored when records held preferences.</summary>
        public sealed record WasKept(string Customer, DateOnly AsOf, Preferences Wishes) : Step
        {
            public override async Task Happen(RunningService service, Dictionary<string, List<LoggedConsent>> said, DateTime now)
            {
                var (store, moment) = (service.Part<IStore>(), service.Part<Moments>().Take());
                var head = Held.From((await store.Get(Tables.Customers, Customer, default) ?? throw new InvalidOperationException("on file")).Body);
                var kept = new Held(moment, head.Since, Record(Customer, AsOf, Wishes).AsSent());
                Assert.Null(await store.Commit(
                    [new Write.Put(Tables.History, Tables.HistoryId(Customer, AsOf, moment), 0, kept.ToBody(), Write.Unlisted), new Write.Moment(moment)], default));
                said[Customer].AddRange(Wishes.Recorded(AsOf, now));
            }
        }
    }

    private static CustomerRecord Record(string id, DateOnly asOf, Preferences wishes) => new(
        CustomerId.From(id).IfFail(_ => throw new InvalidOperationException("an id")), CustomerKind.Personal, asOf, "OUT-1", None, None, Contact.Unknown, wishes, Dossier.Unknown,
        FactCatalogue.Shipped.NothingKnown);

    private static string Line(CustomerRecord record) => Encoding.UTF8.GetString(record.AsSent());

    private static string Json(ConsentEvent one) => Encoding.UTF8.GetString(WireJson.Bytes(json => JsonForms.All.Of(ConsentEvent.Contract).Write(json, one)));

    private static Task<string> Export(RunningService service) => service.Client.Ask("GET", "/v1/consents/export");

    private static async Task<(int Created, int Unchanged, int Rejected)> Import(RunningService service, string lines)
    {
        using var report = JsonDocument.Parse(await service.Client.Ask("POST", "/v1/consents/import", lines, Asking.Ndjson));
        int Of(string member) => report.RootElement.GetProperty(member).GetInt32();
        return (Of("created"), Of("unchanged"), Of("rejected"));
    }

    private static ConsentState State(JsonElement told)
    {
        return new ConsentState(Codes<ConsentPurpose>("granted", ConsentCodes.Code), Codes<ConsentPurpose>("withdrawn", ConsentCodes.Code), Codes<Channel>("refusedChannels", Channels.Code));

        Arr<E> Codes<E>(string member, Func<E, string> code)
            where E : struct, Enum => new(told.GetProperty(member).EnumerateArray().Select(one => Enum.GetValues<E>().Single(value => code(value) == one.GetString())));
    }
}
