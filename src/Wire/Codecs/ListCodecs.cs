using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>Lists of one form.</summary>
internal sealed class ListCodec<V>(Codec<V> each, Form.List<V> form) : Codec<Arr<V>>
{
    private readonly Elements<V> elements = form.Once.Match<Elements<V>>(
        Some: once => new ElementsOnce<V>((ContractCodec<V>)each, once),
        None: () => new Elements<V>(each));

    public override bool Read(ref JsonCursor cursor, out Arr<V> value)
    {
        var before = cursor.FaultCount;
        value = default;
        if (!cursor.StartArray())
        {
            return false;
        }

        var (read, count, listed) = (new List<V>(), 0, elements.Listed());
        for (; cursor.NextElement(out _); count++)
        {
            if (elements.Read(ref cursor, listed, out var one))
            {
                read.Add(one);
            }
        }

        if (form.IsSome && count == 0 && !cursor.Stopped)
        {
            cursor.Fault("json.empty", "a list of at least one is expected", "列表至少须有一项");
        }

        if (form.Most.Case is ValueTuple<int, Fault>(var most, var fault) && count > most)
        {
            cursor.Report(fault.Under(cursor.Pointer));
        }

        value = new Arr<V>(read);
        return cursor.FaultCount == before && !cursor.Stopped;
    }

    public override void Write(Utf8JsonWriter json, Arr<V> value, Language language)
    {
        json.WriteStartArray();
        foreach (var one in value)
        {
            each.Write(json, one, language);
        }

        json.WriteEndArray();
    }
}

/// <summary>The elements of a list as they are read.</summary>
internal class Elements<V>(Codec<V> each)
{
    /// <summary>What is noted of those that were read; nothing where they may be alike.</summary>
    public virtual System.Collections.Generic.HashSet<object>? Listed() => null;

    public virtual bool Read(ref JsonCursor cursor, System.Collections.Generic.HashSet<object>? listed, out V value) => each.Read(ref cursor, out value);
}

/// <summary>Objects of which no two may have something alike.</summary>
internal sealed class ElementsOnce<V>(ContractCodec<V> each, Once<V> once) : Elements<V>(each)
{
    private readonly ContractCodec<V> each = each;
    private readonly ulong needs = each.Places(once.Needs);
    private readonly ulong orLeftOut = each.Places(once.OrLeftOut);

    public override System.Collections.Generic.HashSet<object> Listed() => [];

    public override bool Read(ref JsonCursor cursor, System.Collections.Generic.HashSet<object>? listed, out V value)
    {
        var isRight = each.Read(ref cursor, out value, out var right, out var there);
        if ((right & needs) != needs || (there & ~right & orLeftOut) != 0 || listed!.Add(once.Key(value)))
        {
            return isRight;
        }

        cursor.Report(once.Fault.Under(cursor.Pointer));
        return false;
    }
}

/// <summary>Values by their names.</summary>
internal sealed class ByNameCodec<V>(Codec<V> each) : Codec<Arr<(string Name, V Value)>>
{
    public override bool Read(ref JsonCursor cursor, out Arr<(string Name, V Value)> value)
    {
        var before = cursor.FaultCount;
        var (read, seen) = (new List<(string, V)>(), new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal));
        value = default;
        if (!cursor.StartObject())
        {
            return false;
        }

        while (cursor.NextNamed(seen, out var name))
        {
            if (each.Read(ref cursor, out var one))
            {
                read.Add((name, one));
            }
        }

        value = new Arr<(string Name, V Value)>(read);
        return cursor.FaultCount == before && !cursor.Stopped;
    }

    public override void Write(Utf8JsonWriter json, Arr<(string Name, V Value)> value, Language language)
    {
        json.WriteStartObject();
        foreach (var (name, one) in value)
        {
            json.WritePropertyName(name);
            each.Write(json, one, language);
        }

        json.WriteEndObject();
    }
}

/// <summary>A value or null.</summary>
internal sealed class OrNullCodec<V>(Codec<V> inner) : Codec<Option<V>>
{
    public override bool Read(ref JsonCursor cursor, out Option<V> value) => throw new NotSupportedException("null is only answered");

    public override void Write(Utf8JsonWriter json, Option<V> value, Language language)
    {
        if (value.IsSome)
        {
            inner.Write(json, value.IfNoneUnsafe(default(V)!)!, language);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}

/// <summary>A form that is made when it is first needed.</summary>
internal sealed class LaterCodec<V>(Func<Codec<V>> make) : Codec<V>
{
    private readonly Lazy<Codec<V>> made = new(make);

    public override bool Read(ref JsonCursor cursor, out V value) => made.Value.Read(ref cursor, out value);

    public override void Write(Utf8JsonWriter json, V value, Language language) => made.Value.Write(json, value, language);
}
