using System.Numerics;

namespace Kehu.Domain;

/// <summary>
/// What one value on the wire is, said once and without saying how it is read or written. Each edge has a reading of all forms (<see cref="IForms"/>):
/// JSON, JSON Schema, CSV columns, stored bytes.
/// </summary>
/// <typeparam name="V">The value that the core works with.</typeparam>
public abstract record Form<V>
{
    /// <summary>What an edge makes of the form; it makes one thing of the type that belongs to <typeparamref name="V"/>.</summary>
    public abstract object For(IForms edge);
}

/// <summary>An edge: what it makes of each form. A form that is added has to be said here, so that no edge forgets it.</summary>
public interface IForms
{
    object Of(Form.Text form);

    object Of(Form.Day form);

    object Of(Form.Moment form);

    object Of(Form.Flag form);

    object Of(Form.Whole form);

    object Of(Form.Count form);

    object Of(Form.Hundredths form);

    object Of(Form.Digits form);

    object Of(Form.Plain form);

    object Of(Form.Instant form);

    object Of(Form.Amount form);

    object Of(Form.Facts form);

    object Of(Form.Origins form);

    object Of(Form.Words form);

    object Of(Form.Passed form);

    object Of<V>(Form.Checked<V> form);

    object Of(Form.Code form);

    object Of<E>(Form.Code<E> form)
        where E : struct, Enum;

    object Of<E>(Form.Codes<E> form)
        where E : struct, Enum;

    object Of<V>(Form.List<V> form);

    object Of<V>(Form.ByName<V> form);

    object Of<V>(Form.OrNull<V> form);

    object Of<V>(Form.Later<V> form);

    object Of<T>(Contract<T> form);

    object Of(Form.Setting form);

    object Of(Form.InUnit form);

    object Of(Form.Tally form);

    object Of(Form.Factor form);

    /// <summary>A form of the edge's own, where speed justifies that it is written by hand.</summary>
    object Own<V>(Form<V> form);
}

/// <summary>Says whether a text is right, before a string is made of it.</summary>
public delegate bool TextTest(ReadOnlySpan<char> text);

/// <summary>The forms of single values.</summary>
public static class Form
{
    /// <summary>A text.</summary>
    /// <param name="Most">The most characters that are read at all.</param>
    /// <param name="IsRight">True for a text of that length with which nothing is wrong; most are.</param>
    /// <param name="Wrong">What is wrong with any other.</param>
    /// <param name="Longest">The most characters of a right one.</param>
    /// <param name="Pattern">The regular expression of right ones, where there is one.</param>
    public sealed record Text(int Most, TextTest IsRight, Func<string, Seq<Fault>> Wrong, int Longest, Option<string> Pattern) : Form<string>
    {
        /// <summary>What is wrong with a text of that length.</summary>
        public Seq<Fault> Faults(string text) => IsRight(text) ? Seq<Fault>() : Wrong(text);

        /// <summary>The same where only one text is right, such as the one in the address.</summary>
        public Text Only(string right, string code, string en, string zh)
        {
            var (any, wrong) = (IsRight, Wrong);
            return this with
            {
                IsRight = text => any(text) && text.SequenceEqual(right),
                Wrong = text => any(text) ? Seq1(Fault.At("", code, en, zh)) : wrong(text),
            };
        }

        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A day of the calendar, within <see cref="Spans.Dates"/> unless said otherwise.</summary>
    public sealed record Day : Form<DateOnly>
    {
        /// <summary>The days that are known, by number.</summary>
        public Interval Known { get; init; } = Spans.Dates;

