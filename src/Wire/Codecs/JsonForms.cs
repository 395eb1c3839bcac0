using Microsoft.OpenApi;

namespace Kehu.Wire;

/// <summary>Every form as JSON.</summary>
internal sealed class JsonForms : IForms
{
    public static JsonForms All { get; } = new();

    /// <summary>The codec of a form.</summary>
    public Codec<V> Of<V>(Form<V> form) => (Codec<V>)form.For(this);

    /// <summary>The codec of an object.</summary>
    public ContractCodec<T> Of<T>(Contract<T> contract) => new(contract, this);

    object IForms.Of(Form.Text form) => new TextCodec(form);

    object IForms.Of(Form.Day form) => new DayCodec(form);

    object IForms.Of(Form.Moment form) => new MomentCodec();

    object IForms.Of(Form.Flag form) => new FlagCodec();

    object IForms.Of(Form.Whole form) => new WholeCodec(form);

    object IForms.Of(Form.Count form) => new CountCodec(form);

    object IForms.Of(Form.Hundredths form) => new HundredthsCodec(form);

    object IForms.Of(Form.Digits form) => new DigitsCodec();

    object IForms.Of(Form.Plain form) => new PlainCodec();

    object IForms.Of(Form.Instant form) => new InstantCodec();

    object IForms.Of(Form.Amount form) => new AmountCodec(form);

    object IForms.Of(Form.Facts form) => new FactsCodec(FactsJson.For(form.Catalogue));

    object IForms.Of(Form.Origins form) => new OriginsCodec(form);

    object IForms.Of(Form.Words form) => new WordsCodec();

    object IForms.Of(Form.Passed form) => new PassedCodec();

    object IForms.Of<V>(Form.Checked<V> form) => new CheckedCodec<V>(Of(form.Inner));

    object IForms.Of(Form.Code form) => new NameCodec(form);

    object IForms.Of<E>(Form.Code<E> form) => new CodeCodec<E>(form);

    object IForms.Of<E>(Form.Codes<E> form) => new CodesCodec<E>(form);

    object IForms.Of<V>(Form.List<V> form) => new ListCodec<V>(Of(form.Each), form);

    object IForms.Of<V>(Form.ByName<V> form) => new ByNameCodec<V>(Of(form.Each));

    object IForms.Of<V>(Form.OrNull<V> form) => new OrNullCodec<V>(Of(form.Inner));

    object IForms.Of<V>(Form.Later<V> form) => new LaterCodec<V>(() => Of(form.Form()));

    object IForms.Of<T>(Contract<T> form) => Of(form);

    object IForms.Of(Form.Setting form) => new SettingCodec();

    object IForms.Of(Form.InUnit form) => new UnitCodec();

    object IForms.Of(Form.Tally form) => new TallyCodec();

    object IForms.Of(Form.Factor form) => new FactorCodec();

    object IForms.Own<V>(Form<V> form) => ((OwnForm<V>)form).Codec;
}

/// <summary>A form whose JSON is written by hand: what every customer has, since speed justifies it, and what other readers are made of.</summary>
/// <param name="Codec">Its JSON.</param>
/// <param name="Schema">Its schema in the document.</param>
internal sealed record OwnForm<V>(Codec<V> Codec, Func<OpenApiDocument, IOpenApiSchema> Schema) : Form<V>
{
    public override object For(IForms edge) => edge.Own(this);
}
