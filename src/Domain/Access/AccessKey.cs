namespace Kehu.Domain;

/// <summary>
/// A key with which a person or a system calls: who holds it, what it opens and until when. What is kept of the secret is a salted hash.
/// Source: governance, people, keys, roles.
/// </summary>
/// <param name="Id">The part of the secret that may be told, so that a leaked one can be found.</param>
/// <param name="Holder">The code of the person or the system.</param>
/// <param name="IsSystem">True where a system holds it.</param>
/// <param name="Roles">What its holder may be with it.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="Hash">What is kept of its secret.</param>
public sealed record AccessKey(string Id, string Holder, bool IsSystem, AccessRoles Roles, DateTime CreatedAt, KeyHash Hash)
{
    /// <summary>A key as it is told: never with its secret.</summary>
    public static Contract<AccessKey> Contract { get; } = Answered<AccessKey>.Object(
        "A key; its secret is shown once, when it is made.",
        Answered<AccessKey>.Always("id", Forms.Plain, key => key.Id),
        Answered<AccessKey>.Optional("person", Forms.Plain, key => key.IsSystem ? None : Some(key.Holder)),
        Answered<AccessKey>.Optional("system", Forms.Plain, key => key.IsSystem ? Some(key.Holder) : None),
        Answered<AccessKey>.Always("roles", AccessKeyRequest.RoleCodes, key => key.Roles.OneByOne()),
        Answered<AccessKey>.Optional("scope", AccessKeyRequest.UnitOfScope, key => key.Unit),
        Answered<AccessKey>.Always("createdAt", Forms.Instant, key => key.CreatedAt),
        Answered<AccessKey>.Optional("expires", Forms.Day, key => key.Expires) with { Says = "The first day on which it no longer counts." },
        Answered<AccessKey>.Optional("revokedAt", Forms.Instant, key => key.RevokedAt),
        Answered<AccessKey>.Optional("rotatedTo", Forms.Plain, key => key.RotatedTo) with { Says = "The id of the key that takes its place." }) with
    {
        Name = "AccessKey",
    };

    /// <summary>A key as it is kept, with moments in ticks (UTC).</summary>
    public static Contract<AccessKey> Kept { get; } = new(
        "A key on file.",
        new AccessKey("", "", IsSystem: false, AccessRoles.None, default, default),
        Fields<AccessKey>.Needed("id", Forms.Unit, key => key.Id, (key, id) => key with { Id = id }),
        Fields<AccessKey>.Needed("holder", Forms.Unit, key => key.Holder, (key, code) => key with { Holder = code }),
        Fields<AccessKey>.Needed("isSystem", Forms.Flag, key => key.IsSystem, (key, system) => key with { IsSystem = system }),
        Fields<AccessKey>.Needed("roles", AccessKeyRequest.RoleCodes, key => key.Roles.OneByOne(), (key, roles) => key with { Roles = roles.Together() }),
        Fields<AccessKey>.Optional("unit", Forms.Unit, key => key.Unit, (key, unit) => key with { Unit = unit }),
        Fields<AccessKey>.Needed("createdAt", Forms.Counted, key => key.CreatedAt.Ticks, (key, at) => key with { CreatedAt = Utc(at) }),
        Fields<AccessKey>.Optional("expires", Forms.Day, key => key.Expires, (key, day) => key with { Expires = day }),
        Fields<AccessKey>.Optional("revokedAt", Forms.Counted, key => key.RevokedAt.Map(at => at.Ticks), (key, at) => key with { RevokedAt = Utc(at) }),
        Fields<AccessKey>.Optional("rotatedTo", Forms.Unit, key => key.RotatedTo, (key, id) => key with { RotatedTo = id }),
        Fields<AccessKey>.Needed("salt", Forms.Unit, key => key.Hash.Salt, (key, salt) => key with { Hash = key.Hash with { Salt = salt } }),
        Fields<AccessKey>.Needed("hash", Forms.Unit, key => key.Hash.Hash, (key, hash) => key with { Hash = key.Hash with { Hash = hash } }));

    /// <summary>The unit under which it sees customers; none: the whole bank.</summary>
    public Option<string> Unit { get; init; }

    /// <summary>The first day on which it no longer counts; none: until it is revoked.</summary>
    public Option<DateOnly> Expires { get; init; }

    /// <summary>When it was revoked (UTC).</summary>
    public Option<DateTime> RevokedAt { get; init; }

    /// <summary>The id of the key that takes its place.</summary>
    public Option<string> RotatedTo { get; init; }

    /// <summary>Whoever comes with it.</summary>
    public Caller Caller => new(Holder, IsSystem, Roles, Unit, Some(Id));

    /// <summary>Whether it counts on a day.</summary>
    public bool CountsOn(DateOnly day) => RevokedAt.IsNone && Expires.ForAll(end => day < end);

    /// <summary>The key that counts no longer; revoked once, it stays as it was then.</summary>
    public AccessKey Revoked(DateTime now) => RevokedAt.IsSome ? this : this with { RevokedAt = now };

    /// <summary>
    /// The key whose place another one takes: it counts for so many days longer, today not counted, so that whoever uses it can change over.
    /// </summary>
    public AccessKey Rotated(string to, DateOnly today, int overlapDays)
    {
        var end = today.AddDays(overlapDays + 1);
        return this with { RotatedTo = to, Expires = Expires.Match(Some: own => Min(own, end), None: () => end) };
    }

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>A key that was just made, with its secret.</summary>
public sealed record NewKey(AccessKey Key, string Secret)
{
    /// <summary>A new key on the wire.</summary>
    public static Contract<NewKey> Contract { get; } = Answered<NewKey>.Object(
        "A key with its secret, which is shown this once and cannot be had again.",
        [
            .. Answered<NewKey>.Part(AccessKey.Contract, made => made.Key),
            Answered<NewKey>.Optional("secret", Forms.Plain, made => made.Secret.Length > 0 ? Some(made.Secret) : None) with
            {
                Says = "What calls bear; left out where the same call is answered again.",
            },
        ]) with
    {
        Name = "NewAccessKey",
    };
}
