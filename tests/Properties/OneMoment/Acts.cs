using FsCheck;
using FsCheck.Fluent;
using Kehu.Properties.Http;
using LanguageExt;

namespace Kehu.Properties.OneMoment;

/// <summary>One thing that is stored about a customer.</summary>
internal abstract record Act
{
    private Act()
    {
    }

    public sealed record Files(CustomerRecord Record) : Act;

    public sealed record Withdraws(string Customer) : Act;

    public sealed record Does(string Customer, Engagement Engagement) : Act;

    public sealed record Asks(string Customer, Survey Survey) : Act;

    public sealed record Opens(string Customer, string Case) : Act;

    /// <summary>The same about another customer.</summary>
    public Act About(string customer) => this switch
    {
        Files(var record) => new Files(record with { Id = CustomerId.From(customer).IfFail(_ => default) }),
        Withdraws => new Withdraws(customer),
        Does does => does with { Customer = customer },
        Asks asks => asks with { Customer = customer },
        Opens opens => opens with { Customer = customer },
    };
}

/// <summary>Acts about one customer with no reading between them: about whom was read last, or about whom they were drawn for.</summary>
internal sealed record Burst(bool IsAimed, Act[] Acts);

/// <summary>Generated acts over few customers, so that they meet, and doing them.</summary>
internal static class Acts
{
    private static readonly DateOnly[] Days = [new(2025, 12, 31), new(2026, 2, 28), new(2026, 6, 30), new(2026, 11, 20)];

    private static Gen<string> Customers => Portfolios.Records.Select(record => record.Id.Value);

    private static Gen<Act> One => Gen.Frequency(
        (5, Portfolios.Records.Select(Act (record) => new Act.Files(record))),
        (3, from record in Portfolios.Records from millions in Gen.Choose(0, 8) select (Act)new Act.Files(Owed(record, millions))),
        (1, Customers.Select(Act (customer) => new Act.Withdraws(customer))),
        (3, from customer in Customers
            from id in Gen.Choose(0, 99)
            from day in Gen.Elements(Days)
            from kind in Gen.Elements(EngagementKind.ActiveContact, EngagementKind.Greeting, EngagementKind.ProductMessage)
            from channel in Gen.Elements(Kehu.Domain.Channel.Phone, Kehu.Domain.Channel.Sms)
            select (Act)new Act.Does(customer, new Engagement($"e{id}", day, channel, kind))),
        (3, from customer in Customers from id in Gen.Choose(0, 99) from day in Gen.Elements(Days) select (Act)new Act.Asks(customer, new Survey($"s{id}", day, Satisfaction.Neutral))),
        (1, from customer in Customers from id in Gen.Choose(0, 999) select (Act)new Act.Opens(customer, $"case-{id}")));

    private static Gen<Act[]> Several => from count in Gen.Choose(1, 4) from acts in One.ArrayOf(count) select acts;

    /// <summary>A customer that is withdrawn and comes on file again, with a history that has nothing to do with the one before.</summary>
    private static Gen<Act[]> Anew =>
        from count in Gen.Choose(1, 3) from records in Portfolios.Records.ArrayOf(count) select records.Select(Act (record) => new Act.Files(record)).Prepend(new Act.Withdraws("")).ToArray();

    /// <summary>A record of a person about whom nothing is known.</summary>
    public static CustomerRecord Record(string id) => new(
        CustomerId.From(id).IfFail(_ => default), CustomerKind.Personal, new DateOnly(2026, 11, 20), "O", Prelude.None, Prelude.None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown, FactCatalogue.Shipped.NothingKnown);

    /// <summary>The record of a person to whom much is owed, and who may be written to: what is done changes how duties stand.</summary>
    public static CustomerRecord Owed(CustomerRecord record, int millions) => record with
    {
        Kind = CustomerKind.Personal,
        Preferences = Preferences.Unknown with { MarketingConsent = true },
        Facts = FactCatalogue.Shipped.NothingKnown.With(SharedFacts.TotalAssets, millions * 1_000_000_00L),
    };

    /// <summary>At most so many acts.</summary>
    public static Gen<Act[]> Many(int most) => from count in Gen.Choose(0, most) from acts in One.ArrayOf(count) select acts;

    /// <summary>At most so many bursts.</summary>
    public static Gen<Burst[]> Bursts(int most) => from count in Gen.Choose(0, most) from bursts in OneBurst.ArrayOf(count) select bursts;

    private static Gen<Burst> OneBurst =>
        from customer in Customers
        from aimed in Gen.Elements(true, false)
        from acts in Gen.Frequency((3, Several), (1, Anew))
        select new Burst(aimed, [.. acts.Select(act => act.About(customer))]);

    /// <summary>Does it, as callers would: what is logged about nobody is not done.</summary>
    public static async Task Do(this Act act, IStore store, Moments moments)
    {
        switch (act)
        {
            case Act.Files(var record):
                await new CustomerFiling(store, moments, FactCatalogue.Shipped).File(record, new Precondition.None(), default);
                break;
            case Act.Withdraws(var customer):
                await new CustomerFiling(store, moments, FactCatalogue.Shipped).Withdraw(customer, new Precondition.None(), default);
                break;
            case Act.Does(var customer, var engagement):
                await Log(store, EventTables.Engagements, customer, engagement);
                break;
            case Act.Asks(var customer, var survey):
                await Log(store, EventTables.Surveys, customer, survey);
                break;
            case Act.Opens(var customer, var id) when await store.Customer(customer, CustomerParts.None, default) is { Held.IsWithdrawn: false } found:
                var command = new CaseCommand.Open(new DateTime(2026, 11, 20, 9, 0, 0), CustomerId.From(customer).IfFail(_ => default), found.Held.Record(FactCatalogue.Shipped).Outlet, CaseType.Complaint, CaseSubject.Fee, Urgency.Normal, "手续费");
                await store.Commit([.. CaseFiling.Decide(id, null, command).Map(filing => filing.Write).RightAsEnumerable()], default);
                break;
            case Act.Opens:
                break;
        }
    }

    private static async Task Log<T>(IStore store, YearTable<T> table, string customer, T one)
        where T : class, IDatedEvent<T>
    {
        if (await store.Customer(customer, table.Part, default) is { Held.IsWithdrawn: false } found && table.Add(table.All(found.Of(table)), one) is YearFiling<T>.Filed(var year))
        {
            await store.Commit([table.ToWrite(YearRow.Id(customer, one.Date.Year), found.Of(table), year)], default);
        }
    }
}
