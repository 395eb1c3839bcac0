using System.Text.Json;

namespace Kehu.Wire;

/// <summary>The JSON of one form: how a value is read with all its faults, and how it is written.</summary>
internal abstract class Codec<V>
{
    /// <summary>Reads the value where the cursor stands; false where it has a fault, which was reported.</summary>
    public abstract bool Read(ref JsonCursor cursor, out V value);

    /// <summary>Reads the value only to find its faults; no object is made of it where that can be helped.</summary>
    public virtual bool Check(ref JsonCursor cursor) => Read(ref cursor, out _);

    /// <summary>Writes a value; words in the language.</summary>
    public abstract void Write(Utf8JsonWriter json, V value, Language language);

    /// <summary>The same where nothing is in words.</summary>
    public void Write(Utf8JsonWriter json, V value) => Write(json, value, Language.English);

    /// <summary>What a body holds, or all that is wrong with it.</summary>
    public IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, out V value)
    {
        var cursor = new JsonCursor(body);
        Read(ref cursor, out value);
        return cursor.Finish();
    }
}
