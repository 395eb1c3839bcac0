using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Keys made, listed and revoked in a store that nobody serves: so the first one comes to be.</summary>
internal static class KeyCommands
{
    /// <summary>Does it, and says what came of it; or why not.</summary>
    public static async Task<Either<Label, string>> Do(KeyOrder order, EmbeddedStore store, TimeProvider time)
    {
        var keys = new KeysOnFile(await store.Together<IReadOnlyList<Row>>(reader => [.. reader.Range(Tables.Keys, "", "")], CancellationToken.None));
        var now = time.GetUtcNow().UtcDateTime;
        return order switch
        {
            KeyOrder.List => string.Join('\n', keys.Ring.All.Select(key => Line(key, time.Today())).DefaultIfEmpty("there are no keys")),
            KeyOrder.Revoke(var id) => await keys.Ring.Find(id).Match<Task<Either<Label, string>>>(
                Some: async found => await Filed(found.Revoked(now), $"revoked {id}"),
                None: () => Task.FromResult<Either<Label, string>>(new Label($"there is no key '{id}'", $"没有密钥“{id}”"))),
            KeyOrder.Add(var asked) => await Made(FreshKey.Of(asked, now)),
        };

        Task<string> Made(NewKey made) =>
            Filed(made.Key, $"{made.Secret}\nis the key of {made.Key.Holder}; it is shown this once: keep it where secrets are kept");

        // Nobody else has the store open, so that there is no conflict.
        async Task<string> Filed(AccessKey key, string said)
        {
            _ = await store.Commit([keys.Filed(key)], CancellationToken.None);
            return said;
        }
    }

    private static string Line(AccessKey key, DateOnly today)
    {
        var roles = string.Join(',', key.Roles.OneByOne().Map(role => role.Code()));
        var until = key.Expires.Map(end => $", until {IsoDate.Text(end)}").IfNone("");
        var ended = key.CountsOn(today) ? "" : ", counts no longer";
        return $"{key.Id}  {(key.IsSystem ? "system" : "person")} {key.Holder}: {roles}{key.Unit.Map(unit => $", of {unit}").IfNone("")}{until}{ended}";
    }
}
