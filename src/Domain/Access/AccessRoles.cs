namespace Kehu.Domain;

/// <summary>What a caller may be at the bank, several at once. Source: governance, people, keys, roles.</summary>
[Flags]
public enum AccessRoles
{
    /// <summary>Nobody in particular: what is open to everybody needs none.</summary>
    None = 0,

    /// <summary>A system: customers, facts, events, classifying, runs, imports.</summary>
    Integrator = 1,

    /// <summary>Writes policies.</summary>
    Author = 1 << 1,

    /// <summary>Approves what others wrote.</summary>
    Approver = 1 << 2,

    /// <summary>The customers of one manager: reads, logs, cases, leads.</summary>
    Staff = 1 << 3,

    /// <summary>All of an outlet, or of what lies under a unit.</summary>
    Outlet = 1 << 4,

    /// <summary>Counters and queue machines: class, privileges, opening a case.</summary>
    Serve = 1 << 5,

    /// <summary>Complaints, consents, holds, requests of persons.</summary>
    Compliance = 1 << 6,

    /// <summary>Figures, simulations, masked customers.</summary>
    Analyst = 1 << 7,

    /// <summary>Reads everything, and the audit.</summary>
    Auditor = 1 << 8,

    /// <summary>Keys, people, settings of the service; no customer data.</summary>
    Admin = 1 << 9,

    /// <summary>Whoever has any role.</summary>
    Any = Integrator | Author | Approver | Staff | Outlet | Serve | Compliance | Analyst | Auditor | Admin,
}
