using System.Text;
namespace Kehu.Domain;

/// <summary>House numbers as sent, by name, held against the parameters that a policy has.</summary>
public static class ParameterValues
{
    /// <summary>The most points that a scorecard gives.</summary>
    private const int MostPoints = 1_000;

    /// <summary>A whole in basis points.</summary>
    private const int Whole = 10_000;

    /// <summary>The values for the policy, or a fault at the name of each that it does not have, that is of another sort or that cannot be.</summary>
    public static Validation<Fault, IReadOnlyDictionary<string, ParameterValue>> For(
        this IReadOnlyList<KeyValuePair<string, SentValue>> sent, Policy policy, string at)
    {
        var (known, values, faults) = (Parameters.Of(policy), new Dictionary<string, ParameterValue>(StringComparer.Ordinal), new List<Fault>());
        foreach (var (name, value) in sent)
        {
            var pointer = at + Place.Pointer.Token(name);
            known.Find(parameter => parameter.Name == name).Match(
                Some: parameter => Value(parameter.Value, value).Match(Right: read => values.Add(name, read), Left: fault => faults.Add(fault.Under(pointer))),
                None: () => faults.Add(Unknown(policy, name, [.. known.Map(parameter => parameter.Name)]).Under(pointer)));
        }

        return faults.Count == 0
            ? Success<Fault, IReadOnlyDictionary<string, ParameterValue>>(values)
            : Validation<Fault, IReadOnlyDictionary<string, ParameterValue>>.Fail(Seq(faults));
    }

    private static Either<Fault, ParameterValue> Value(ParameterValue current, SentValue sent) => current switch
    {
        ParameterValue.Bound(var quantity, _) => Bound(quantity, BoundForms.Of(quantity), sent).IfNone(() => WrongSort(current)),
        ParameterValue.Points => sent is SentValue.Number(var digits)
            ? Count(digits, 0).Bind<ParameterValue>(points =>
                points is >= 0 and <= MostPoints ? new ParameterValue.Points(points) : ValueFaults.Range("", 0, MostPoints))
            : WrongSort(current),
        ParameterValue.Grade(var fact, _) => sent is not SentValue.Text(var code) ? WrongSort(current)
            : fact.PlaceOf(code).IsSome ? new ParameterValue.Grade(fact, code) : UnknownCode(fact, code),
        ParameterValue.Codes(var fact, _) => sent is SentValue.Several(var codes) ? Codes(fact, codes) : WrongSort(current),
        ParameterValue.Share => sent is SentValue.Number(var digits)
            ? Count(digits, 2).Bind<ParameterValue>(share =>
                share is >= 0 and <= Whole ? new ParameterValue.Share(new Percent(share)) : ValueFaults.Range("", 0, 100))
            : WrongSort(current),
    };

    /// <summary>None where a date was sent for a number or the other way round.</summary>
    private static Option<Either<Fault, ParameterValue>> Bound(Quantity quantity, BoundForm form, SentValue sent) => sent switch
    {
        SentValue.Number(var digits) => form is BoundForm.Date ? None
            : Some(Count(digits, form is BoundForm.Hundredths ? 2 : 0).Bind(value => Inside(quantity, value))),
        SentValue.Text(var text) => form is not BoundForm.Date ? None
            : Some(IsoDate.TryRead(text, out var day) ? Inside(quantity, day.DayNumber) : ValueFaults.Date("")),
        SentValue.Several => None,
    };

    private static Either<Fault, long> Count(string digits, int decimals) => Decimals.Read(Encoding.ASCII.GetBytes(digits), decimals, out var value) switch
    {
        DecimalReading.Exact => value,
        DecimalReading.TooFine => Fault.At(
            "",
            "policy.parameter-too-fine",
            decimals == 0 ? "the parameter is a whole number" : $"the parameter has at most {decimals} decimals; nothing is rounded here",
            decimals == 0 ? "该参数应为整数" : $"该参数最多 {decimals} 位小数，此处不作舍入"),
        DecimalReading.TooLarge or DecimalReading.Malformed => Fault.At(
            "", "policy.parameter-out-of-range", "the parameter is larger than any value can be", "参数超出任何可能的取值"),
    };

    private static Either<Fault, ParameterValue> Inside(Quantity quantity, long value) => quantity.Accepted.Contains(value)
        ? new ParameterValue.Bound(quantity, value)
        : Fault.At("", "policy.parameter-out-of-range", $"the value lies outside what '{quantity.Name}' can be", $"该值超出“{quantity.Name}”的取值范围");

    private static Either<Fault, ParameterValue> Codes(Fact.Choice fact, IReadOnlyList<string> codes)
    {
        for (var place = 0; place < codes.Count; place++)
        {
            if (fact.PlaceOf(codes[place]).IsNone)
            {
                return UnknownCode(fact, codes[place]).Under($"/{place}");
            }

            if (codes.Take(place).Contains(codes[place], StringComparer.Ordinal))
            {
                return Fault.At($"/{place}", "json.repeated-element", $"'{codes[place]}' is listed twice", $"“{codes[place]}”重复");
            }
        }

        return new ParameterValue.Codes(fact, new Arr<string>(codes));
    }

    private static Fault UnknownCode(Fact fact, string code) =>
        ValueFaults.UnknownCode("", code, [.. fact.Members.Map(member => member.Code)], FaultWords.Facts);

    private static Fault WrongSort(ParameterValue current)
    {
        var words = current switch
        {
            ParameterValue.Bound(var quantity, _) when BoundForms.Of(quantity) is BoundForm.Date =>
                new Label("a date as a string (yyyy-MM-dd)", "日期字符串（yyyy-MM-dd）"),
            ParameterValue.Bound(var quantity, _) => new Label($"a number in the unit of '{quantity.Name}'", $"以“{quantity.Name}”的单位表示的数字"),
            ParameterValue.Points => new Label("a number of points", "分值"),
            ParameterValue.Grade(var fact, _) => new Label($"a code of '{fact.Name}'", $"“{fact.Name}”的代码"),
            ParameterValue.Codes(var fact, _) => new Label($"a list of codes of '{fact.Name}'", $"“{fact.Name}”的代码列表"),
            ParameterValue.Share => new Label("a percentage", "百分比"),
        };
        return new Fault("policy.parameter-sort", new Place.Pointer(""), new Label($"the parameter is {words.En}", $"该参数应为{words.Zh}"));
    }

    private static Fault Unknown(Policy policy, string name, IReadOnlyList<string> known) => new(
        "policy.unknown-parameter",
        new Place.Pointer(""),
        new Label($"the policy '{policy.Id}' has no parameter '{FaultWords.Quoted(name)}'", $"办法“{policy.Id}”没有参数“{FaultWords.Quoted(name)}”")
            + FaultWords.Meant(name, known));
}
