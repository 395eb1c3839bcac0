namespace Kehu.Domain;

/// <summary>A caller as it is told of itself.</summary>
public static class CallerContract
{
    /// <summary>Who calls, on the wire.</summary>
    public static Contract<Caller> Contract { get; } = Answered<Caller>.Object(
        "Who calls, and what it may be.",
        Answered<Caller>.Optional("person", Forms.Plain, caller => caller.IsSystem ? None : Some(caller.Name)),
        Answered<Caller>.Optional("system", Forms.Plain, caller => caller.IsSystem ? Some(caller.Name) : None),
        Answered<Caller>.Always("roles", AccessKeyRequest.RoleCodes, caller => caller.Roles.OneByOne()),
        Answered<Caller>.Optional("scope", AccessKeyRequest.UnitOfScope, caller => caller.Unit),
        Answered<Caller>.Optional("key", Forms.Plain, caller => caller.Key)) with
    {
        Name = "Caller",
    };
}
