namespace Kehu.Domain;

/// <summary>Where a change comes from: who made it, over which route and in which request. Source: governance, audit.</summary>
/// <param name="By">The caller.</param>
/// <param name="Route">The name of the route in the API's description; of what the service does by itself, what it was doing.</param>
/// <param name="Request">The id of the request; none where the service did it by itself.</param>
public sealed record AuditOrigin(Caller By, string Route, Option<string> Request)
{
    private static readonly Caller Itself = new(Caller.ServiceName, IsSystem: true, AccessRoles.None, None, None);

    /// <summary>What the service does by itself.</summary>
    public static AuditOrigin OfService(string doing) => new(Itself, doing, None);
}
