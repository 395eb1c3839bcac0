using LanguageExt;

namespace Kehu.Wire;

/// <summary>How a value is kept in a few bytes.</summary>
internal sealed record StoredForm<V>(Action<BinaryWriter, V> Write, Func<BinaryReader, V> Read)
{
    /// <summary>The value that a byte holds, where a value is one byte; else null.</summary>
    public Func<byte, V>? OfByte { get; init; }
}

/// <summary>
/// Every form as it is kept in rows of events. Members of enumerations are kept by number, so numbers are never given anew; a product is kept by its code.
/// </summary>
internal sealed class StoredForms : IForms
{
    public static StoredForms All { get; } = new();

    /// <summary>The bytes of a form.</summary>
    public StoredForm<V> Of<V>(Form<V> form) => (StoredForm<V>)form.For(this);

    object IForms.Of(Form.Text form) => Texts;

    object IForms.Of(Form.Code form) => Texts;

    object IForms.Of(Form.Day form) =>
        new StoredForm<DateOnly>((to, day) => to.Write7BitEncodedInt(day.DayNumber), from => DateOnly.FromDayNumber(from.Read7BitEncodedInt()));

    object IForms.Of(Form.Moment form) => new StoredForm<DateTime>((to, moment) => to.Write(moment.Ticks), from => new DateTime(from.ReadInt64()));

    object IForms.Of(Form.Flag form) => new StoredForm<bool>((to, flag) => to.Write(flag), from => from.ReadBoolean());

    object IForms.Of(Form.Whole form) => new StoredForm<long>((to, whole) => to.Write(whole), from => from.ReadInt64());

    object IForms.Of(Form.Count form) => new StoredForm<int>((to, count) => to.Write7BitEncodedInt(count), from => from.Read7BitEncodedInt());

    object IForms.Of(Form.Hundredths form) => new StoredForm<long>((to, hundredths) => to.Write(hundredths), from => from.ReadInt64());

    object IForms.Of(Form.Digits form) => throw NotKept();

    object IForms.Of(Form.Plain form) => Texts;

    object IForms.Of(Form.Instant form) =>
        new StoredForm<DateTime>((to, moment) => to.Write(moment.Ticks), from => new DateTime(from.ReadInt64(), DateTimeKind.Utc));

    object IForms.Of(Form.Amount form) => new StoredForm<Money>((to, amount) => to.Write(amount.Fen), from => new Money(from.ReadInt64()));

    object IForms.Of(Form.Facts form) => throw NotKept();

    object IForms.Of(Form.Origins form) => throw NotKept();

    object IForms.Of(Form.Words form) => throw NotKept();

    object IForms.Of(Form.Passed form) => throw NotKept();

    object IForms.Of<V>(Form.Checked<V> form) => throw NotKept();

    object IForms.Of<E>(Form.Code<E> form) => Enumeration<E>();

    object IForms.Of<E>(Form.Codes<E> form) => Listed(Enumeration<E>());

    object IForms.Of<V>(Form.List<V> form) => Listed(Of(form.Each));

    object IForms.Of<V>(Form.ByName<V> form) => throw NotKept();

    object IForms.Of<V>(Form.OrNull<V> form) => throw NotKept();

    object IForms.Of<V>(Form.Later<V> form) => throw NotKept();

    object IForms.Of<T>(Contract<T> form)
    {
        var contract = new StoredContract<T>(form, this);
        return new StoredForm<T>(contract.Write, contract.Read);
    }

    object IForms.Of(Form.Setting form) => throw NotKept();

    object IForms.Of(Form.InUnit form) => throw NotKept();

    object IForms.Of(Form.Tally form) => throw NotKept();

    object IForms.Of(Form.Factor form) => throw NotKept();

    object IForms.Own<V>(Form<V> form) => throw NotKept();

    private static StoredForm<string> Texts { get; } = new((to, text) => to.Write(text), from => from.ReadString());

    private static StoredForm<E> Enumeration<E>()
        where E : struct, Enum
    {
        var values = Enum.GetValues<E>();
        return new StoredForm<E>((to, one) => to.Write((byte)Array.IndexOf(values, one)), from => values[from.ReadByte()]) { OfByte = held => values[held] };
    }

    private static StoredForm<Arr<V>> Listed<V>(StoredForm<V> each) => new(
        (to, list) =>
        {
            to.Write7BitEncodedInt(list.Count);
            list.Iter(one => each.Write(to, one));
        },
        from => new Arr<V>(Enumerable.Range(0, from.Read7BitEncodedInt()).Select(_ => each.Read(from)).ToArray()));

    private static NotSupportedException NotKept() => new("the form is not kept in rows of events");
}
