namespace Kehu.Domain;

/// <summary>The outlets that a unit means which is asked for, by the units of today: a unit that moves takes its past along.</summary>
public abstract record OutletsAsked
{
    private OutletsAsked()
    {
    }

    /// <summary>One outlet, whether the register has it or not.</summary>
    public sealed record One(string Code) : OutletsAsked;

    /// <summary>The outlets under a sub-branch or a branch.</summary>
    public sealed record Under(BankUnit Higher, Set<string> Outlets) : OutletsAsked;

    /// <summary>The unit that was asked for.</summary>
    public UnitAsked Unit => this switch
    {
        One(var code) => new UnitAsked(UnitLevel.Outlet, code),
        Under(var unit, _) => new UnitAsked(unit.Level, unit.Code),
    };

    /// <summary>The outlet that was asked for itself; none where a unit above outlets was.</summary>
    public Option<string> Only => Unit.At(UnitLevel.Outlet);

    /// <summary>Whether an outlet is meant.</summary>
    public bool Has(string outlet) => this switch
    {
        One(var code) => code == outlet,
        Under(_, var outlets) => outlets.Contains(outlet),
    };

    /// <summary>
    /// Whom a scope sees of the outlets. Of one outlet it is left as it is: records of it are found by their index, and others passed over by whoever reads.
    /// </summary>
    public AccessScope Within(AccessScope sees) => this switch
    {
        One => sees,
        Under(_, var outlets) => sees.Among(outlets),
    };

    /// <summary>A text that two share only if they mean the same.</summary>
    public string Key => this switch
    {
        One(var code) => code,
        Under(_, var outlets) => $"{Unit.Key} {string.Join(' ', outlets.Order(StringComparer.Ordinal))}",
    };
}

/// <summary>What is made of units that are asked for.</summary>
public static class AskedUnits
{
    /// <summary>
    /// The outlets that a unit means to whoever sees a scope; or why there are none: there is no such unit, it is of another level, nothing under it is seen.
    /// These are told in the same words. A manager sees the units above the own one.
    /// </summary>
    public static Either<Label, OutletsAsked> Meant(this Organisation bank, UnitAsked asked, AccessScope sees) => asked.Level == UnitLevel.Outlet
        ? new OutletsAsked.One(asked.Code)
        : bank.Units.Find(asked.Code)
            .Filter(unit => unit.Level == asked.Level)
            .Map(unit => new OutletsAsked.Under(unit, toSet(bank.Units.OutletsUnder(unit.Code))))
            .Filter(under => bank.IsSeen(under, sees))
            .Match<Either<Label, OutletsAsked>>(Some: under => under, None: () => Unknown(asked));

    /// <summary>The outlet asked for itself; none where none is, or a unit above outlets.</summary>
    public static Option<string> Only(this Option<OutletsAsked> asked) => asked.Bind(outlets => outlets.Only);

    /// <summary>Whom a scope sees of what is asked for; everybody of it where nothing is.</summary>
    public static AccessScope Within(this Option<OutletsAsked> asked, AccessScope sees) => asked.Map(outlets => outlets.Within(sees)).IfNone(sees);

    private static bool IsSeen(this Organisation bank, OutletsAsked.Under under, AccessScope sees) => sees switch
    {
        AccessScope.Everything => true,
        AccessScope.Part(var outlets, var managers, _) =>
            under.Outlets.Exists(outlets.Contains)
            || managers.Exists(code => bank.Entry(code).Bind(entry => entry.Unit).Exists(unit => bank.Units.IsWithin(unit, under.Higher.Code))),
    };

    private static Label Unknown(UnitAsked asked) => new(
        $"there is no {asked.Level.Label().En} '{asked.Code}'", $"没有{asked.Level.Label().Zh}“{asked.Code}”");
}
