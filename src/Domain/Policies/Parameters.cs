namespace Kehu.Domain;

/// <summary>The house numbers of a policy by name: reading them, and setting others.</summary>
public static class Parameters
{
    /// <summary>Every parameter once, in the order of the text.</summary>
    public static Arr<Parameter> Of(Policy policy) => Named(ParameterWalk.PlacesOf(policy));

    /// <summary>The house shares of a population policy, in the order of its bands.</summary>
    public static Arr<Parameter> Of(PopulationPolicy policy) => Named(policy.Bands.SelectMany((band, at) =>
        band.Citation is Citation.House(var why, { Case: string name })
            ? new[] { new ParameterPlace(name, new ParameterValue.Share(band.Share), why, $"/classes/{at}/share") }
            : []));

    /// <summary>
    /// The policy with other values, or a fault (by name) for each that it does not have or that is of another sort.
    /// Whether the values make sense is <see cref="PolicyStructure"/>'s to say, as for any policy.
    /// </summary>
    public static Validation<Fault, Policy> Set(this Policy policy, IReadOnlyDictionary<string, ParameterValue> values)
    {
        var known = Of(policy);
        var faults = Seq(values.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => known.Find(parameter => parameter.Name == pair.Key).Match(
                Some: parameter => parameter.Refusal(pair.Value).AsEnumerable(),
                None: () => [known.Unknown(pair.Key)])));
        return faults.IsEmpty
            ? new ParameterWalk(place => values.TryGetValue(place.Name, out var value) && value.IsLike(place.Value) ? value : place.Value).Over(policy)
            : Validation<Fault, Policy>.Fail(faults);
    }

    /// <summary>The same sort: bounds of one quantity, grades or codes of one list, points, shares.</summary>
    public static bool IsLike(this ParameterValue value, ParameterValue other) => (value, other) switch
    {
        (ParameterValue.Bound(var quantity, _), ParameterValue.Bound(var theirs, _)) => quantity == theirs,
        (ParameterValue.Grade(var fact, _), ParameterValue.Grade(var theirs, _)) => fact == theirs,
        (ParameterValue.Codes(var fact, _), ParameterValue.Codes(var theirs, _)) => fact == theirs,
        (ParameterValue.Points, ParameterValue.Points) or (ParameterValue.Share, ParameterValue.Share) => true,
        _ => false,
    };

    /// <summary>The value in words, in the unit of what it measures.</summary>
    public static Label Describe(this ParameterValue value) => value switch
    {
        ParameterValue.Bound(var quantity, var bound) => quantity.Words(bound),
        ParameterValue.Points(var points) => new Label($"{Decimals.Grouped(points, 0)} points", $"{Decimals.Grouped(points, 0)} 分"),
        ParameterValue.Grade(var fact, var code) => fact.WordsOf(code),
        ParameterValue.Codes(var fact, var codes) => Wording.Listed(codes.Map(fact.WordsOf)),
        ParameterValue.Share(var share) => Label.Same(share.ToString()),
    };

    private static Arr<Parameter> Named(IEnumerable<ParameterPlace> places) => new(places
        .GroupBy(place => place.Name, StringComparer.Ordinal)
        .Select(same => new Parameter(same.Key, same.First().Value, same.First().Reason, new Arr<string>(same.Select(place => place.Pointer).ToArray())))
        .ToArray());

    private static Option<Fault> Refusal(this Parameter parameter, ParameterValue value) =>
        !value.IsLike(parameter.Value)
            ? Some(Fault.At(
                $"/{Escaped(parameter.Name)}",
                "policy.parameter-sort",
                $"the parameter '{parameter.Name}' is {parameter.Value.Sort().En}, as {parameter.Value.Describe().En} is; it cannot be {value.Sort().En}",
                $"参数“{parameter.Name}”为{parameter.Value.Sort().Zh}（现为 {parameter.Value.Describe().Zh}），不能是{value.Sort().Zh}"))
            : None;

    private static Fault Unknown(this Arr<Parameter> known, string name)
    {
        var names = known.Map(parameter => parameter.Name);
        var has = known.IsEmpty
            ? new Label("it has none", "该办法没有参数")
            : new Label($"its parameters are {string.Join(", ", names)}", $"其参数为：{string.Join("、", names)}");
        return Fault.At(
            $"/{Escaped(name)}",
            "policy.unknown-parameter",
            $"the policy has no parameter '{name}'; {has.En}",
            $"该办法没有参数“{name}”；{has.Zh}");
    }

    private static Label Sort(this ParameterValue value) => value switch
    {
        ParameterValue.Bound(var quantity, _) => new Label("a bound of ", "下列数值的界限：") + quantity.Label,
        ParameterValue.Points => new Label("a number of points", "分值"),
        ParameterValue.Grade(var fact, _) => new Label("a grade of ", "下列等级：") + fact.Head.Label,
        ParameterValue.Codes(var fact, _) => new Label("codes of ", "下列代码：") + fact.Head.Label,
        ParameterValue.Share => new Label("a share of a total", "占总额的比例"),
    };

    /// <summary>A name as one step of a JSON Pointer.</summary>
    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
