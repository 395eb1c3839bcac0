using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Organisations;

/// <summary>Units and staff on the wire, and who stands for whom.</summary>
public sealed class StaffLaws
{
    private static readonly Gen<(StaffEntry[] Entries, DateOnly Day)> Registers =
        from entries in OrganisationGenerators.Entries.ArrayOf()
        from day in Gen.Choose(-1, 6)
        select (entries.DistinctBy(entry => entry.Code).ToArray(), new DateOnly(2026, 11, 18).AddDays(day));

    [Law]
    public Property An_entry_is_read_as_it_is_written() => Law.ForAll(
        from entry in OrganisationGenerators.Entries
        from code in WireGenerators.Codes
        from name in WireGenerators.Texts
        select entry with { Code = code, Name = name[..Math.Min(name.Length, 40)], Deputy = entry.Deputy.Filter(deputy => deputy != code) },
        entry => char.IsHighSurrogate(entry.Name[^1]) || Read(WireJson.Bytes(json => OrganisationCodecs.Entry.Write(json, entry)), entry.Code) == entry);

    [Law]
    public Property A_unit_is_read_as_it_is_written() => Law.ForAll(
        OrganisationGenerators.Units.Where(unit => unit.Level != UnitLevel.HeadOffice || unit.Parent.IsNone),
        unit => OrganisationCodecs.ReadUnit(WireJson.Bytes(json => OrganisationCodecs.Unit.Write(json, unit)), unit.Code, out var read).Count == 0 && read == unit);

    [Xunit.Fact]
    public void Every_set_of_roles_is_read_as_it_is_written()
    {
        for (var roles = 1; roles <= (int)AccessRoles.Any; roles++)
        {
            var access = new StaffAccess((AccessRoles)roles, ((AccessRoles)roles & AccessRoleCodes.Scoped) != 0 ? Some("HO") : None);
            var entry = new StaffEntry("M-1", "n") { Unit = "HO", Access = access };
            Assert.Equal(entry, Read(WireJson.Bytes(json => OrganisationCodecs.Entry.Write(json, entry)), "M-1"));
        }

        Assert.Equal(AccessRoles.Any, Enum.GetValues<AccessRole>().Aggregate(AccessRoles.None, (all, role) => all | role.AsRoles()));
        Assert.All(Enum.GetValues<AccessRole>(), role => Assert.Equal(role.ToString(), role.AsRoles().ToString()));
    }

    [Xunit.Theory]
    [Xunit.InlineData(0, 1, "customer.text /name")]
    [Xunit.InlineData(1, 1, "")]
    [Xunit.InlineData(100, 64, "")]
    [Xunit.InlineData(101, 64, "json.length /name")]
    [Xunit.InlineData(1, 65, "customer.code /code,unit.code-mismatch /code")]
    public void Names_and_codes_have_their_bounds(int name, int code, string expected)
    {
        var body = $$"""{"code":"{{new string('c', code)}}","name":"{{new string('长', name)}}","level":"outlet"}""";
        var faults = OrganisationCodecs.ReadUnit(Encoding.UTF8.GetBytes(body), new string('c', Math.Min(code, 64)), out _).Select(fault => $"{fault.Code} {((Place.Pointer)fault.Place).Path}").ToList();
        Assert.True(expected.Length == 0 ? faults.Count == 0 : faults.Count == 1 && expected.Split(',').Contains(faults[0]), string.Join(", ", faults));
    }

    [Law]
    public Property A_code_stands_for_itself_and_those_whose_deputy_it_is() => Law.ForAll(Registers, given =>
    {
        var bank = new Domain.Organisation(UnitTree.Empty, given.Entries);
        bool Holds(StaffEntry entry) => entry.From.ForAll(from => from <= given.Day) && entry.To.ForAll(to => to >= given.Day);
        return given.Entries.All(own => bank.StandsFor(own.Code, given.Day).Order(StringComparer.Ordinal).SequenceEqual(given.Entries
                .Where(entry => Holds(own) && Holds(entry) && (entry.Code == own.Code || entry.Deputy == Some(own.Code)))
                .Select(entry => entry.Code).Order(StringComparer.Ordinal)))
            && given.Entries.All(own => bank.EntryOn(own.Code, given.Day) == (Holds(own) ? Some(own) : None))
            && bank.StandsFor("nobody", given.Day).IsEmpty;
    });

    [Law]
    public Property Access_is_shown_to_administrators_and_auditors_alone() => Law.ForAll(
        from entry in OrganisationGenerators.Entries from roles in Gen.Choose(0, (int)AccessRoles.Any) select (entry, roles: (AccessRoles)roles),
        seen => seen.entry.SeenBy(seen.roles) == (seen.roles.HasFlag(AccessRoles.Admin) || seen.roles.HasFlag(AccessRoles.Auditor) ? seen.entry : seen.entry with { Access = None }));

    [Law]
    public Property Staff_of_a_unit_is_that_of_it_and_below() => Law.ForAll(
        from tree in OrganisationGenerators.Trees from entries in OrganisationGenerators.Entries.ArrayOf() select new Domain.Organisation(tree, entries.DistinctBy(entry => entry.Code)),
        bank => bank.Units.All.All(unit => bank.StaffOf(unit.Code).SequenceEqual(bank.Staff.Where(entry =>
            entry.Unit.Exists(of => of == unit.Code || bank.Units.Under(unit.Code).Any(lower => lower.Code == of))))));

    private static StaffEntry Read(byte[] body, string code)
    {
        Assert.Empty(OrganisationCodecs.ReadEntry(body, code, out var entry));
        return entry;
    }
}
