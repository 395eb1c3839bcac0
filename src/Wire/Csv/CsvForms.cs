using LanguageExt;

namespace Kehu.Wire;

/// <summary>
/// Every form as columns: a value has one, an object one for each of its fields, a list of objects of two texts one. A column's name is the
/// member's, that of a member within an object behind the object's and a dot.
/// </summary>
internal sealed class CsvForms : IForms
{
    public static CsvForms All { get; } = new();

    /// <summary>The columns of an object, in the order of its fields.</summary>
    public static Arr<CsvColumn> Columns<T>(Contract<T> contract) => contract.Fields.Bind(field => field.For(new Making<T>()));

    object IForms.Of(Form.Text form) => new CsvForm.Text();

    object IForms.Of(Form.Day form) => new CsvForm.Text();

    object IForms.Of(Form.Moment form) => new CsvForm.Text();

    object IForms.Of(Form.Code form) => new CsvForm.Text();

    object IForms.Of<E>(Form.Code<E> form) => new CsvForm.Text();

    object IForms.Of(Form.Flag form) => new CsvForm.Flag();

    object IForms.Of(Form.Whole form) => new CsvForm.Number();

    object IForms.Of(Form.Amount form) => new CsvForm.Number();

    object IForms.Of(Form.Count form) => new CsvForm.Number();

    object IForms.Of(Form.Hundredths form) => new CsvForm.Number();

    object IForms.Of(Form.Digits form) => throw NoColumn();

    object IForms.Of(Form.Plain form) => throw NoColumn();

    object IForms.Of(Form.Instant form) => throw NoColumn();

    object IForms.Of<E>(Form.Codes<E> form) => new CsvForm.Set();

    object IForms.Of(Form.Facts form) => form.Catalogue.All.Map(fact => (fact.Name, Of(fact)));

    object IForms.Of<T>(Contract<T> form) => form.Fields.Map(field => (field.Name, field.For(new OneColumn<T>())));

    object IForms.Of(Form.Origins form) => new CsvForm.Json();

    object IForms.Of(Form.Words form) => throw NoColumn();

    object IForms.Of(Form.Passed form) => throw NoColumn();

    object IForms.Of<V>(Form.Checked<V> form) => throw NoColumn();

    object IForms.Of<V>(Form.List<V> form) => form.Each.For(this) switch
    {
        CsvForm.Text => new CsvForm.Set(),
        Arr<(string Member, CsvForm Form)> { Count: 2 } pair when pair.ForAll(member => member.Form is CsvForm.Text) =>
            new CsvForm.Pairs(pair[0].Member, pair[1].Member),
        _ => throw NoColumn(),
    };

    object IForms.Of<V>(Form.ByName<V> form) => throw NoColumn();

    object IForms.Of<V>(Form.OrNull<V> form) => throw NoColumn();

    object IForms.Of<V>(Form.Later<V> form) => throw NoColumn();

    object IForms.Of(Form.Setting form) => throw NoColumn();

    object IForms.Of(Form.InUnit form) => throw NoColumn();

    object IForms.Of(Form.Tally form) => throw NoColumn();

    object IForms.Of(Form.Factor form) => throw NoColumn();

    object IForms.Own<V>(Form<V> form) => throw NoColumn();

    private static CsvForm Of(Fact fact) => fact switch
    {
        Fact.Amount or Fact.Count or Fact.Share => new CsvForm.Number(),
        Fact.Flag => new CsvForm.Flag(),
        Fact.Several => new CsvForm.Set(),
        Fact.Day or Fact.Choice or Fact.Grade => new CsvForm.Text(),
    };

    private static NotSupportedException NoColumn() => new("the form has no column");

    private sealed class Making<T> : IFields<T, Arr<CsvColumn>>
    {
        public Arr<CsvColumn> Of<V>(Field<T, V> field) => field.Form.For(All) is CsvForm form
            ? Prelude.Array(new CsvColumn(field.Name, "", field.Name, form, field.Occurrence == Occurrence.Needed) { IsSentOnly = field.IsSentOnly })
            : ((Arr<(string Member, CsvForm Form)>)field.Form.For(All)).Map(inner =>
                new CsvColumn($"{field.Name}.{inner.Member}", field.Name, inner.Member, inner.Form, IsNeeded: false) { IsSentOnly = field.IsSentOnly });
    }

    private sealed class OneColumn<T> : IFields<T, CsvForm>
    {
        public CsvForm Of<V>(Field<T, V> field) => (CsvForm)field.Form.For(All);
    }
}
