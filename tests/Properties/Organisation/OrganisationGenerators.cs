using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Organisations;

/// <summary>One thing done with the registers.</summary>
internal abstract record Act
{
    private Act()
    {
    }

    public sealed record PutUnit(BankUnit Unit) : Act;

    public sealed record StrikeUnit(string Code) : Act;

    public sealed record PutOutlet(Outlet Outlet) : Act;

    public sealed record PutStaff(StaffEntry Entry) : Act;

    public sealed record StrikeStaff(string Code) : Act;
}

/// <summary>A few units, outlets and entries that name each other: so few that they meet.</summary>
internal static class OrganisationGenerators
{
    private static readonly Gen<string> Codes = Gen.Elements("A", "B", "C", "D", "E", "F");

    private static readonly Gen<string> Names = Gen.Elements("城东", "城西", "东江");

    private static readonly Gen<UnitLevel> Levels = Gen.Elements(Enum.GetValues<UnitLevel>());

    public static Gen<Outlet> Outlets { get; } =
        from code in Gen.Elements("A", "B", "C", "O-1", "O-2", "O-3", "O-4")
        from name in Names
        from sub in WireGenerators.Maybe(Names)
        from branch in WireGenerators.Maybe(Names)
        select new Outlet(code, name, sub, branch);

    public static Gen<BankUnit> Units { get; } =
        from code in Codes
        from name in Names
        from level in Levels
        from parent in Gen.Frequency((4, Codes.Select(Some)), (1, Gen.Constant(Option<string>.None)))
        select new BankUnit(code, name, level, parent);

    private static readonly Gen<Option<DateOnly>> Days = WireGenerators.Maybe(Gen.Choose(0, 5).Select(day => new DateOnly(2026, 11, 18).AddDays(day)));

    public static Gen<StaffEntry> Entries { get; } =
        from code in Codes
        from name in Names
        from unit in WireGenerators.Maybe(Codes)
        from deputy in WireGenerators.Maybe(Codes.Where(other => other != code))
        from scope in WireGenerators.Maybe(Codes)
        from roles in Gen.Elements(Array<Role>(), Array(Role.Teller), Array(Role.Teller, Role.Branch))
        from days in Days.Two()
        let inOrder = days.Item1.IsNone || days.Item2.IsNone || days.Item1 <= days.Item2
        select new StaffEntry(code, name)
        {
            Unit = unit,
            Roles = roles,
            From = inOrder ? days.Item1 : days.Item2,
            To = inOrder ? days.Item2 : days.Item1,
            Deputy = deputy,
            Access = scope.Map(of => new StaffAccess(AccessRoles.Outlet | AccessRoles.Auditor, Some(of))),
        };

    public static Gen<Act> Acts { get; } = Gen.Frequency(
        (6, Units.Select(unit => (Act)new Act.PutUnit(unit))),
        (2, Codes.Select(code => (Act)new Act.StrikeUnit(code))),
        (3, Outlets.Select(outlet => (Act)new Act.PutOutlet(outlet))),
        (3, Entries.Select(entry => (Act)new Act.PutStaff(entry))),
        (1, Codes.Select(code => (Act)new Act.StrikeStaff(code))));

    /// <summary>Trees that came to be unit by unit.</summary>
    public static Gen<UnitTree> Trees { get; } = Units.ArrayOf().Select(units => units.Aggregate(UnitTree.Empty, Entered));

    /// <summary>Outlets of different codes.</summary>
    public static Gen<Outlet[]> Registers { get; } = Outlets.ArrayOf().Select(outlets => outlets.DistinctBy(outlet => outlet.Code).OrderBy(outlet => outlet.Code, StringComparer.Ordinal).ToArray());

    /// <summary>The tree with a unit, if that may be.</summary>
    public static UnitTree Entered(UnitTree tree, BankUnit unit) =>
        tree.Faults(unit).IsEmpty && (unit.Level != UnitLevel.HeadOffice || unit.Parent.IsNone) ? tree.With(unit) : tree;

    /// <summary>Every parent is on file and of a higher level, and so no way upwards has an end that is its beginning.</summary>
    public static bool IsSound(this UnitTree tree) => tree.All.All(unit => unit.Parent.ForAll(code => tree.Find(code).Exists(parent => parent.Level > unit.Level)));

    /// <summary>Whatever entries name is on file.</summary>
    public static bool IsSound(this Domain.Organisation bank) => bank.Units.IsSound() && bank.Staff.All(entry => bank.Faults(entry).IsEmpty);
}
