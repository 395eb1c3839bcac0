namespace Kehu.Domain;

/// <summary>What a person or a system at the bank may do as a caller, and within which unit; none: in the whole bank.</summary>
public sealed record StaffAccess(AccessRoles Roles, Option<string> Scope)
{
    private static readonly Field<StaffAccess, Arr<AccessRole>> OfRoles = Fields<StaffAccess>.Needed(
        "roles",
        Forms.Several<AccessRole>(AccessRoleCodes.Code),
        access => access.Roles.OneByOne(),
        (access, roles) => access with { Roles = roles.Together() });

    private static readonly Field<StaffAccess, string> OfScope = Fields<StaffAccess>.Optional(
        "scope", Forms.Unit, access => access.Scope, (access, code) => access with { Scope = code }) with
    { Says = "The code of the unit whose customers the caller sees, with all below it; the whole bank where left out." };

    /// <summary>Access on the wire and as it is kept.</summary>
    public static Contract<StaffAccess> Contract { get; } = new(
        "What the entry may do as a caller.", new StaffAccess(AccessRoles.None, None), OfRoles, OfScope)
    {
        Rules = Array(
            new Rule<StaffAccess>(Array<Field<StaffAccess>>(OfRoles), access => access.Roles != AccessRoles.None ? Seq<Fault>() : Seq1(OfRoles.Fault(
                "staff.no-role", "name at least one role, or leave access out", "请至少给出一个角色，或省略 access"))),
            new Rule<StaffAccess>(
                Array<Field<StaffAccess>>(OfRoles),
                access => access.Roles == AccessRoles.None || (access.Roles & AccessRoleCodes.Scoped) != 0 ? Seq<Fault>() : Seq1(OfScope.Fault(
                    "staff.scope-unbound",
                    "none of these roles is bound by a scope: they are of the whole bank; leave scope out",
                    "所列角色均不受范围限制，适用于全行；请省略 scope")))
            {
                Beside = Array<Field<StaffAccess>>(OfScope),
            },
            new Rule<StaffAccess>(Array<Field<StaffAccess>>(OfRoles), access => !access.Roles.HasFlag(AccessRoles.Outlet) ? Seq<Fault>() : Seq1(OfScope.Fault(
                "staff.scope-needed",
                "the role outlet sees a unit's customers: name the unit as scope",
                "outlet 角色可查看某机构的客户；请以 scope 指定机构")))
            {
                Without = Array<Field<StaffAccess>>(OfScope),
            }),
    };

    /// <summary>A fault of the unit within which it holds, in the entry that has it.</summary>
    internal static Fault OfItsScope(string code, string en, string zh) => OfScope.Fault(code, en, zh);

    /// <summary>A fault of its roles.</summary>
    internal static Fault OfItsRoles(string code, string en, string zh) => OfRoles.Fault(code, en, zh);
}
