namespace Kehu.Domain;

/// <summary>The house numbers of a standard by name: reading them, and setting others.</summary>
public static class StandardParameters
{
    /// <summary>Every parameter once, in the order of the text.</summary>
    public static Arr<StandardParameter> Of(Standard standard) => new(StandardWalk.NumbersOf(standard)
        .GroupBy(number => number.Name, StringComparer.Ordinal)
        .Select(same => new StandardParameter(
            same.Key,
            same.First().Value,
            same.First().Measure,
            same.First().Reason,
            new Arr<StandardPlace>(same.SelectMany(number => number.Place.AsEnumerable()).ToArray())))
        .ToArray());

    /// <summary>The standard with another value under a name, in all its places.</summary>
    public static Validation<Fault, Standard> Set(this Standard standard, string name, StandardValue value) => standard.Set(HashMap((name, value)));

    /// <summary>
    /// The standard with other values, or a fault (by name) for each that it does not have or that is out of bounds; failing these,
    /// for each obligation of which a higher class would be owed less though the standard claims otherwise.
    /// </summary>
    public static Validation<Fault, Standard> Set(this Standard standard, HashMap<string, StandardValue> values)
    {
        var known = Of(standard);
        var refused = Faulty(values
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => known.Find(parameter => parameter.Name == pair.Key).Match(
                Some: parameter => parameter.Refusal(pair.Value).AsEnumerable(),
                None: () => [standard.Unknown(known, pair.Key)])));
        if (!refused.IsEmpty)
        {
            return Validation<Fault, Standard>.Fail(refused);
        }

        var varied = new StandardWalk(number => values.Find(number.Name).IfNone(number.Value)).Over(standard);
        var less = varied.Cumulative ? Faulty(varied.Shortfalls().Map(shortfall => varied.OwedLess(shortfall, values))) : Seq<Fault>();
        return less.IsEmpty ? varied : Validation<Fault, Standard>.Fail(less);
    }

    private static Seq<Fault> Faulty(IEnumerable<Fault> faults) => Seq(faults);

    private static Option<Fault> Refusal(this StandardParameter parameter, StandardValue value) => parameter.Measure.Admits(value)
        ? None
        : Some(Fault.At(
            $"/{parameter.Name}",
            "standard.parameter-value",
            $"'{parameter.Name}' is {parameter.Measure.Admits().En}, not {value.Written()}",
            $"“{parameter.Name}”须为 {parameter.Measure.Admits().Zh}，不能是 {value.Written()}"));

    private static Fault Unknown(this Standard standard, Arr<StandardParameter> known, string name)
    {
        var names = known.Map(parameter => parameter.Name);
        var has = known.IsEmpty
            ? new Label("it has none", "该标准没有参数")
            : new Label($"its parameters are {string.Join(", ", names)}", $"其参数为：{string.Join("、", names)}");
        return Fault.At(
            $"/{name}",
            "standard.unknown-parameter",
            $"'{standard.Id}' has no parameter '{name}'; {has.En}",
            $"“{standard.Id}”没有参数“{name}”；{has.Zh}");
    }

    /// <summary>At the first of the values set that bears on it, else at the standard itself.</summary>
    private static Fault OwedLess(this Standard standard, Shortfall shortfall, HashMap<string, StandardValue> values)
    {
        var (owed, higher, lower) = (shortfall.Obligation, shortfall.Higher, shortfall.Lower);
        bool Bears(StandardPlace place) => place.Obligation == owed.Code && (place.Class == higher || place.Class == lower);
        var bears = StandardWalk.NumbersOf(standard).Find(number => values.ContainsKey(number.Name) && number.Place.Exists(Bears));
        var clause = owed.Terms.Citations.Find(citation => citation is Citation.Source).Map(citation => citation.Describe()).IfNone(Label.Same(""));
        return Fault.At(
            bears.Match(Some: number => $"/{number.Name}", None: () => ""),
            "standard.higher-owed-less",
            $"'{higher}' would be owed less than '{lower}' below it: {owed.Describe().En} ({clause.En}); raise the higher class's number or lower this one",
            $"“{higher}”的义务将低于其下的“{lower}”：{owed.Describe().Zh}（{clause.Zh}）；请提高较高类别的数值，或降低此数值");
    }
}
