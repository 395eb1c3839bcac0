using Kehu.Domain;

namespace Kehu.Api.Codecs;

/// <summary>
/// An object in a few bytes: what is always there in the order of the stored numbers, then a bit for each field that may be left out, then those that
/// are there. A field that is added later may be left out and has the highest number, so that what was kept before is read as before.
/// </summary>
internal sealed class StoredContract<T>
{
    private readonly StoredField<T>[] always;
    private readonly StoredField<T>[] perhaps;

    public StoredContract(Contract<T> contract, StoredForms forms)
    {
        var kept = contract.Fields.Filter(field => field.Stored.IsSome).OrderBy(field => field.Stored.IfNone(0)).ToList();
        always = [.. kept.Where(field => field.Occurrence == Occurrence.Needed).Select(field => field.For(new Making(forms)))];
        perhaps = [.. kept.Where(field => field.Occurrence != Occurrence.Needed).Select(field => field.For(new Making(forms)))];
    }

    public void Write(BinaryWriter to, T whole)
    {
        foreach (var field in always)
        {
            field.Write(to, whole);
        }

        if (perhaps.Length > 0)
        {
            to.Write7BitEncodedInt(There(whole));
        }

        foreach (var field in perhaps)
        {
            if (field.IsIn(whole))
            {
                field.Write(to, whole);
            }
        }
    }

    /// <summary>The object, begun with what is kept elsewhere.</summary>
    public T Read(BinaryReader from, T whole)
    {
        foreach (var field in always)
        {
            whole = field.Read(from, whole);
        }

        var there = perhaps.Length > 0 ? from.Read7BitEncodedInt() : 0;
        for (var place = 0; place < perhaps.Length; place++)
        {
            whole = (there >> place & 1) == 1 ? perhaps[place].Read(from, whole) : whole;
        }

        return whole;
    }

    private int There(T whole)
    {
        var there = 0;
        for (var place = 0; place < perhaps.Length; place++)
        {
            there |= perhaps[place].IsIn(whole) ? 1 << place : 0;
        }

        return there;
    }

    private sealed class Making(StoredForms forms) : IFields<T, StoredField<T>>
    {
        public StoredField<T> Of<V>(Field<T, V> field) => new StoredField<T, V>(field, forms.Of(field.Form));
    }
}

/// <summary>One field as it is kept.</summary>
internal abstract class StoredField<T>
{
    public abstract bool IsIn(T whole);

    public abstract void Write(BinaryWriter to, T whole);

    public abstract T Read(BinaryReader from, T whole);
}

/// <summary>One field whose value has a type, as it is kept.</summary>
internal sealed class StoredField<T, V>(Field<T, V> field, StoredForm<V> form) : StoredField<T>
{
    public override bool IsIn(T whole) => field.TryGet(whole, out _);

    public override void Write(BinaryWriter to, T whole)
    {
        if (field.TryGet(whole, out var value))
        {
            form.Write(to, value);
        }
    }

    public override T Read(BinaryReader from, T whole) => field.With(whole, form.Read(from));
}