        /// <summary>What is wrong with any other day.</summary>
        public Fault Outside { get; init; } = Domain.Fault.At(
            "", "date.out-of-range", "dates lie between 1900-01-01 and 2100-12-31", "日期须在 1900-01-01 至 2100-12-31 之间");

        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A moment in the bank's time (UTC+8), to the second.</summary>
    public sealed record Moment : Form<DateTime>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>Yes or no.</summary>
    public sealed record Flag : Form<bool>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A whole number between two bounds, both included.</summary>
    public sealed record Whole(long Least, long Most) : Form<long>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>The same where 32 bits are enough.</summary>
    public sealed record Count(int Least, int Most) : Form<int>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>
    /// A number with at most two decimals, held in hundredths (basis points of a percentage), from nothing to a bound;
    /// what is none is a fault of this code.
    /// </summary>
    public sealed record Hundredths(long Most, string Fault) : Form<long>
    {
        /// <summary>The code of the fault of more decimals, where that is another than the one of what lies outside.</summary>
        public Option<string> TooFine { get; init; }

        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A number in digits as they are, with all its decimals; only answered.</summary>
    public sealed record Digits : Form<string>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A text of the service's own, such as an id or a hash; only answered.</summary>
    public sealed record Plain : Form<string>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A moment in UTC, with as many digits of a second as it has; sent where a log travels with its moments.</summary>
    public sealed record Instant : Form<DateTime>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>An amount of money from nothing to a bound, in yuan with at most two decimals; what is none is a fault of this code.</summary>
    public sealed record Amount(Money Most, string Fault) : Form<Money>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>The facts of a customer, one member for each of a catalogue.</summary>
    public sealed record Facts(FactCatalogue Catalogue) : Form<KnownFacts>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>Where the members of a record come from: by source, by date, their names.</summary>
    /// <param name="IsMember">Whether a record has a member of a name.</param>
    public sealed record Origins(Func<string, bool> IsMember) : Form<Provenance>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>Words in the language of whoever asked; only answered, never sent.</summary>
    public sealed record Words : Form<Label>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>Whatever stands there is passed over.</summary>
    public sealed record Passed : Form<Unit>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>Whatever stands there has to be right, and is of no use.</summary>
    public sealed record Checked<V>(Form<V> Inner) : Form<Unit>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>One of a closed list of codes that are no enumeration, such as products.</summary>
    public sealed record Code(Arr<string> All) : Form<string>
    {
        /// <summary>Where a caller finds them, where they are many.</summary>
        public Option<string> ListedAt { get; init; }

        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>One of an enumeration, by its code. Its members are numbered from 0 without gaps, in the order in which they are told.</summary>
    public sealed record Code<E>(Func<E, string> Of) : Form<E>
        where E : struct, Enum
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>Several of an enumeration, without repeats and in its order.</summary>
    public sealed record Codes<E>(Code<E> Each) : Form<Arr<E>>
        where E : struct, Enum
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A list of values.</summary>
    public sealed record List<V>(Form<V> Each) : Form<Arr<V>>
    {
        /// <summary>True where a list without values says nothing and is a fault.</summary>
        public bool IsSome { get; init; }

        /// <summary>The most values, and the fault of more, told of the list.</summary>
        public Option<(int Values, Fault Fault)> Most { get; init; }

        /// <summary>What no two objects may have alike.</summary>
        public Option<Once<V>> Once { get; init; }

        /// <summary>The name under which the API's description has the list; none for one that is described where it stands.</summary>
        public Option<string> Name { get; init; }

        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>Values by their names, as an object whose members are not known beforehand.</summary>
    public sealed record ByName<V>(Form<V> Each) : Form<Arr<(string Name, V Value)>>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A value, or <c>null</c> where there is none; only answered: what is sent leaves it out.</summary>
    public sealed record OrNull<V>(Form<V> Inner) : Form<Option<V>>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A form that is made when it is first needed, since it is within itself. The contract that it leads to has a name.</summary>
    public sealed record Later<V>(string Name, Func<Form<V>> Form) : Form<V>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A house number of a standard: a whole number, or yes or no.</summary>
    public sealed record Setting : Form<StandardValue>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A value in the unit in which its fact is sent; only answered.</summary>
    public sealed record InUnit : Form<UnitValue>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>A whole number with all its digits, which may be more than 64 bits hold; only answered.</summary>
    public sealed record Tally : Form<BigInteger>
    {
        public override object For(IForms edge) => edge.Of(this);
    }

    /// <summary>
    /// How many times as much: a number with at most two decimals, in hundredths. One with more decimals, or beyond 64 bits, is none; a rule of the object says
    /// what is wrong with it, and with one that is not within the bounds, which are for readers of the description.
    /// </summary>
    public sealed record Factor(long Least, long Most) : Form<Option<long>>
    {
        public override object For(IForms edge) => edge.Of(this);
    }
}
