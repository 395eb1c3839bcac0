using System.Security.Cryptography;
using LanguageExt;

namespace Kehu.Api;

/// <summary>Keys made of randomness.</summary>
internal static class FreshKey
{
    /// <summary>A key for a holder with roles, and its secret.</summary>
    public static NewKey Of(string holder, bool isSystem, AccessRoles roles, Option<string> unit, Option<DateOnly> expires, DateTime now)
    {
        var id = KeySecret.Id(RandomNumberGenerator.GetBytes(KeySecret.IdBytes));
        var secret = KeySecret.Whole(id, RandomNumberGenerator.GetBytes(KeySecret.SecretBytes));
        var hash = KeyHash.Of(RandomNumberGenerator.GetBytes(KeyHash.SaltBytes), secret);
        return new NewKey(new AccessKey(id, holder, isSystem, roles, now, hash) { Unit = unit, Expires = expires }, secret);
    }

    /// <summary>What is asked for.</summary>
    public static NewKey Of(AccessKeyRequest asked, DateTime now) =>
        Of(asked.Person.IfNone(() => asked.System.IfNone("")), asked.System.IsSome, asked.Roles, asked.Unit, asked.Expires, now);

    /// <summary>One that takes the place of another.</summary>
    public static NewKey InPlaceOf(AccessKey key, DateTime now) => Of(key.Holder, key.IsSystem, key.Roles, key.Unit, key.Expires, now);
}
