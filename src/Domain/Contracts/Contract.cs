namespace Kehu.Domain;

/// <summary>What fields of one object must fulfil together.</summary>
/// <param name="Needs">The fields that it reads: it is looked at only where they are there and right.</param>
/// <param name="Faults">What is wrong; the faults lie within the object.</param>
public sealed record Rule<T>(Arr<Field<T>> Needs, Func<T, Seq<Fault>> Faults)
{
    /// <summary>Fields that have to be there besides, right or wrong.</summary>
    public Arr<Field<T>> Beside { get; init; } = Array<Field<T>>();

    /// <summary>Fields that have to be left out besides.</summary>
    public Arr<Field<T>> Without { get; init; } = Array<Field<T>>();

    /// <summary>The same rule of an object that has this one inside.</summary>
    internal Rule<U> Within<U>(Arr<(Field<T> From, Field<U> To)> lifted, Func<U, T> inner) =>
        new(To(Needs, lifted), whole => Faults(inner(whole))) { Beside = To(Beside, lifted), Without = To(Without, lifted) };

    private static Arr<Field<U>> To<U>(Arr<Field<T>> fields, Arr<(Field<T> From, Field<U> To)> lifted) =>
        lifted.Filter(pair => fields.Exists(field => ReferenceEquals(field, pair.From))).Map(pair => pair.To);
}

/// <summary>What no two objects of a list may have alike; the fault is told of the later one, and lies within it.</summary>
/// <param name="Needs">The fields that have to be right.</param>
/// <param name="OrLeftOut">Those that have to be right or left out.</param>
/// <param name="Key">What may not be alike.</param>
/// <param name="Fault">The fault of another one with the same.</param>
public sealed record Once<T>(Arr<Field<T>> Needs, Arr<Field<T>> OrLeftOut, Func<T, object> Key, Fault Fault);

/// <summary>
/// What an object on the wire is, said once: reading with all faults, writing, schemas as sent and as answered, CSV columns, what is personal
/// and the stored form follow. It stands in the file of the record that it describes.
/// </summary>
public sealed record Contract<T> : Form<T>
{
    /// <summary>The most fields of an object.</summary>
    public const int MostFields = 64;

    /// <summary>An object.</summary>
    /// <param name="says">What it is, for readers of the API's description.</param>
    /// <param name="blank">The object before anything of it is read.</param>
    /// <param name="fields">Its fields, in the order in which they are written.</param>
    public Contract(string says, T blank, params ReadOnlySpan<Field<T>> fields)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fields.Length, MostFields, nameof(fields));
        (Says, Blank, Fields) = (says, blank, new Arr<Field<T>>(fields.ToArray()));
    }

    public string Says { get; }

    public T Blank { get; }

    public Arr<Field<T>> Fields { get; }

    /// <summary>What fields must fulfil together, in the order in which their faults are told.</summary>
    public Arr<Rule<T>> Rules { get; init; } = Array<Rule<T>>();

    /// <summary>The name under which the API's description has it; none for what is described where it stands.</summary>
    public Option<string> Name { get; init; }

    public override object For(IForms edge) => edge.Of(this);

    /// <summary>An object that has other fields before those of this one, as what is sent has the customer whose event it is.</summary>
    public Contract<U> Within<U>(string says, U blank, Func<U, T> inner, Func<U, T, U> with, params ReadOnlySpan<Field<U>> before)
    {
        var lifted = Fields.Map(field => (From: field, To: field.For(new Lifting<T, U>(inner, with))));
        return new Contract<U>(says, blank, [.. before, .. lifted.Map(pair => pair.To)])
        {
            Rules = Rules.Map(rule => rule.Within(lifted, inner)),
        };
    }

    /// <summary>
    /// Another object that is read from the same text: it takes the fields given; all others are read to be checked, or passed over, and may be left out.
    /// </summary>
    public Contract<U> Onto<U>(string says, U blank, bool checkOthers, params ReadOnlySpan<Field<U>> taken)
    {
        var kept = new Arr<Field<U>>(taken.ToArray());
        var fields = Fields.Map(field => kept.Find(same => same.Name == field.Name).IfNone(() => field.For(new Left<U>(checkOthers))));
        return new Contract<U>(says, blank, [.. fields]);
    }

    private sealed class Left<U>(bool check) : IFields<T, Field<U>>
    {
        public Field<U> Of<V>(Field<T, V> field) => new Field<U, Unit>(
            field.Name, Occurrence.Optional, check ? new Form.Checked<V>(field.Form) : new Form.Passed(), _ => Option<Unit>.None, (whole, _) => whole)
        {
            Says = field.Says,
            IsPersonal = field.IsPersonal,
        };
    }
}
