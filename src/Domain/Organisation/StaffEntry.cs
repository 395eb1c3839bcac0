namespace Kehu.Domain;

/// <summary>
/// Someone who works at the bank, or a system: an entry without a unit is a system. Customers' records and events have the code.
/// Source: facts, organisation and staff; governance, people, keys, roles.
/// </summary>
public sealed record StaffEntry(string Code, string Name)
{
    private static readonly Field<StaffEntry, string> OfUnit = Fields<StaffEntry>.Optional(
        "unit", Forms.Unit, entry => entry.Unit, (entry, code) => entry with { Unit = code }) with
    { Says = "The code of the unit to which the person belongs; left out of a system." };

    private static readonly Field<StaffEntry, DateOnly> OfFrom = Fields<StaffEntry>.Optional(
        "from", Forms.Day, entry => entry.From, (entry, day) => entry with { From = day }) with
    { Says = "The first day on which the entry holds." };

    private static readonly Field<StaffEntry, DateOnly> OfTo = Fields<StaffEntry>.Optional(
        "to", Forms.Day, entry => entry.To, (entry, day) => entry with { To = day }) with
    { Says = "The last day on which the entry holds." };

    private static readonly Field<StaffEntry, string> OfDeputy = Fields<StaffEntry>.Optional(
        "deputy", Forms.Unit, entry => entry.Deputy, (entry, code) => entry with { Deputy = code }) with
    { Says = "The code of who stands in while this one is absent." };

    private static readonly Field<StaffEntry, StaffAccess> OfAccess = Fields<StaffEntry>.Optional(
        "access", StaffAccess.Contract, entry => entry.Access, (entry, access) => entry with { Access = access });

    /// <summary>An entry on the wire and as it is kept.</summary>
    public static Contract<StaffEntry> Contract { get; } = Of(Forms.Unit, None);

    /// <summary>What the person does at the bank.</summary>
    public Arr<Role> Roles { get; init; } = Array<Role>();

    /// <summary>The unit to which the person belongs; none of a system.</summary>
    public Option<string> Unit { get; init; }

    /// <summary>The first day on which the entry holds; none: always.</summary>
    public Option<DateOnly> From { get; init; }

    /// <summary>The last day on which it holds; none: until further notice.</summary>
    public Option<DateOnly> To { get; init; }

    /// <summary>The code of who stands in while this one is absent.</summary>
    public Option<string> Deputy { get; init; }

    /// <summary>What it may do as a caller; none: it does not call.</summary>
    public Option<StaffAccess> Access { get; init; }

    /// <summary>True for a system.</summary>
    public bool IsSystem => Unit.IsNone;

    /// <summary>The entry at an address: a code in the body is that of the address, or is left out.</summary>
    public static Contract<StaffEntry> At(string code) => Of(
        Forms.Unit.Only(code, "staff.code-mismatch", $"the code is not that of the address, '{code}'; leave it out", $"代码与地址中的“{code}”不一致，可省略"),
        Some(code));

    /// <summary>Whether the entry holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From.ForAll(from => from <= day) && To.ForAll(to => day <= to);

    /// <summary>The entry as a caller with these roles is shown it: what it may do is for whoever keeps or examines access.</summary>
    public StaffEntry SeenBy(AccessRoles roles) => (roles & (AccessRoles.Admin | AccessRoles.Auditor)) != 0 ? this : this with { Access = None };

    /// <summary>All that is wrong with filing it where these units and entries are on file.</summary>
    public Seq<Fault> Faults(UnitTree units, Func<string, bool> isOnFile) =>
        (!Caller.IsReserved(Code) ? Seq<Fault>() : Seq1(Fault.Of(
            "code", "staff.reserved-code", "the audit uses this name for the service's own doings; take another", "审计以该名称指称本服务自身；请换用其他代码"))) +
        Unit.Filter(code => units.Find(code).IsNone).Map(code => OfUnit.Fault(
            "staff.unit-unknown", $"there is no unit '{code}'; enter it first", $"没有机构“{code}”；请先登记")).ToSeq()
        + Deputy.Filter(code => !isOnFile(code)).Map(code => OfDeputy.Fault(
            "staff.deputy-unknown", $"there is no staff entry '{code}'; enter it first", $"员工登记中没有“{code}”；请先登记")).ToSeq()
        + Access.Bind(access => access.Scope).Filter(code => units.Find(code).IsNone).Map(code => StaffAccess.OfItsScope(
            "staff.unit-unknown", $"there is no unit '{code}'; enter it first", $"没有机构“{code}”；请先登记").Under(OfAccess.Pointer)).ToSeq();

    private static Contract<StaffEntry> Of(Form<string> code, Option<string> own) => new(
        "A person at the bank, or a system: an entry without a unit.",
        new StaffEntry("", ""),
        Fields<StaffEntry>.Made("code", code, entry => entry.Code, (entry, sent) => entry with { Code = sent }),
        Fields<StaffEntry>.Needed("name", Forms.Text(BankUnit.LongestName), entry => entry.Name, (entry, name) => entry with { Name = name }),
        Fields<StaffEntry>.Optional(
            "roles",
            Forms.Several<Role>(Domain.Roles.Code),
            entry => entry.Roles.IsEmpty ? Option<Arr<Role>>.None : Some(entry.Roles),
            (entry, roles) => entry with { Roles = roles }) with
        { Says = "What the person does at the bank." },
        OfUnit,
        OfFrom,
        OfTo,
        OfDeputy,
        OfAccess)
    {
        Name = "StaffEntry",
        Rules = Array(
            new Rule<StaffEntry>(
                Array<Field<StaffEntry>>(OfFrom, OfTo),
                entry => entry.From <= entry.To ? Seq<Fault>() : Seq1(OfTo.Fault(
                    "staff.period", "to lies before from; it is the last day on which the entry holds", "to 早于 from；to 为有效期最后一日"))),
            new Rule<StaffEntry>(
                Array<Field<StaffEntry>>(OfDeputy),
                entry => entry.Deputy != (own.IsSome ? own : Some(entry.Code)) ? Seq<Fault>() : Seq1(OfDeputy.Fault(
                    "staff.own-deputy", "nobody stands in for themselves; name another entry, or leave deputy out", "本人不能代理本人；请指定其他员工，或省略 deputy"))),
            new Rule<StaffEntry>(
                Array<Field<StaffEntry>>(OfAccess),
                entry => !entry.Access.Exists(access => (access.Roles & OfPersons) != 0) ? Seq<Fault>() : Seq1(StaffAccess.OfItsRoles(
                    "staff.role-of-persons",
                    "staff and approver are roles of persons: name the unit to which the person belongs, or leave these roles out",
                    "staff、approver 为人员角色；请给出所属机构 unit，或去掉这些角色").Under(OfAccess.Pointer)))
            {
                Without = Array<Field<StaffEntry>>(OfUnit),
            }),
    };

    /// <summary>What no system can be: it has no customers, and four eyes are about persons.</summary>
    private const AccessRoles OfPersons = AccessRoles.Staff | AccessRoles.Approver;
}
