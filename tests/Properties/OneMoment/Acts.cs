using FsCheck;
using FsCheck.Fluent;
using Kehu.Api.Archive;
using Kehu.Api.Http;
using Kehu.Api.Store;
using Kehu.Domain;
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
}

/// <summary>Generated acts over few customers, so that they meet, and doing them.</summary>
internal static class Acts
{
    private static readonly DateOnly[] Days = [new(2025, 12, 31), new(2026, 2, 28), new(2026, 6, 30), new(2026, 11, 20)];

    private static Gen<string> Customers => Portfolios.Records.Select(record => record.Id.Value);

    private static Gen<Act> One => Gen.Frequency(
        (8, Portfolios.Records.Select(Act (record) => new Act.Files(record))),
        (1, Customers.Select(Act (customer) => new Act.Withdraws(customer))),
        (3, from customer in Customers
            from id in Gen.Choose(0, 99)
            from day in Gen.Elements(Days)
            from kind in Gen.Elements(EngagementKind.ActiveContact, EngagementKind.Greeting)
            select (Act)new Act.Does(customer, new Engagement($"e{id}", day, Kehu.Domain.Channel.Phone, kind))),
        (2, from customer in Customers from id in Gen.Choose(0, 99) from day in Gen.Elements(Days) select (Act)new Act.Asks(customer, new Survey($"s{id}", day, Satisfaction.Neutral))),
        (1, from customer in Customers from id in Gen.Choose(0, 999) select (Act)new Act.Opens(customer, $"case-{id}")));

    /// <summary>A record of a person about whom nothing is known.</summary>
    public static CustomerRecord Record(string id) => new(
        CustomerId.From(id).IfFail(_ => default), CustomerKind.Personal, new DateOnly(2026, 11, 20), "O", Prelude.None, Prelude.None, Contact.Unknown, Preferences.Unknown, Dossier.Unknown, KnownFacts.Nothing);

    /// <summary>At most so many acts.</summary>
    public static Gen<Act[]> Many(int most) => from count in Gen.Choose(0, most) from acts in One.ArrayOf(count) select acts;

    /// <summary>Does it, as callers would: what is logged about nobody is not done.</summary>
    public static async Task Do(this Act act, IStore store, Moments moments)
    {
        switch (act)
        {
            case Act.Files(var record):
                await new CustomerArchive(store, moments).File(record, new Precondition.None(), default);
                break;
            case Act.Withdraws(var customer):
                await new CustomerArchive(store, moments).Withdraw(customer, new Precondition.None(), default);
                break;
            case Act.Does(var customer, var engagement):
                await Log(store, EventTables.Engagements, customer, engagement);
                break;
            case Act.Asks(var customer, var survey):
                await Log(store, EventTables.Surveys, customer, survey);
                break;
            case Act.Opens(var customer, var id) when await store.Customer(customer, CustomerParts.None, default) is { Held.IsWithdrawn: false } found:
                var command = new CaseCommand.Open(new DateTime(2026, 11, 20, 9, 0, 0), CustomerId.From(customer).IfFail(_ => default), found.Held.Record.Outlet, CaseType.Complaint, CaseSubject.Fee, Urgency.Normal, "手续费");
                await store.Commit([.. CaseFiling.Decide(id, null, command).Map(filing => filing.Write).RightAsEnumerable()], default);
                break;
            case Act.Opens:
                break;
        }
    }

    private static async Task Log<T>(IStore store, YearTable<T> table, string customer, T one)
        where T : class, IDatedEvent
    {
        if (await store.Customer(customer, table.Part, default) is { Held.IsWithdrawn: false } found && table.Add(table.All(found.Of(table)), one) is YearFiling<T>.Filed(var year))
        {
            await store.Commit([table.ToWrite(YearRow.Id(customer, one.Date.Year), found.Of(table), year)], default);
        }
    }
}
