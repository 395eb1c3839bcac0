using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Codecs;

/// <summary>Lists of one form.</summary>
internal sealed class ListCodec<V>(Form.List<V> form, Codec<V> each) : Codec<Arr<V>>
{
    public override bool Read(ref JsonCursor cursor, out Arr<V> value)
    {
        var before = cursor.FaultCount;
        value = default;
        if (!cursor.StartArray())
        {
            return false;
        }

        var (read, isEmpty) = (new List<V>(), true);
        var seen = form.Distinct.IsSome ? new System.Collections.Generic.HashSet<object>() : null;
        while (cursor.NextElement(out _))
        {
            isEmpty = false;
            if (each.Read(ref cursor, out var one))
            {
                read.Add(one);
            }

            if (seen is not null)
            {
                RefuseRepeated(ref cursor, one, seen);
            }
        }

        if (form.IsSome && isEmpty && !cursor.Stopped)
        {
            cursor.Fault("json.empty", "a list of at least one is expected", "列表至少须有一项");
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

    private void RefuseRepeated(ref JsonCursor cursor, V one, System.Collections.Generic.HashSet<object> seen)
    {
        var at = cursor.Pointer;
        foreach (var fault in form.Distinct.Bind(by => by.Key(one).Filter(key => !seen.Add(key)).Map(_ => by.Repeated)))
        {
            cursor.Report(fault.Under(at));
        }
    }
}

/// <summary>Values by their names.</summary>
internal sealed class ByNameCodec<V>(Codec<V> each) : Codec<Arr<(string Name, V Value)>>
{
    public override bool Read(ref JsonCursor cursor, out Arr<(string Name, V Value)> value)
    {
        var before = cursor.FaultCount;
        value = default;
        if (!cursor.StartObject())
        {
            return false;
        }

        var read = new List<(string, V)>();
        var seen = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
        while (cursor.NextNamed(seen, out var name))
        {
            if (each.Read(ref cursor, out var one))
            {
                read.Add((name, one));
            }
        }

        value = new Arr<(string, V)>(read);
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
