namespace Kehu.Domain;

/// <summary>An entry of a catalogue of facts as it is listed: a fact that is sent, or one derived from others.</summary>
public abstract record CatalogueEntry
{
    private CatalogueEntry()
    {
    }

    /// <summary>A member of a closed list as it is listed.</summary>
    private static readonly Contract<Member> Listed = Answered<Member>.Object(
        "One of a closed list; grades come from the lowest to the highest.",
        Answered<Member>.Always("code", Forms.Plain, member => member.Code),
        Answered<Member>.Always("label", Forms.Words, member => member.Label));

    /// <summary>A fact that is sent.</summary>
    public sealed record Sent(Fact Fact) : CatalogueEntry;

    /// <summary>A fact derived from others.</summary>
    public sealed record Derived(DerivedFact Fact) : CatalogueEntry;

    /// <summary>
    /// An entry on the wire: meaning, marks and bounds are those of facts that are sent, codes those of lists, inputs those of derived facts.
    /// </summary>
    public static Contract<CatalogueEntry> Contract { get; } = Answered<CatalogueEntry>.Object(
        "A fact of the catalogue, or one derived from others; meaning, marks and bounds are those of facts that are sent, "
            + "codes those of lists, inputs those of derived facts.",
        Answered<CatalogueEntry>.Always("name", Forms.Plain, entry => entry.Name),
        Answered<CatalogueEntry>.Always("type", new Form.Code(FactTypes.All), entry => entry.Type),
        Answered<CatalogueEntry>.Always("label", Forms.Words, entry => entry.Label),
        Answered<CatalogueEntry>.Optional("meaning", Forms.Words, entry => entry.Head.Map(head => head.Meaning)),
        Answered<CatalogueEntry>.Always("kinds", Forms.Kinds, entry => CustomerKinds.All.Filter(kind => entry.Scope.Covers(kind))),
        Answered<CatalogueEntry>.Always("direction", Forms.One<Direction>(Directions.Code), entry => entry.Direction),
        Answered<CatalogueEntry>.Optional("protected", Forms.Flag, entry => entry.Head.Map(head => head.Protected)),
        Answered<CatalogueEntry>.Optional("fixed", Forms.Flag, entry => entry.Head.Map(head => head.Fixed)),
        Answered<CatalogueEntry>.Always("derived", Forms.Flag, entry => entry is Derived),
        Answered<CatalogueEntry>.Optional("min", Forms.InUnit, entry => entry.Bounded.Map(fact => UnitValue.Of(fact, fact.Accepted.Low))) with
        { Says = "The least legal value: a number or a date." },
        Answered<CatalogueEntry>.Optional("max", Forms.InUnit, entry => entry.Bounded.Map(fact => UnitValue.Of(fact, fact.Accepted.High))) with
        { Says = "The highest legal value: a number or a date." },
        Answered<CatalogueEntry>.Optional("codes", Forms.List(Listed), entry => entry.Codes),
        Answered<CatalogueEntry>.Optional("inputs", Forms.List(Forms.Plain), entry => entry.Inputs)) with
    { Name = "Fact" };

    /// <summary>The wire name.</summary>
    public string Name => this switch
    {
        Sent(var fact) => fact.Name,
        Derived(var fact) => fact.Name,
    };

    private string Type => this switch
    {
        Sent(var fact) => fact.Type(),
        Derived(var fact) => fact.Type(),
    };

    private Label Label => this switch
    {
        Sent(var fact) => fact.Head.Label,
        Derived(var fact) => fact.Label,
    };

    private FactScope Scope => this switch
    {
        Sent(var fact) => fact.Head.Scope,
        Derived(var fact) => fact.Inputs[0].Head.Scope,
    };

    private Direction Direction => this switch
    {
        Sent(var fact) => fact.Head.Direction,
        Derived(var fact) => fact.Direction,
    };

    private Option<FactHead> Head => Whole.Map(fact => fact.Head);

    private Option<Fact> Bounded => Whole.Filter(fact => fact is Fact.Amount or Fact.Share or Fact.Count or Fact.Day);

    private Option<Arr<Member>> Codes => Whole.Map(fact => fact.Members).Filter(members => !members.IsEmpty);

    private Option<Fact> Whole => this switch
    {
        Sent(var fact) => fact,
        Derived => None,
    };

    private Option<Arr<string>> Inputs => this switch
    {
        Sent => None,
        Derived(var fact) => fact.Inputs.Map(input => input.Name),
    };

    /// <summary>Every entry of a catalogue: the facts that are sent, then the derived ones.</summary>
    public static Arr<CatalogueEntry> Of(FactCatalogue facts) =>
        facts.All.Map(fact => (CatalogueEntry)new Sent(fact)) + facts.Derived.Map(derived => (CatalogueEntry)new Derived(derived));
}
