namespace Kehu.Domain;

/// <summary>
/// A wealthy person whose relationship ended in a period: how much there was before it, where the customer belonged then, and the level that answers for the
/// loss. Source 001, 第四篇 三, 四.
/// </summary>
public sealed record LostCustomer(CustomerId Id, DateOnly ClosedOn, Money Assets, CustomerUnit Unit, Option<ClassCode> AssetClass, Option<Role> Level)
{
    /// <summary>The least assets of those whose loss the source has answered for.</summary>
    public static readonly Money Least = Money.Wan(100);

    /// <summary>When and with how much, and who answers for it.</summary>
    internal static Arr<Field<LostCustomer>> Fields { get; } = Array<Field<LostCustomer>>(
        Answered<LostCustomer>.Always("customer", Forms.Plain, lost => lost.Id.Value),
        Answered<LostCustomer>.Always("closedOn", Forms.Day, lost => lost.ClosedOn),
        Answered<LostCustomer>.Always("totalAssets", Forms.Digits, lost => Decimals.Plain(lost.Assets.Fen, 2)) with { Says = "Yuan, before the period." },
        Answered<LostCustomer>.Optional("class", Forms.Plain, lost => lost.AssetClass.Map(code => code.Value)),
        Answered<LostCustomer>.Optional("level", Forms.One<Role>(Roles.Code), lost => lost.Level));

    /// <summary>What stands beside the customers lost over some days: the days, and when they were counted.</summary>
    public static Contract<Counted<EvaluatedDays>> Beside { get; } = Counted<EvaluatedDays>.About("Customers lost, by id.", default, days => days);

    /// <summary>Whether a customer had so much before the period; none where that is not known, or whether there was a customer.</summary>
    public static Option<bool> WasWealthy(CustomerView customer) => !customer.IsPerson ? Some(false) : customer.Before switch
    {
        Presence.Yes => customer.Known(SharedFacts.TotalAssets, customer.Over.Before).Map(assets => assets >= Least.Fen),
        Presence.No => Some(false),
        Presence.Unknown => None,
    };

    /// <summary>The customer, where it was wealthy before the period and was lost in it.</summary>
    public static Option<LostCustomer> Of(CustomerView customer) =>
        from wealthy in WasWealthy(customer)
        where wealthy
        from closed in customer.Past.Relationship.Ended(customer.Over.Before, customer.Days)
        from assets in customer.Known(SharedFacts.TotalAssets, customer.Over.Before)
        let owned = Owned(customer)
        select new LostCustomer(
            customer.Past.Customer.Snapshots[0].Id,
            closed,
            new Money(assets),
            customer.Past.UnitOn(customer.Over.Before),
            owned.Map(one => one.Class),
            owned.Bind(one => one.Level));

    /// <summary>The class by assets before the period, and the level that the standard has answer for it.</summary>
    public static Option<(ClassCode Class, Option<Role> Level)> Owned(CustomerView customer) =>
        from one in customer.Past.Basis.PersonalAssets
        from record in customer.Past.RecordOn(customer.Over.Before)
        from code in record.Customer.By(one.Policy, record.DecidedOn, ask: false).Outcome is Outcome.Decided(var assigned, _) ? Some(assigned.Code) : None
        select (code, one.Standard.Owed(code).Bind(LevelOf));

    /// <summary>Who answers for customers with such obligations.</summary>
    public static Option<Role> LevelOf(Arr<Obligation> owed) =>
        owed.Choose(one => one is Obligation.OwnerRole(var terms) ? terms.AnswersFor.HeadOrNone() : None).HeadOrNone();
}
