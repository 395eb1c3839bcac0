namespace Kehu.Domain;

/// <summary>The numbers in force: those a bank has set over the defaults, and the products that customers of 200 000 yuan are to hold.</summary>
public sealed record EvaluationNumbers(HashMap<string, long> Set, Arr<string> KeyProducts)
{
    /// <summary>The default of every number. Source 001 names the first three products; a fourth is blotted out there, so that a bank may add it.</summary>
    public static EvaluationNumbers Default { get; } = new(HashMap<string, long>(), Array("wealth-gold-card", "credit-card", "ebank-usb-key"));

    /// <summary>The numbers in force and the products, as they are answered beside the indicators.</summary>
    public static Contract<EvaluationNumbers> Contract { get; } = Answered<EvaluationNumbers>.Object(
        "A page of indicators, and the numbers that a bank sets.",
        Answered<EvaluationNumbers>.Always(
            "parameters", Forms.List(NumberInForce.Contract), numbers => EvaluationParameters.All.Map(parameter => new NumberInForce(parameter, numbers))),
        Answered<EvaluationNumbers>.Always("keyProducts", Forms.List(Forms.Plain), numbers => numbers.KeyProducts));

    /// <summary>
    /// The numbers with those that a bank has set, or everything wrong with them, each at its name: unknown, out of bounds, weights that do not sum to 100;
    /// key products that are no products.
    /// </summary>
    public static Validation<Fault, EvaluationNumbers> Of(HashMap<string, long> set, Option<Arr<string>> products)
    {
        var faults = set.AsEnumerable().OrderBy(one => one.Key, StringComparer.Ordinal)
            .SelectMany(one => EvaluationParameters.All.Find(parameter => parameter.Name == one.Key).Match(
                Some: parameter => parameter.Bounds.Contains(one.Value) ? System.Array.Empty<Fault>() : [OutOfBounds(parameter)],
                None: () => [UnknownName(one.Key)]))
            .Concat(products.Match(Some: ProductFaults, None: () => []))
            .ToList();
        var numbers = new EvaluationNumbers(set, products.IfNone(Default.KeyProducts));
        var weights = EvaluationParameters.Weights;
        if (weights.Sum(numbers.Of) is var sum && sum != 100)
        {
            faults.Add(Fault.At(
                "", "evaluation.weights", $"the weights of the score ({string.Join(", ", weights.Map(weight => weight.Name))}) sum to 100, not {sum}",
                $"评分权重（{string.Join("、", weights.Map(weight => weight.Name))}）之和须为 100，现为 {sum}"));
        }

        return faults.Count == 0 ? numbers : Validation<Fault, EvaluationNumbers>.Fail(Seq(faults));
    }

    /// <summary>The number in force.</summary>
    public long Of(EvaluationParameter parameter) => Set.Find(parameter.Name).IfNone(parameter.Default);

    /// <summary>Where the number in force comes from: a bank's own from the bank.</summary>
    public Citation CitationOf(EvaluationParameter parameter) => Of(parameter) == parameter.Default
        ? parameter.Citation
        : Citation.Set(
            parameter.Name, $"{parameter.Written(Of(parameter))}, set by the bank", $"{parameter.Written(Of(parameter))}，由本行自行设定");

    /// <summary>The number as a target.</summary>
    public Target Target(TargetSide side, EvaluationParameter parameter) => new(
        side, parameter.Unit == ParameterUnit.Percent ? new Fraction(Of(parameter), 10_000) : Of(parameter), CitationOf(parameter));

    private static IEnumerable<Fault> ProductFaults(Arr<string> products) =>
        products.IsEmpty
        || products.Count > MostKeyProducts
        || products.Distinct().Count() < products.Count
        || !products.ForAll(ProductCodes.IsOne)
            ? [Fault.At(
                "/key-products", "evaluation.key-products",
                $"key products are 1 to {MostKeyProducts} different codes of products, with semicolons between them",
                $"重点产品为 1 至 {MostKeyProducts} 个互不相同的产品代码，以分号分隔")]
            : [];

    private static Fault OutOfBounds(EvaluationParameter parameter) => Fault.At(
        $"/{parameter.Name}", "evaluation.out-of-bounds",
        $"'{parameter.Name}' lies between {parameter.Written(parameter.Bounds.Low)} and {parameter.Written(parameter.Bounds.High)}",
        $"“{parameter.Name}”须在 {parameter.Written(parameter.Bounds.Low)} 至 {parameter.Written(parameter.Bounds.High)} 之间");

    private static Fault UnknownName(string name) => Fault.At(
        $"/{name}", "evaluation.unknown-parameter",
        $"the evaluation has no number '{name}'; it has {string.Join(", ", EvaluationParameters.All.Map(parameter => parameter.Name))}, key-products",
        $"评价没有参数“{name}”；可用的参数为：{string.Join("、", EvaluationParameters.All.Map(parameter => parameter.Name))}、key-products");

    /// <summary>The most key products (house).</summary>
    private const int MostKeyProducts = 10;
}
