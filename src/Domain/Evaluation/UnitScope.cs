namespace Kehu.Domain;

/// <summary>
/// Whose figures are asked for: of the outlets of a unit, of a manager, of a manager at these outlets; of everybody where neither is named.
/// </summary>
public readonly record struct UnitScope(Option<OutletsAsked> Outlets, Option<string> Manager)
{
    /// <summary>Whether the whole bank is asked for.</summary>
    public bool IsEverybody => Outlets.IsNone && Manager.IsNone;

    /// <summary>The unit asked for.</summary>
    public Option<UnitAsked> Unit => Outlets.Map(asked => asked.Unit);

    /// <summary>Whether what is counted where a customer belonged is asked for.</summary>
    public bool Has(CustomerUnit unit) => Outlets.ForAll(asked => asked.Has(unit.Outlet)) && Manager.ForAll(manager => unit.Manager == Some(manager));
}
