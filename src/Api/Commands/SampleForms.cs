using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>How the sample portfolio is asked for: alone, or to be loaded before the service starts.</summary>
internal static class SampleForms
{
    private const string Load = "--sample";
    private const string Scale = "--scale";
    private const string Seed = "--seed";
    private const string AsOf = "--as-of";

    private static readonly Label SaysScale = new("how many customers: 1 is 550 000, 0.01 is 5 500", "客户数量：1 为 55 万，0.01 为 5 500");
    private static readonly Label SaysSeed = new("what is drawn by; the same seed gives the same bytes", "随机种子；同一种子结果逐字节相同");
    private static readonly Label SaysAsOf = new("the date of the facts; 2026-11-20 unless it is given", "事实所属日期；默认为 2026-11-20");
    private static readonly Label SaysFormat = new("a JSON record a line, or CSV; ndjson unless it is given", "每行一条 JSON 记录，或 CSV；默认为 ndjson");

    private static readonly ArgumentForm<double> ScaleForm = new(
        new Label("a number above 0 and up to 10, such as 0.01", "大于 0 且不超过 10 的数，例如 0.01"),
        SampleArguments.Scaled);
    private static readonly ArgumentForm<ulong> SeedForm = new(
        new Label("a whole number from 0 to 18446744073709551615", "0 至 18446744073709551615 的整数"),
        SampleArguments.Seeded);
    private static readonly ArgumentForm<DateOnly> DateForm = new(
        new Label("a date yyyy-MM-dd from 2000-01-01 to 2100-12-31", "2000-01-01 至 2100-12-31 的日期 yyyy-MM-dd"),
        SampleArguments.Dated);
    private static readonly ArgumentForm<SampleFormat> FormatForm = new(
        new Label("ndjson or csv", "ndjson 或 csv"),
        SampleArguments.Formatted);

    /// <summary>All of it, as the command that writes it takes it.</summary>
    public static Arguments<SampleArguments> Alone { get; } =
        Arguments.Needed(Scale, "NUMBER", SaysScale, ScaleForm)
            .And(Arguments.Needed(Seed, "NUMBER", SaysSeed, SeedForm))
            .And(Arguments.Maybe(AsOf, "DATE", SaysAsOf, DateForm))
            .And(Arguments.Maybe("--format", "ndjson|csv", SaysFormat, FormatForm))
            .Map(given => new SampleArguments(
                given.Item1.Item1.Item1,
                given.Item1.Item1.Item2,
                given.Item1.Item2.IfNone(SampleArguments.DefaultAsOf),
                given.Item2.IfNone(SampleFormat.Ndjson)));

    /// <summary>The portfolio to load, where one is asked for; what says which one belongs to it.</summary>
    public static Arguments<Option<SampleArguments>> Beside { get; } =
        Arguments.Switch(Load, new Label("load the sample portfolio first; what is on file already stays", "先载入样例组合；已有数据保持不变"))
            .And(Arguments.Maybe(Scale, "NUMBER", SaysScale + new Label("; 0.01 unless it is given", "；默认为 0.01"), ScaleForm))
            .And(Arguments.Maybe(Seed, "NUMBER", SaysSeed + new Label("; 1 unless it is given", "；默认为 1"), SeedForm))
            .And(Arguments.Maybe(AsOf, "DATE", SaysAsOf, DateForm))
            .Bind(given => Asked(given.Item1.Item1.Item1, given.Item1.Item1.Item2, given.Item1.Item2, given.Item2));

    private static Validation<Label, Option<SampleArguments>> Asked(bool load, Option<double> scale, Option<ulong> seed, Option<DateOnly> asOf) =>
        load ? Success<Label, Option<SampleArguments>>(new SampleArguments(
            scale.IfNone(SampleArguments.DefaultScale),
            seed.IfNone(SampleArguments.DefaultSeed),
            asOf.IfNone(SampleArguments.DefaultAsOf),
            SampleFormat.Ndjson))
        : Array((Scale, scale.IsSome), (Seed, seed.IsSome), (AsOf, asOf.IsSome)).Filter(one => one.Item2).Map(one => WithoutSample(one.Item1))
            is { Count: > 0 } faults
            ? Validation<Label, Option<SampleArguments>>.Fail(toSeq(faults).Strict())
        : Success<Label, Option<SampleArguments>>(None);

    private static Label WithoutSample(string name) => new(
        $"{name} belongs to {Load} and to the command sample; add {Load}",
        $"{name} 须与 {Load} 或 sample 命令同用；请加上 {Load}");
}
