namespace Kehu.Domain;

/// <summary>When a field is there.</summary>
public enum Occurrence
{
    /// <summary>Sent and answered.</summary>
    Needed = 0,

    /// <summary>May be left out, and is where nothing is known; <c>null</c> in a request is left out.</summary>
    Optional,

    /// <summary>May be left out when it is sent, since the service makes it; always answered.</summary>
    Made,
}

/// <summary>One field of an object on the wire.</summary>
/// <typeparam name="T">The object.</typeparam>
public abstract record Field<T>
{
    private protected Field(string name, Occurrence occurrence) => (Name, Occurrence) = (name, occurrence);

    /// <summary>Its name on the wire.</summary>
    public string Name { get; }

    public Occurrence Occurrence { get; }

    /// <summary>What it is, for readers of the API's description; empty where the name says it.</summary>
    public string Says { get; init; } = "";

    /// <summary>True for what tells who the customer is, or was said by or about the customer: nothing of it is left when the customer is withdrawn.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>True for what is read where it is sent, and never answered or stored with the object.</summary>
    public bool IsSentOnly { get; init; }

    /// <summary>
    /// Its number in the stored form, from 0; never given to another field. None for what is not stored there, such as parts of the row's key.
    /// </summary>
    public Option<int> Stored { get; init; }

    /// <summary>Where the field's value would be wrong, for faults found later.</summary>
    public string Pointer => "/" + Name;

    /// <summary>What somebody makes of the field with the type of its value.</summary>
    public abstract R For<R>(IFields<T, R> reader);

    /// <summary>A fault of the field.</summary>
    public Fault Fault(string code, string en, string zh) => Domain.Fault.At(Pointer, code, en, zh);
}

/// <summary>Something made of each field.</summary>
public interface IFields<T, out R>
{
    R Of<V>(Field<T, V> field);
}

/// <summary>A field with the form of its value, and where the value stands in the object.</summary>
public sealed record Field<T, V> : Field<T>
{
    private readonly Func<T, Option<V>> find;
    private readonly Func<T, V>? get;

    /// <summary>A field that is always there.</summary>
    internal Field(string name, Occurrence occurrence, Form<V> form, Func<T, V> get, Func<T, V, T> with)
        : base(name, occurrence) => (Form, this.get, find, With) = (form, get, whole => Some(get(whole)), with);

    /// <summary>A field that may not be there.</summary>
    internal Field(string name, Occurrence occurrence, Form<V> form, Func<T, Option<V>> find, Func<T, V, T> with)
        : base(name, occurrence) => (Form, this.find, With) = (form, find, with);

    public Form<V> Form { get; }

    /// <summary>The object with the field's value.</summary>
    public Func<T, V, T> With { get; }

    /// <summary>The field's value, if the object has one.</summary>
    public bool TryGet(T whole, out V value)
    {
        if (get is not null)
        {
            value = get(whole);
            return true;
        }

        var found = find(whole);
        value = found.IfNoneUnsafe(default(V)!)!;
        return found.IsSome;
    }

    public override R For<R>(IFields<T, R> reader) => reader.Of(this);

    /// <summary>The field of another object that is read from the same text.</summary>
    public Field<U, V> Onto<U>(Occurrence occurrence, Func<U, V, U> with) =>
        new(Name, occurrence, Form, _ => Option<V>.None, with) { Says = Says, IsPersonal = IsPersonal };

    /// <summary>The same field of an object that has this one inside.</summary>
    public Field<U, V> Within<U>(Func<U, T> inner, Func<U, T, U> with)
    {
        U Put(U whole, V value) => with(whole, With(inner(whole), value));
        var field = get is { } always
            ? new Field<U, V>(Name, Occurrence, Form, whole => always(inner(whole)), Put)
            : new Field<U, V>(Name, Occurrence, Form, whole => find(inner(whole)), Put);
        return field with { Says = Says, IsPersonal = IsPersonal, Stored = Stored };
    }
}

/// <summary>The fields of an object, as fields of one that has it inside.</summary>
internal sealed class Lifting<T, U>(Func<U, T> inner, Func<U, T, U> with) : IFields<T, Field<U>>
{
    public Field<U> Of<V>(Field<T, V> field) => field.Within(inner, with);
}
