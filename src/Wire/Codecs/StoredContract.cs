using System.Numerics;

namespace Kehu.Wire;

/// <summary>
/// An object in a few bytes: what is always there in the order of the stored numbers, then a bit for each field that may be left out, then those that are
/// there. A field that is added later may be left out and has the highest number, so that what was kept before is read as before.
/// </summary>
/// <remarks>
/// Where the first fields are members of enumerations, a byte each, what they make is remembered by these bytes: millions of events are of few kinds, and
/// each is then a copy of one of them and not of one a field.
/// </remarks>
internal sealed class StoredContract<T>
{
    /// <summary>How many bytes tell a beginning, with the bits among them: they and a mark of their number are one number.</summary>
    private const int LongestBeginning = sizeof(ulong) - 1;

    private readonly T blank;
    private readonly StoredField<T>[] always;
    private readonly StoredField<T>[] perhaps;
    private readonly Beginnings<T> beginnings = new();

    /// <summary>How many of those that may be left out belong to the beginning; none where an object has no such beginning.</summary>
    private readonly int beginning;

    public StoredContract(Contract<T> contract, StoredForms forms)
    {
        blank = contract.Blank;
        var kept = contract.Fields.Filter(field => field.Stored.IsSome).OrderBy(field => field.Stored.IfNone(0)).ToList();
        always = [.. kept.Where(field => field.Occurrence == Occurrence.Needed).Select(field => field.For(new Making(forms)))];
        perhaps = [.. kept.Where(field => field.Occurrence != Occurrence.Needed).Select(field => field.For(new Making(forms)))];
        var begins = perhaps.Length is > 0 and <= 7 && always.Length + 1 < LongestBeginning && always.All(field => field.IsByte);
        beginning = begins ? perhaps.TakeWhile(field => field.IsByte).Take(LongestBeginning - always.Length - 1).Count() : 0;
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

    /// <summary>The object, whatever is kept elsewhere of it as in the blank one.</summary>
    public T Read(BinaryReader from)
    {
        var (whole, there) = beginning > 0 ? Begun(from) : Begun(from, blank);
        for (var place = beginning; place < perhaps.Length; place++)
        {
            whole = (there >> place & 1) == 1 ? perhaps[place].Read(from, whole) : whole;
        }

        return whole;
    }

    private (T Whole, int There) Begun(BinaryReader from, T whole)
    {
        foreach (var field in always)
        {
            whole = field.Read(from, whole);
        }

        return (whole, perhaps.Length > 0 ? from.Read7BitEncodedInt() : 0);
    }

    private (T Whole, int There) Begun(BinaryReader from)
    {
        var bytes = 1UL;
        for (var place = 0; place < always.Length; place++)
        {
            bytes = bytes << 8 | from.ReadByte();
        }

        var there = from.ReadByte();
        bytes = bytes << 8 | there;
        for (var place = 0; place < beginning; place++)
        {
            bytes = (there >> place & 1) == 1 ? bytes << 8 | from.ReadByte() : bytes;
        }

        return (beginnings.TryFind(bytes, out var known) ? known : beginnings.Keep(bytes, Made(bytes)), there);
    }

    /// <summary>What the bytes of a beginning make; the mark in front says how many they are.</summary>
    private T Made(ulong bytes)
    {
        var left = (63 - BitOperations.LeadingZeroCount(bytes)) / 8;
        var whole = blank;
        foreach (var field in always)
        {
            whole = field.Of((byte)(bytes >> (8 * --left)), whole);
        }

        var there = (byte)(bytes >> (8 * --left));
        for (var place = 0; place < beginning; place++)
        {
            whole = (there >> place & 1) == 1 ? perhaps[place].Of((byte)(bytes >> (8 * --left)), whole) : whole;
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

/// <summary>What came of the bytes with which objects begin, as far as there is room: a later one takes the place of an earlier.</summary>
internal sealed class Beginnings<T>
{
    /// <summary>How many there is room for, as a power of two (house).</summary>
    private const int Bits = 9;

    /// <summary>A beginning is never changed, so that threads may write over each other's.</summary>
    private readonly Beginning?[] known = new Beginning?[1 << Bits];

    public bool TryFind(ulong bytes, out T whole)
    {
        var found = known[Place(bytes)];
        whole = found is not null ? found.Whole : default!;
        return found is not null && found.Bytes == bytes;
    }

    public T Keep(ulong bytes, T whole)
    {
        known[Place(bytes)] = new Beginning(bytes, whole);
        return whole;
    }

    private static int Place(ulong bytes) => (int)(bytes * 0x9E3779B97F4A7C15 >> (64 - Bits));

    private sealed record Beginning(ulong Bytes, T Whole);
}

/// <summary>One field as it is kept.</summary>
internal abstract class StoredField<T>
{
    /// <summary>True where a byte holds its value.</summary>
    public abstract bool IsByte { get; }

    public abstract bool IsIn(T whole);

    public abstract void Write(BinaryWriter to, T whole);

    public abstract T Read(BinaryReader from, T whole);

    /// <summary>The object with the value that a byte holds.</summary>
    public abstract T Of(byte held, T whole);
}

/// <summary>One field whose value has a type, as it is kept.</summary>
internal sealed class StoredField<T, V>(Field<T, V> field, StoredForm<V> form) : StoredField<T>
{
    public override bool IsByte => form.OfByte is not null;

    public override bool IsIn(T whole) => field.TryGet(whole, out _);

    public override void Write(BinaryWriter to, T whole)
    {
        if (field.TryGet(whole, out var value))
        {
            form.Write(to, value);
        }
    }

    public override T Read(BinaryReader from, T whole) => field.With(whole, form.Read(from));

    public override T Of(byte held, T whole) => field.With(whole, form.OfByte!(held));
}
