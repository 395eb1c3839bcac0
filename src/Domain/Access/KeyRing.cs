using System.Collections.Frozen;

namespace Kehu.Domain;

/// <summary>All keys there are, and once were.</summary>
public sealed class KeyRing
{
    /// <summary>What is compared where there is no such key, so that nobody learns by the time it takes whether there is one.</summary>
    private static readonly KeyHash Nothing = new(new string('0', 2 * KeyHash.SaltBytes), new string('0', 64));

    private readonly FrozenDictionary<string, AccessKey> keys;
    private readonly FrozenDictionary<string, AccessKey>.AlternateLookup<ReadOnlySpan<char>> byId;

    /// <summary>These keys.</summary>
    public KeyRing(IEnumerable<AccessKey> keys)
    {
        this.keys = keys.ToFrozenDictionary(key => key.Id, StringComparer.Ordinal);
        byId = this.keys.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>True where there never was a key.</summary>
    public bool IsEmpty => keys.Count == 0;

    /// <summary>All of them, by id.</summary>
    public IEnumerable<AccessKey> All => keys.Values.OrderBy(key => key.Id, StringComparer.Ordinal);

    /// <summary>The key of an id, whether it counts or not.</summary>
    public Option<AccessKey> Find(string id) => keys.TryGetValue(id, out var key) ? Some(key) : None;

    /// <summary>The key that this is the whole of, if it counts on a day.</summary>
    public Option<AccessKey> Opened(ReadOnlySpan<char> sent, DateOnly day)
    {
        if (!KeySecret.TryId(sent, out var id))
        {
            return None;
        }

        var found = byId.TryGetValue(id, out var key) ? key : null;
        return (found?.Hash ?? Nothing).Fits(sent) && found?.CountsOn(day) == true ? Some(found) : None;
    }
}
