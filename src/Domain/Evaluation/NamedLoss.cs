namespace Kehu.Domain;

/// <summary>A customer lost, with the names that the registers have of the outlet and of the manager.</summary>
public sealed record NamedLoss(LostCustomer Lost, Option<string> Outlet, Option<string> Manager)
{
    /// <summary>A customer lost, as it is answered.</summary>
    public static Contract<NamedLoss> Contract { get; } = Answered<NamedLoss>.Object(
        "A customer lost: when, with how much, where it belonged before, and the level that answers for the loss.",
        [
            .. Answered<NamedLoss>.FieldsOf(LostCustomer.Fields, named => named.Lost),
            Answered<NamedLoss>.Always("outlet", Forms.Plain, named => named.Lost.Unit.Outlet),
            Answered<NamedLoss>.Optional("outletName", Forms.Plain, named => named.Outlet),
            Answered<NamedLoss>.Optional("manager", Forms.Plain, named => named.Lost.Unit.Manager),
            Answered<NamedLoss>.Optional("managerName", Forms.Plain, named => named.Manager),
        ]);

    /// <summary>The customer with the names that the registers of one moment have.</summary>
    public static NamedLoss Of(LostCustomer lost, Organisation bank) =>
        new(lost, bank.Units.NameOf(UnitLevel.Outlet, lost.Unit.Outlet), lost.Unit.Manager.Bind(bank.NameOfStaff));
}
