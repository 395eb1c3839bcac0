using System.Collections.Immutable;

namespace Kehu.Domain;

/// <summary>The bank's units and its staff as of one moment: whatever is asked of them is read off this value.</summary>
public sealed class Organisation
{
    private readonly ImmutableSortedDictionary<string, StaffEntry> staff;
    private readonly ILookup<string, StaffEntry> deputised;

    /// <summary>Units and entries that are on file.</summary>
    public Organisation(UnitTree units, IEnumerable<StaffEntry> staff)
    {
        Units = units;
        this.staff = staff.ToImmutableSortedDictionary(entry => entry.Code, entry => entry, StringComparer.Ordinal);
        deputised = this.staff.Values.Where(entry => entry.Deputy.IsSome).ToLookup(entry => entry.Deputy.IfNone(""), StringComparer.Ordinal);
    }

    /// <summary>The bank's units.</summary>
    public UnitTree Units { get; }

    /// <summary>All entries of the register of staff, by code.</summary>
    public IEnumerable<StaffEntry> Staff => staff.Values;

    /// <summary>The entry of a code.</summary>
    public Option<StaffEntry> Entry(string code) => staff.TryGetValue(code, out var entry) ? Some(entry) : None;

    /// <summary>The name of a staff code, whether its entry still holds or not.</summary>
    public Option<string> NameOfStaff(string code) => Entry(code).Map(entry => entry.Name);

    /// <summary>The name of a unit, where the register has it on that level.</summary>
    public Option<string> NameOf(UnitAsked unit) => Units.NameOf(unit.Level, unit.Code);

    /// <summary>The entry of a code, if it holds on a day.</summary>
    public Option<StaffEntry> EntryOn(string code, DateOnly day) => Entry(code).Filter(entry => entry.HoldsOn(day));

    /// <summary>
    /// The managers for whom a staff code stands on a day: itself and those whose deputy it is, as far as their entries hold; nobody where its own does not.
    /// </summary>
    public Arr<string> StandsFor(string code, DateOnly day) => EntryOn(code, day).IsNone
        ? Arr<string>.Empty
        : Array(code) + new Arr<string>(deputised[code].Where(entry => entry.HoldsOn(day)).Select(entry => entry.Code));

    /// <summary>The entries of a unit and of those below it, by code.</summary>
    public IEnumerable<StaffEntry> StaffOf(string unit) => staff.Values.Where(entry => entry.Unit.Exists(of => Units.IsWithin(of, unit)));

    /// <summary>All for which a unit can not be struck off: nothing may belong to it, and nobody's access be bound to it.</summary>
    public Seq<Fault> WhyKept(BankUnit unit) =>
        Any(Units.DirectlyUnder(unit.Code)).Map(lower => Fault.Of(
            "code", "unit.units-below", $"the unit '{lower.Code}' belongs to it; move that first", $"机构“{lower.Code}”隶属于它；请先调整该机构")).ToSeq()
        + Any(staff.Values.Where(entry => entry.Unit == Some(unit.Code))).Map(entry => Fault.Of(
            "code", "unit.staff-below", $"the staff entry '{entry.Code}' belongs to it; move that first", $"员工“{entry.Code}”隶属于它；请先调整该员工")).ToSeq()
        + Any(staff.Values.Where(entry => entry.Access.Bind(access => access.Scope) == Some(unit.Code))).Map(entry => Fault.Of(
            "code", "unit.is-scope", $"it is the scope of the staff entry '{entry.Code}'; change that first", $"它是员工“{entry.Code}”的访问范围；请先调整")).ToSeq();

    /// <summary>The same of an entry: it may be nobody's deputy.</summary>
    public Seq<Fault> WhyKept(StaffEntry entry) =>
        Any(deputised[entry.Code]).Map(other => Fault.Of(
            "code", "staff.is-deputy", $"it is the deputy of the staff entry '{other.Code}'; change that first", $"它是员工“{other.Code}”的代理人；请先调整")).ToSeq();

    /// <summary>All that is wrong with filing an entry here.</summary>
    public Seq<Fault> Faults(StaffEntry entry) => entry.Faults(Units, staff.ContainsKey);

    private static Option<T> Any<T>(IEnumerable<T> some) => some.HeadOrNone();
}
