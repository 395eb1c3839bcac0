using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// The registers of units and staff as of one moment, with the versions of their rows. Outlets of a store of before that have no unit yet are shown like all
/// others; they are to be taken over before anything is changed.
/// </summary>
internal sealed class OrganisationOnFile
{
    private readonly Dictionary<string, long> units;
    private readonly Dictionary<string, long> staff;
    private readonly UnitTree filed;

    /// <summary>What the rows of the three tables hold.</summary>
    public OrganisationOnFile(IReadOnlyList<Row> units, IReadOnlyList<Row> staff, IReadOnlyList<Row> earlier)
    {
        this.units = units.ToDictionary(row => row.Id, row => row.Version, StringComparer.Ordinal);
        this.staff = staff.ToDictionary(row => row.Id, row => row.Version, StringComparer.Ordinal);
        filed = UnitTree.Of(units.Select(row => OrganisationCodecs.Unit.Stored(row)));
        Earlier = earlier;
        Organisation = new Organisation(
            Adopted(earlier).Aggregate(filed, (tree, unit) => tree.With(unit)),
            staff.Select(row => OrganisationCodecs.Entry.Stored(row)));
    }

    /// <summary>The bank's units and staff.</summary>
    public Organisation Organisation { get; }

    /// <summary>Rows of outlets of a store of before, which are still to be taken over.</summary>
    public IReadOnlyList<Row> Earlier { get; }

    /// <summary>The writes that take some of them over: a unit for each that has none, with those above it that there are not yet.</summary>
    public IEnumerable<Write> TakenOver(IReadOnlyList<Row> some) =>
        [.. Adopted(some).Map(Put), .. some.Select(row => new Write.Delete(Tables.Outlets, row.Id, row.Version))];

    /// <summary>The writes that file a unit: its parent stays as it was read, and where its level changes, so do those below it.</summary>
    public Arr<Write> Filed(BankUnit unit) =>
        Array(Put(unit))
        + unit.Parent.Map(Expected).ToArr()
        + (Organisation.Units.Find(unit.Code).Exists(found => found.Level != unit.Level) ? Array(Below(unit.Code)) : Arr<Write>.Empty);

    /// <summary>The writes that file an outlet of the view with the units above it.</summary>
    public Arr<Write> Filed(Outlet outlet)
    {
        var placed = Organisation.Units.Placed(outlet);
        var tree = placed.Fold(Organisation.Units, (all, unit) => all.With(unit));
        var above = new Arr<BankUnit>(tree.Above(outlet.Code)).Filter(unit => Organisation.Units.Find(unit.Code).IsSome);
        return placed.Map(Put) + above.Map(unit => Expected(unit.Code));
    }

    /// <summary>The writes that strike a unit off while nothing belongs to it.</summary>
    public Arr<Write> Struck(BankUnit unit) => Array<Write>(
        new Write.Delete(Tables.Units, unit.Code, Version(units, unit.Code)),
        Below(unit.Code),
        new Write.ExpectIndexed(Tables.Staff, Tables.StaffUnit, unit.Code, []),
        new Write.ExpectIndexed(Tables.Staff, Tables.StaffScope, unit.Code, []));

    /// <summary>The writes that file an entry of the register of staff: what it names stays as it was read.</summary>
    public Arr<Write> Filed(StaffEntry entry)
    {
        var scope = entry.Access.Bind(access => access.Scope);
        var named = entry.Unit.ToArr() + scope.Filter(code => Some(code) != entry.Unit).ToArr();
        return Array<Write>(new Write.Put(Tables.Staff, entry.Code, Version(staff, entry.Code), Body(OrganisationCodecs.Entry, entry), Keys()))
            + named.Map(Expected)
            + entry.Deputy.Map(code => (Write)new Write.Expect(Tables.Staff, code, Version(staff, code))).ToArr();

        Dictionary<string, string> Keys() => Indexed((Tables.StaffUnit, entry.Unit), (Tables.StaffScope, scope), (Tables.StaffDeputy, entry.Deputy));
    }

    /// <summary>The writes that strike an entry off while it is nobody's deputy.</summary>
    public Arr<Write> Struck(StaffEntry entry) => Array<Write>(
        new Write.Delete(Tables.Staff, entry.Code, Version(staff, entry.Code)),
        new Write.ExpectIndexed(Tables.Staff, Tables.StaffDeputy, entry.Code, []));

    private Arr<BankUnit> Adopted(IEnumerable<Row> rows) =>
        filed.Placed(rows.Where(row => !units.ContainsKey(row.Id)).Select(row => OrganisationCodecs.Outlet.Stored(row)));

    private Write Put(BankUnit unit) => ToWrite(unit, Version(units, unit.Code));

    private Write Expected(string unit) => new Write.Expect(Tables.Units, unit, Version(units, unit));

    private Write Below(string unit) => new Write.ExpectIndexed(
        Tables.Units, Tables.UnitParent, unit, [.. Organisation.Units.DirectlyUnder(unit).Select(lower => (lower.Code, Version(units, lower.Code)))]);

    /// <summary>The write that files a unit over a row of this version (0: none).</summary>
    public static Write ToWrite(BankUnit unit, long version) =>
        new Write.Put(Tables.Units, unit.Code, version, Body(OrganisationCodecs.Unit, unit), Indexed((Tables.UnitParent, unit.Parent)));

    private static byte[] Body<T>(ContractCodec<T> codec, T value) => WireJson.Bytes(json => codec.Write(json, value));

    private static long Version(Dictionary<string, long> versions, string code) => versions.GetValueOrDefault(code);

    private static Dictionary<string, string> Indexed(params ReadOnlySpan<(string Index, Option<string> Key)> keys)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, key) in keys)
        {
            key.IfSome(value => found.Add(index, value));
        }

        return found;
    }
}
