using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Codecs;

/// <summary>Lists of one form.</summary>
internal sealed class ListCodec<V>(Codec<V> each, Form.List<V> form) : Codec<Arr<V>>
{
    public override bool Read(ref JsonCursor cursor, out Arr<V> value)
    {
        var before = cursor.FaultCount;
        value = default;
        if (!cursor.StartArray())
        {
            return false;
        }

        var (read, count) = (new List<V>(), 0);
        while (cursor.NextElement(out _))
        {
            count++;
            if (each.Read(ref cursor, out var one))
            {
                read.Add(one);
            }
        }

        if (form.IsSome && count == 0 && !cursor.Stopped)
        {
            cursor.Fault("json.empty", "a list of at least one is expected", "列表至少须有一项");
        }

        if (form.Most.Case is (int most, Fault beyond) && count > most)
        {
            cursor.Fault(beyond.Code, beyond.Detail.En, beyond.Detail.Zh);
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

/// <summary>Values by their names.</summary>
internal sealed class ByNameCodec<V>(Codec<V> each) : Codec<Arr<(string Name, V Value)>>
{
    public override bool Read(ref JsonCursor cursor, out Arr<(string Name, V Value)> value) => throw new NotSupportedException("members that are not known are only answered");

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
