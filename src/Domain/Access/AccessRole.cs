namespace Kehu.Domain;

/// <summary>One of the roles of a caller, as it is written on the wire. Source: governance, people, keys, roles.</summary>
public enum AccessRole
{
    Integrator = 0,
    Author,
    Approver,
    Staff,
    Outlet,
    Serve,
    Compliance,
    Analyst,
    Auditor,
    Admin,
}

/// <summary>Roles of callers in codes, and one by one.</summary>
public static class AccessRoleCodes
{
    /// <summary>The roles that see no more than their scope; all others are of the whole bank.</summary>
    public const AccessRoles Scoped = AccessRoles.Staff | AccessRoles.Outlet | AccessRoles.Serve | AccessRoles.Analyst | AccessRoles.Approver;

    /// <summary>Those of them that are bound by a unit; staff see the customers of managers.</summary>
    public const AccessRoles OfUnits = Scoped & ~AccessRoles.Staff;

    /// <summary>The name on the wire.</summary>
    public static string Code(this AccessRole role) => role switch
    {
        AccessRole.Integrator => "integrator",
        AccessRole.Author => "author",
        AccessRole.Approver => "approver",
        AccessRole.Staff => "staff",
        AccessRole.Outlet => "outlet",
        AccessRole.Serve => "serve",
        AccessRole.Compliance => "compliance",
        AccessRole.Analyst => "analyst",
        AccessRole.Auditor => "auditor",
        AccessRole.Admin => "admin",
    };

    /// <summary>The role as one of several.</summary>
    public static AccessRoles AsRoles(this AccessRole role) => (AccessRoles)(1 << (int)role);

    /// <summary>Several roles as they are held together.</summary>
    public static AccessRoles Together(this Arr<AccessRole> roles) => roles.Fold(AccessRoles.None, (all, role) => all | role.AsRoles());

    /// <summary>The roles one by one, in their order.</summary>
    public static Arr<AccessRole> OneByOne(this AccessRoles roles) => new(Enum.GetValues<AccessRole>().Where(role => roles.HasFlag(role.AsRoles())));
}
