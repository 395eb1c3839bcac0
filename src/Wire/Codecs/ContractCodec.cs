using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>The JSON of an object: its fields in the contract's order when it is written, in any order when it is read.</summary>
internal sealed class ContractCodec<T> : Codec<T>
{
    private readonly Contract<T> contract;
    private readonly FieldCodec<T>[] fields;
    private readonly JsonMembers members;
    private readonly (ulong Right, ulong There, ulong LeftOut, Rule<T> Rule)[] rules;

    public ContractCodec(Contract<T> contract, JsonForms forms)
    {
        this.contract = contract;
        fields = [.. contract.Fields.Map(field => field.For(new Making(forms)))];
        members = new JsonMembers([.. contract.Fields.Map(field => field.Occurrence == Occurrence.Needed ? field.Name : field.Name + "?")]);
        rules = [.. contract.Rules.Map(rule => (Places(rule.Needs), Places(rule.Beside), Places(rule.Without), rule))];
    }

    public override bool Read(ref JsonCursor cursor, out T value) => Read(ref cursor, out value, out _, out _);

    /// <summary>Reads the object, and tells which of its fields are right, and which are there.</summary>
    public bool Read(ref JsonCursor cursor, out T value, out ulong right, out ulong there)
    {
        (value, right, there) = (contract.Blank, 0, 0);
        var before = cursor.FaultCount;
        if (!cursor.StartObject())
        {
            return false;
        }

        var seen = default(MemberSet);
        while (cursor.NextMember(members, ref seen, out var place))
        {
            there |= 1UL << place;
            right |= fields[place].Read(ref cursor, ref value) ? 1UL << place : 0;
        }

        foreach (var (needs, beside, without, rule) in rules)
        {
            if ((right & needs) == needs && (there & beside) == beside && (there & without) == 0)
            {
                Report(ref cursor, rule.Faults(value));
            }
        }

        return cursor.FaultCount == before && !cursor.Stopped;
    }

    public override bool Check(ref JsonCursor cursor)
    {
        if (rules.Length > 0)
        {
            return Read(ref cursor, out _);
        }

        var before = cursor.FaultCount;
        if (!cursor.StartObject())
        {
            return false;
        }

        var seen = default(MemberSet);
        while (cursor.NextMember(members, ref seen, out var place))
        {
            fields[place].Check(ref cursor);
        }

        return cursor.FaultCount == before && !cursor.Stopped;
    }

    public override void Write(Utf8JsonWriter json, T value, Language language)
    {
        json.WriteStartObject();
        WriteFields(json, value, language);
        json.WriteEndObject();
    }

    /// <summary>The fields alone, where others stand beside them.</summary>
    public void WriteFields(Utf8JsonWriter json, T value, Language language)
    {
        foreach (var field in fields)
        {
            field.Write(json, value, language);
        }
    }

    /// <summary>Faults of the object just read; where there are none the way to it is not written out.</summary>
    private static void Report(ref JsonCursor cursor, Seq<Fault> faults)
    {
        if (faults.IsEmpty)
        {
            return;
        }

        var at = cursor.Pointer;
        foreach (var fault in faults)
        {
            cursor.Report(fault.Under(at));
        }
    }

    /// <summary>The places of fields, as bits.</summary>
    public ulong Places(Arr<Field<T>> some)
    {
        var places = 0UL;
        for (var place = 0; place < contract.Fields.Count; place++)
        {
            places |= some.Exists(field => ReferenceEquals(field, contract.Fields[place])) ? 1UL << place : 0;
        }

        return places;
    }

    private sealed class Making(JsonForms forms) : IFields<T, FieldCodec<T>>
    {
        public FieldCodec<T> Of<V>(Field<T, V> field) => forms.Of(field.Form) is var codec && codec is Codec<Unit> check
            ? new CheckedField<T>(check)
            : new FieldCodec<T, V>(field, codec);
    }
}

/// <summary>The JSON of one field.</summary>
internal abstract class FieldCodec<T>
{
    /// <summary>Reads the value into the object; false where it has a fault.</summary>
    public abstract bool Read(ref JsonCursor cursor, ref T whole);

    /// <summary>Reads the value only to find its faults.</summary>
    public abstract bool Check(ref JsonCursor cursor);

    public abstract void Write(Utf8JsonWriter json, T whole, Language language);
}

/// <summary>The JSON of a field whose value has a type.</summary>
internal sealed class FieldCodec<T, V>(Field<T, V> field, Codec<V> codec) : FieldCodec<T>
{
    private readonly JsonEncodedText name = JsonEncodedText.Encode(field.Name);
    private readonly Func<T, V, T> with = field.With;

    public override bool Read(ref JsonCursor cursor, ref T whole)
    {
        if (!codec.Read(ref cursor, out var value))
        {
            return false;
        }

        whole = with(whole, value);
        return true;
    }

    public override bool Check(ref JsonCursor cursor) => codec.Check(ref cursor);

    public override void Write(Utf8JsonWriter json, T whole, Language language)
    {
        if (field.TryGet(whole, out var value))
        {
            json.WritePropertyName(name);
            codec.Write(json, value, language);
        }
    }
}

/// <summary>The JSON of a field that leaves nothing in the object: it is checked or passed over.</summary>
internal sealed class CheckedField<T>(Codec<Unit> codec) : FieldCodec<T>
{
    public override bool Read(ref JsonCursor cursor, ref T whole) => codec.Read(ref cursor, out _);

    public override bool Check(ref JsonCursor cursor) => codec.Check(ref cursor);

    public override void Write(Utf8JsonWriter json, T whole, Language language)
    {
    }
}
