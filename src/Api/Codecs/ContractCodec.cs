using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Codecs;

/// <summary>The JSON of an object: its fields in the contract's order when it is written, in any order when it is read.</summary>
internal sealed class ContractCodec<T> : Codec<T>
{
    private readonly Contract<T> contract;
    private readonly FieldCodec<T>[] fields;
    private readonly JsonMembers members;
    private readonly (ulong Right, ulong There, ulong Absent, Rule<T> Rule)[] rules;

    public ContractCodec(Contract<T> contract, JsonForms forms)
    {
        this.contract = contract;
        fields = [.. contract.Fields.Map(field => field.For(new Making(forms)))];
        members = new JsonMembers([.. contract.Fields.Map(field => field.Occurrence == Occurrence.Needed ? field.Name : field.Name + "?")]);
        rules = [.. contract.Rules.Map(rule => (Places(contract, rule.Needs), Places(contract, rule.Beside), Places(contract, rule.Without), rule))];
    }

    public override bool Read(ref JsonCursor cursor, out T value)
    {
        value = contract.Blank;
        var before = cursor.FaultCount;
        if (!cursor.StartObject())
        {
            return false;
        }

        var seen = default(MemberSet);
        var (right, there) = (0UL, 0UL);
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
    private static void Report(ref JsonCursor cursor, LanguageExt.Seq<Fault> faults)
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

    private static ulong Places(Contract<T> contract, LanguageExt.Arr<Field<T>> some)
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
        public FieldCodec<T> Of<V>(Field<T, V> field) => new FieldCodec<T, V>(field, forms.Of(field.Form));
    }
}

/// <summary>The JSON of one field.</summary>
internal abstract class FieldCodec<T>
{
    /// <summary>Reads the value into the object; false where it has a fault.</summary>
    public abstract bool Read(ref JsonCursor cursor, ref T whole);

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

    public override void Write(Utf8JsonWriter json, T whole, Language language)
    {
        if (field.TryGet(whole, out var value))
        {
            json.WritePropertyName(name);
            codec.Write(json, value, language);
        }
    }
}
