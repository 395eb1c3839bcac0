namespace Kehu.Domain;

/// <summary>The fields of one sort of object.</summary>
public static class Fields<T>
{
    /// <summary>A field that is always there.</summary>
    public static Field<T, V> Needed<V>(string name, Form<V> form, Func<T, V> get, Func<T, V, T> with) =>
        new(name, Occurrence.Needed, form, get, with);

    /// <summary>A field that is left out where there is no value.</summary>
    public static Field<T, V> Optional<V>(string name, Form<V> form, Func<T, Option<V>> find, Func<T, V, T> with) =>
        new(name, Occurrence.Optional, form, find, with);

    /// <summary>A field that may be left out when it is sent, since the service makes it.</summary>
    public static Field<T, V> Made<V>(string name, Form<V> form, Func<T, V> get, Func<T, V, T> with) =>
        new(name, Occurrence.Made, form, get, with);
}

/// <summary>A field of what is only answered.</summary>
public static class Answered<T>
{
    /// <summary>An object that is only answered: there is none before any of it is read, since it is never read.</summary>
    public static Contract<T> Object(string says, params ReadOnlySpan<Field<T>> fields) => new(says, default!, fields);

    /// <summary>A field that is always there.</summary>
    public static Field<T, V> Always<V>(string name, Form<V> form, Func<T, V> get) =>
        new(name, Occurrence.Needed, form, get, (whole, _) => whole);

    /// <summary>A field that is left out where there is no value.</summary>
    public static Field<T, V> Optional<V>(string name, Form<V> form, Func<T, Option<V>> find) =>
        new(name, Occurrence.Optional, form, find, (whole, _) => whole);

    /// <summary>A field that is <c>null</c> where there is no value.</summary>
    public static Field<T, Option<V>> Nullable<V>(string name, Form<V> form, Func<T, Option<V>> find) =>
        Always(name, new Form.OrNull<V>(form), find);

    /// <summary>The fields of an object that stand among those of this one.</summary>
    public static Arr<Field<T>> Part<U>(Contract<U> inside, Func<T, U> inner) =>
        FieldsOf(inside.Fields, inner);

    /// <summary>The same of some fields.</summary>
    public static Arr<Field<T>> FieldsOf<U>(Arr<Field<U>> fields, Func<T, U> inner) =>
        fields.Map(field => field.For(new Lifting<U, T>(inner, (whole, _) => whole)));

    /// <summary>The same of an object that may not be there: nor are its fields then.</summary>
    public static Arr<Field<T>> FieldsWhereThere<U>(Arr<Field<U>> fields, Func<T, Option<U>> inner) =>
        fields.Map(field => field.For(new LiftWhereThere<U>(inner)));

    private sealed class LiftWhereThere<U>(Func<T, Option<U>> inner) : IFields<U, Field<T>>
    {
        public Field<T> Of<V>(Field<U, V> field) => Optional(
            field.Name, field.Form, whole => inner(whole).Bind(found => field.TryGet(found, out var value) ? Some(value) : None)) with
        { Says = field.Says, IsPersonal = field.IsPersonal };
    }
}

/// <summary>A field of what is only sent.</summary>
public static class Sent<T>
{
    /// <summary>A field that has to be there.</summary>
    public static Field<T, V> Needed<V>(string name, Form<V> form, Func<T, V, T> with) => new(name, Occurrence.Needed, form, _ => Option<V>.None, with);

    /// <summary>A field that may be left out.</summary>
    public static Field<T, V> Optional<V>(string name, Form<V> form, Func<T, V, T> with) => new(name, Occurrence.Optional, form, _ => Option<V>.None, with);
}
