namespace Kehu.Domain;

/// <summary>A house number that a bank sets: of which standard, under which name.</summary>
public sealed record StandardSetting(string Standard, string Parameter, StandardValue Value);

/// <summary>A parameter in force, and the value that it has unless a bank sets its own.</summary>
public sealed record ParameterInForce(StandardParameter Parameter, StandardValue Default)
{
    /// <summary>The parameter as it is answered.</summary>
    internal static Contract<ParameterInForce> Contract { get; } = Answered<ParameterInForce>.Object(
        "A house number: the value in force, the one it has unless the setting Standards:<standard>:<name> gives another, and where it stands.",
        Answered<ParameterInForce>.Always("name", Forms.Plain, one => one.Parameter.Name),
        Answered<ParameterInForce>.Always("unit", Forms.One<StandardMeasure>(StandardMeasures.Code), one => one.Parameter.Measure),
        Answered<ParameterInForce>.Always("value", Forms.Setting, one => one.Parameter.Value),
        Answered<ParameterInForce>.Always("default", Forms.Setting, one => one.Default),
        Answered<ParameterInForce>.Optional("min", Forms.Count, one => one.Parameter.Measure.Bounds().Map(bounds => (int)bounds.Low)),
        Answered<ParameterInForce>.Optional("max", Forms.Count, one => one.Parameter.Measure.Bounds().Map(bounds => (int)bounds.High)),
        Answered<ParameterInForce>.Always("reason", Forms.Words, one => one.Parameter.Reason),
        Answered<ParameterInForce>.Always("places", Forms.List(StandardPlace.Contract), one => one.Parameter.Places));
}

/// <summary>The standards in force: the shipped ones with the house numbers that the bank has set, by id in ordinal order.</summary>
public sealed class StandardBook
{
    private readonly Arr<Standard> shipped;

    private StandardBook(Arr<Standard> shipped, Arr<Standard> inForce) => (this.shipped, All) = (shipped, inForce);

    /// <summary>Every standard, by id in ordinal order.</summary>
    public Arr<Standard> All { get; }

    /// <summary>The standard of an id, if there is one.</summary>
    public Option<Standard> Find(string id) => All.Find(standard => standard.Id.Value == id);

    /// <summary>The parameters of a standard of the book, in the order of its text.</summary>
    public Arr<ParameterInForce> Parameters(Standard standard)
    {
        var defaults = shipped.Find(same => same.Id == standard.Id).Map(StandardParameters.Of).IfNone(Array<StandardParameter>());
        return StandardParameters.Of(standard).Map(parameter =>
            new ParameterInForce(parameter, defaults.Find(same => same.Name == parameter.Name).Map(same => same.Value).IfNone(parameter.Value)));
    }

    /// <summary>
    /// The book of standards with a bank's own numbers, or everything wrong with them, each at <c>/standard/parameter</c>.
    /// What must hold of a standard by itself before it may be in force is checked here; whether contact limits leave it room, by <see cref="ContactLimits"/>.
    /// </summary>
    public static Validation<Fault, StandardBook> Of(Arr<Standard> standards, Arr<StandardSetting> settings)
    {
        var unknown = settings
            .Filter(setting => !standards.Exists(standard => standard.Id.Value == setting.Standard))
            .Map(setting => setting.Standard)
            .Distinct();
        HashMap<string, StandardValue> Own(Standard standard) => toHashMap(settings
            .Filter(setting => setting.Standard == standard.Id.Value)
            .Map(setting => (setting.Parameter, setting.Value)));
        var set = standards.OrderBy(standard => standard.Id.Value, StringComparer.Ordinal)
            .Select(standard => standard.Set(Own(standard)).Match(
                Succ: Success<Fault, Standard>,
                Fail: faults => Validation<Fault, Standard>.Fail(faults.Map(fault => fault.Under($"/{standard.Id}")))))
            .ToList();
        var faults = Seq(unknown.Select(id => Unknown(standards, id))
            .Concat(set.SelectMany(one => one.Match(Succ: _ => Seq<Fault>(), Fail: faults => faults))));
        return faults.IsEmpty
            ? new StandardBook(standards, new Arr<Standard>(set.SelectMany(one => one.ToSeq()).ToArray()))
            : Validation<Fault, StandardBook>.Fail(faults);
    }

    private static Fault Unknown(Arr<Standard> standards, string id) => Fault.At(
        $"/{id}",
        "standard.unknown",
        $"there is no standard '{id}'; the standards are {string.Join(", ", standards.Map(standard => standard.Id.Value))}",
        $"没有标准“{id}”；可用的标准为：{string.Join("、", standards.Map(standard => standard.Id.Value))}");
}
