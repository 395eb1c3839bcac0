namespace Kehu.Domain;

/// <summary>The names of the unit and the manager whose figures are asked for, where the registers have them.</summary>
public readonly record struct ScopeNames(Option<string> Unit, Option<string> Manager)
{
    /// <summary>The names that the registers of one moment have.</summary>
    public static ScopeNames Of(Organisation bank, UnitScope whose) => new(whose.Unit.Bind(bank.NameOf), whose.Manager.Bind(bank.NameOfStaff));

    /// <summary>The members that say them.</summary>
    internal static Arr<Field<T>> Told<T>(Func<T, ScopeNames> names) => Array<Field<T>>(
        Answered<T>.Optional("name", Forms.Plain, whole => names(whole).Unit) with { Says = "The unit's name in the register." },
        Answered<T>.Optional("managerName", Forms.Plain, whole => names(whole).Manager) with { Says = "The manager's name in the register of staff." });

    /// <summary>Both names where either is there, as both codes are written: a code without a name stands for itself.</summary>
    public Option<string> Beside(UnitScope whose)
    {
        var (unit, manager) = (Unit, Manager);
        return unit.IsNone && manager.IsNone ? None : Some(string.Join(
            '/', whose.Unit.Map(one => unit.IfNone(one.Code)).Concat(whose.Manager.Map(code => manager.IfNone(code)))));
    }
}
