using System.Runtime.CompilerServices;
using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>Texts, ids and codes of the organisation.</summary>
internal sealed class TextCodec(Form.Text form) : Codec<string>
{
    public override bool Read(ref JsonCursor cursor, out string value)
    {
        value = "";
        if (cursor.ReadString(form.Most) is not { } text)
        {
            return false;
        }

        value = text;
        return form.IsRight(text) || Refuse(ref cursor, form.Wrong(text));
    }

    public override bool Check(ref JsonCursor cursor) => cursor.StringIs(form.IsRight, form.Most) || Read(ref cursor, out _);

    private static bool Refuse(ref JsonCursor cursor, Seq<Fault> faults)
    {
        foreach (var fault in faults)
        {
            cursor.Fault(fault.Code, fault.Detail.En, fault.Detail.Zh);
        }

        return false;
    }

    public override void Write(Utf8JsonWriter json, string value, Language language) => json.WriteStringValue(value);
}

/// <summary>Words in the language of whoever asked.</summary>
internal sealed class WordsCodec : Codec<Label>
{
    public override bool Read(ref JsonCursor cursor, out Label value) => throw new NotSupportedException("words are only answered");

    public override void Write(Utf8JsonWriter json, Label value, Language language) => json.WriteStringValue(value.In(language));
}

/// <summary>One of a closed list of codes.</summary>
internal sealed class NameCodec(Form.Code form) : Codec<string>
{
    private readonly NameTable names = new([.. form.All]) { ListedAt = form.ListedAt.OrNull() };

    public override bool Read(ref JsonCursor cursor, out string value)
    {
        var known = cursor.ReadCode(names, out var place);
        value = known ? names[place] : "";
        return known;
    }

    public override void Write(Utf8JsonWriter json, string value, Language language) => json.WriteStringValue(value);
}

/// <summary>One of an enumeration, by its code.</summary>
internal sealed class CodeCodec<E>(Form.Code<E> form) : Codec<E>
    where E : struct, Enum
{
    private readonly NameTable names = NameTable.Of(form.Of);
    private readonly E[] values = Enum.GetValues<E>();
    private readonly JsonEncodedText[] encoded = [.. Enum.GetValues<E>().Select(value => JsonEncodedText.Encode(form.Of(value)))];

    public override bool Read(ref JsonCursor cursor, out E value)
    {
        var known = cursor.ReadCode(names, out var place);
        value = known ? values[place] : default;
        return known;
    }

    public override void Write(Utf8JsonWriter json, E value, Language language) => json.WriteStringValue(encoded[Unsafe.As<E, int>(ref value)]);

    /// <summary>The place of a code of the list here; below zero where a fault was reported.</summary>
    public int ReadPlace(ref JsonCursor cursor) => cursor.ReadCode(names, out var place) ? place : -1;
}

/// <summary>Several of an enumeration: read without repeats, kept in its order.</summary>
internal sealed class CodesCodec<E>(Form.Codes<E> form) : Codec<Arr<E>>
    where E : struct, Enum
{
    private static readonly E[] Values = Enum.GetValues<E>();

    private readonly CodeCodec<E> each = new(form.Each);

    public override bool Read(ref JsonCursor cursor, out Arr<E> value)
    {
        var isRight = ReadPlaces(ref cursor, out var listed);
        value = new Arr<E>(Values.Where((_, place) => (listed >> place & 1) == 1));
        return isRight;
    }

    public override bool Check(ref JsonCursor cursor) => ReadPlaces(ref cursor, out _);

    public override void Write(Utf8JsonWriter json, Arr<E> value, Language language)
    {
        json.WriteStartArray();
        foreach (var one in value)
        {
            each.Write(json, one, language);
        }

        json.WriteEndArray();
    }

    /// <summary>The places that are listed, a bit each.</summary>
    private bool ReadPlaces(ref JsonCursor cursor, out ulong listed)
    {
        var before = cursor.FaultCount;
        listed = 0;
        if (!cursor.StartArray())
        {
            return false;
        }

        while (cursor.NextElement(out _))
        {
            var place = each.ReadPlace(ref cursor);
            if (place >= 0 && (listed >> place & 1) == 1)
            {
                var code = form.Each.Of(Values[place]);
                cursor.Fault("json.repeated-element", $"'{code}' is listed twice", $"“{code}”重复");
            }

            listed |= place >= 0 ? 1UL << place : 0;
        }

        return cursor.FaultCount == before && !cursor.Stopped;
    }
}
