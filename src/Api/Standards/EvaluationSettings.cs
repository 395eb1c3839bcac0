using System.Text;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// The targets and house numbers of the evaluation that a bank sets: <c>Evaluation:&lt;name&gt;</c>, percent with at most two decimals or a whole number, and
/// <c>Evaluation:key-products</c>, codes with semicolons between them. They are read once, at start; a fault stops the start.
/// </summary>
internal static class EvaluationSettings
{
    public const string Section = "Evaluation";

    private const string Products = "key-products";

    /// <summary>The defaults with the configuration's numbers.</summary>
    public static Validation<SettingFault, EvaluationNumbers> From(IConfiguration configuration)
    {
        var set = configuration.GetSection(Section).GetChildren()
            .ToDictionary(one => one.Key.ToLowerInvariant(), one => one.Value ?? "", StringComparer.Ordinal);
        var products = set.Remove(Products, out var listed) ? Some(new Arr<string>(listed.Split(';', StringSplitOptions.TrimEntries))) : None;
        var read = set.Select(one => (Name: one.Key, Value: Value(one.Key, one.Value))).ToList();
        var malformed = read.Where(one => one.Value.IsNone).Select(one => Fault.At(
            $"/{one.Name}",
            "evaluation.setting",
            $"write {Section}:{one.Name} as a number: percent with at most two decimals, or a whole number",
            $"{Section}:{one.Name} 须为数字：至多两位小数的百分比，或整数"));
        var numbers = EvaluationNumbers.Of(toHashMap(read.SelectMany(one => one.Value.Map(value => (one.Name, value)).AsEnumerable())), products);
        var faults = malformed.Concat(numbers.FailAsEnumerable()).Select(fault => SettingFault.Of(configuration, Section, fault)).ToList();
        return faults.Count == 0
            ? numbers.IfFail(_ => throw new InvalidOperationException("numbers without faults"))
            : Validation<SettingFault, EvaluationNumbers>.Fail(Seq(faults.AsEnumerable()).Strict());
    }

    private static Option<long> Value(string name, string text)
    {
        var places = EvaluationParameters.All.Find(parameter => parameter.Name == name).Map(parameter => parameter.Places).IfNone(2);
        return Decimals.Read(Encoding.UTF8.GetBytes(text), places, out var value) == DecimalReading.Exact ? Some(value) : None;
    }
}
