namespace Kehu.Domain;

/// <summary>Whose figures are asked for: of an outlet, of a manager, of a manager at an outlet; of everybody where neither is named.</summary>
public readonly record struct UnitScope(Option<string> Outlet, Option<string> Manager)
{
    /// <summary>Whether the whole bank is asked for.</summary>
    public bool IsEverybody => Outlet.IsNone && Manager.IsNone;

    /// <summary>Whether what is counted where a customer belonged is asked for.</summary>
    public bool Has(CustomerUnit unit) => Outlet.ForAll(outlet => outlet == unit.Outlet) && Manager.ForAll(manager => unit.Manager == Some(manager));
}
