using System.Globalization;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>A value of one form as a field of a table of answers.</summary>
internal sealed record Cell<V>(Func<V, Language, CsvField> Of);

/// <summary>Every form as a field of a table of answers, to be read by people and spreadsheets. What is more than one value has no field.</summary>
internal sealed class TableForms : IForms
{
    private static readonly Cell<string> Text = new((text, _) => CsvField.Text(text));

    public static TableForms All { get; } = new();

    /// <summary>The field of a form.</summary>
    public Cell<V> Of<V>(Form<V> form) => (Cell<V>)form.For(this);

    object IForms.Of(Form.Text form) => Text;

    object IForms.Of(Form.Plain form) => Text;

    object IForms.Of(Form.Code form) => Text;

    object IForms.Of<E>(Form.Code<E> form) => new Cell<E>((one, _) => CsvField.Text(form.Of(one)));

    object IForms.Of(Form.Origins form) => throw NoField();

    object IForms.Of(Form.Words form) => new Cell<Label>((words, language) => CsvField.Text(words.In(language)));

    object IForms.Of(Form.Day form) => new Cell<DateOnly>((day, _) => CsvField.Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    object IForms.Of(Form.Moment form) => throw NoField();

    object IForms.Of(Form.Instant form) => throw NoField();

    object IForms.Of(Form.Flag form) => throw NoField();

    object IForms.Of(Form.Whole form) => new Cell<long>((whole, _) => CsvField.Number(whole));

    object IForms.Of(Form.Count form) => new Cell<int>((count, _) => CsvField.Number(count));

    object IForms.Of(Form.Hundredths form) => new Cell<long>((hundredths, _) => CsvField.Digits(Decimals.Plain(hundredths, 2)));

    object IForms.Of(Form.Amount form) => new Cell<Money>((amount, _) => CsvField.Digits(Decimals.Plain(amount.Fen, 2)));

    object IForms.Of(Form.Digits form) => new Cell<string>((digits, _) => CsvField.Digits(digits));

    object IForms.Of(Form.Factor form) => throw NoField();

    object IForms.Of(Form.Facts form) => throw NoField();

    object IForms.Of(Form.Passed form) => throw NoField();

    object IForms.Of<V>(Form.Checked<V> form) => throw NoField();

    object IForms.Of(Form.InUnit form) => throw NoField();

    object IForms.Of(Form.Setting form) => throw NoField();

    object IForms.Of(Form.Tally form) => throw NoField();

    object IForms.Of<E>(Form.Codes<E> form) => throw NoField();

    object IForms.Of<V>(Form.List<V> form) => throw NoField();

    object IForms.Of<V>(Form.ByName<V> form) => throw NoField();

    object IForms.Of<V>(Form.Later<V> form) => throw NoField();

    object IForms.Of<T>(Contract<T> form) => throw NoField();

    object IForms.Of<V>(Form.OrNull<V> form)
    {
        var inner = Of(form.Inner);
        return new Cell<Option<V>>((value, language) => value.Match(Some: one => inner.Of(one, language), None: () => default));
    }

    object IForms.Own<V>(Form<V> form) => throw NoField();

    private static NotSupportedException NoField() => new("the form has no field in a table of answers");
}

/// <summary>Objects as a table: a column a field, under the field's name; empty where the object does not have it.</summary>
internal sealed class ContractTable<T>(Contract<T> contract)
{
    private readonly Arr<string> header = contract.Fields.Map(field => field.Name);
    private readonly Arr<Func<T, Language, CsvField>> cells = contract.Fields.Map(field => field.For(new Making()));

    /// <summary>A row an object, made while it is written.</summary>
    public CsvTable Of(IEnumerable<T> rows, Language language) => new(header, rows.Select(row => cells.Map(cell => cell(row, language))));

    private sealed class Making : IFields<T, Func<T, Language, CsvField>>
    {
        public Func<T, Language, CsvField> Of<V>(Field<T, V> field)
        {
            var cell = TableForms.All.Of(field.Form);
            return (row, language) => field.TryGet(row, out var value) ? cell.Of(value, language) : default;
        }
    }
}
