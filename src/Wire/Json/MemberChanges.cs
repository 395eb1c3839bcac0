using System.Text.Json;

namespace Kehu.Wire;

/// <summary>
/// The members in which two objects differ, with both values: an object within an object member by member, anything else as it stands. So that who reads it
/// sees what was changed and not the whole twice.
/// </summary>
/// <param name="Before">The members that went or are otherwise now, as they were.</param>
/// <param name="After">Those that came or are otherwise, as they are.</param>
/// <param name="Names">Where they stand, as JSON Pointers.</param>
internal sealed record MemberChanges(byte[] Before, byte[] After, IReadOnlyList<string> Names)
{
    /// <summary>What differs between two objects; an empty text is an object without members.</summary>
    public static MemberChanges Of(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        using var old = JsonDocument.Parse(before.IsEmpty ? "{}"u8.ToArray() : before);
        using var now = JsonDocument.Parse(after.IsEmpty ? "{}"u8.ToArray() : after);
        var names = new List<string>();
        Compare(old.RootElement, now.RootElement, "", names);
        return new MemberChanges(Taken(old.RootElement, names), Taken(now.RootElement, names), names);
    }

    private static void Compare(JsonElement old, JsonElement now, string at, List<string> names)
    {
        foreach (var member in old.EnumerateObject())
        {
            var place = at + Place.Pointer.Token(member.Name);
            if (!now.TryGetProperty(member.Name, out var other))
            {
                names.Add(place);
            }
            else if (member.Value.ValueKind == JsonValueKind.Object && other.ValueKind == JsonValueKind.Object)
            {
                Compare(member.Value, other, place, names);
            }
            else if (!JsonElement.DeepEquals(member.Value, other))
            {
                names.Add(place);
            }
        }

        names.AddRange(now.EnumerateObject().Where(member => !old.TryGetProperty(member.Name, out _)).Select(member => at + Place.Pointer.Token(member.Name)));
    }

    /// <summary>The object with these members alone.</summary>
    private static byte[] Taken(JsonElement whole, List<string> names)
    {
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        return WireJson.Bytes(json => Write(json, whole, "", wanted));
    }

    private static void Write(Utf8JsonWriter json, JsonElement whole, string at, HashSet<string> wanted)
    {
        json.WriteStartObject();
        foreach (var member in whole.EnumerateObject())
        {
            var place = at + Place.Pointer.Token(member.Name);
            if (wanted.Contains(place))
            {
                json.WritePropertyName(member.Name);
                member.Value.WriteTo(json);
            }
            else if (member.Value.ValueKind == JsonValueKind.Object && wanted.Any(name => name.StartsWith($"{place}/", StringComparison.Ordinal)))
            {
                json.WritePropertyName(member.Name);
                Write(json, member.Value, place, wanted);
            }
        }

        json.WriteEndObject();
    }
}
