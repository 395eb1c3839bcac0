namespace Kehu.Domain;

/// <summary>Who calls: a person or a system, what it may be at the bank and of which part. Source: governance, people, keys, roles.</summary>
/// <param name="Name">The code of the person in the register of staff, or of the system; <see cref="LocalName"/> where nobody signs in.</param>
/// <param name="IsSystem">A system, which has no unit and approves nothing.</param>
/// <param name="Roles">What it may be.</param>
/// <param name="Unit">The unit under which it sees customers; none for the whole bank.</param>
/// <param name="Key">The id of the key it came with; none for a token of the bank's identity provider, and where nobody signs in.</param>
public sealed record Caller(string Name, bool IsSystem, AccessRoles Roles, Option<string> Unit, Option<string> Key)
{
    /// <summary>What the person is called where nobody signs in: on this machine alone.</summary>
    public const string LocalName = "local";

    /// <summary>What whoever calls with the key of the settings is called.</summary>
    public const string OfSettingsName = "security-key";

    /// <summary>What the service is called where it does something by itself.</summary>
    public const string ServiceName = "system";

    /// <summary>The person at this machine, where there is neither a key nor an identity provider.</summary>
    public static Caller Local { get; } = new(LocalName, IsSystem: false, AccessRoles.Any, None, None) { SeesAll = true };

    /// <summary>Whoever calls what is open to everybody.</summary>
    public static Caller Nobody { get; } = new("", IsSystem: false, AccessRoles.None, None, None);

    /// <summary>Whoever has the key of the settings: everything but approving, which is for persons.</summary>
    public static Caller OfSettings { get; } =
        new(OfSettingsName, IsSystem: true, AccessRoles.Any & ~AccessRoles.Approver, None, None) { SeesAll = true };

    /// <summary>True for a name by which the audit tells what nobody in a register did: no person and no system can have it.</summary>
    public static bool IsReserved(string name) => name is LocalName or OfSettingsName or ServiceName;

    /// <summary>True for one who is told apart from others: it has a name of its own.</summary>
    public bool HasOwnName => !IsReserved(Name);

    /// <summary>True for one who sees all customers whatever it does: nothing binds it.</summary>
    public bool SeesAll { get; init; }

    /// <summary>True for one who has one of these roles; whatever needs none is open to everybody.</summary>
    public bool MayBe(AccessRoles needed) => needed == AccessRoles.None || (Roles & needed) != AccessRoles.None;

    /// <summary>
    /// True for one who sees all customers where it does what one of these roles may: it has one that is of the whole bank, or one that a scope would bind and
    /// no scope. Staff see their own customers.
    /// </summary>
    public bool SeesWholeBank(AccessRoles needed)
    {
        var roles = Roles & needed;
        return SeesAll || (roles & ~AccessRoleCodes.Scoped) != AccessRoles.None || ((roles & AccessRoleCodes.OfUnits) != AccessRoles.None && Unit.IsNone);
    }
}
