using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Kehu.Properties.Edge;

public sealed class NegotiationLaws
{
    private static readonly string[] Offered = [MediaTypes.Json, MediaTypes.Ndjson, MediaTypes.Csv];
    private static readonly MediaOffer Offer = new(Offered);

    private sealed record Range(string Type, int Weight, string Space, bool Shout)
    {
        public override string ToString()
        {
            var weight = Weight == 1000 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Space};{Space}q={Weight / 1000m:0.###}");
            return $"{Space}{(Shout ? Type.ToUpperInvariant() : Type)}{weight}{Space}";
        }
    }

    private static readonly Gen<Range> Ranges =
        from type in Gen.Elements("*/*", "application/*", "text/*", "image/*", MediaTypes.Json, MediaTypes.Ndjson, MediaTypes.Csv, "text/html")
        from weight in Gen.Elements(0, 1, 250, 500, 900, 1000, 1000)
        from space in Gen.Elements("", " ", "\t")
        from shout in Gen.Elements(true, false)
        select new Range(type, weight, space, shout);

    private static readonly Gen<string> Noise =
        Gen.Elements("*/*", "text", "/", ";", "q=", "q=0.5", "q=2", ",", " ", "\"", "\\", "=", "a/b", "charset=utf-8", "\u0001", "客", "*").ListOf().Select(string.Concat);

    [Law(2_000)]
    public Property The_chosen_type_is_the_one_a_plain_reading_of_the_rules_gives() =>
        Law.ForAll(
            Ranges.ListOf(),
            ranges => Offer.Choose(string.Join(",", ranges)) is Negotiated.Chosen(var type) ? type == Plainly(ranges) : ranges.Count > 0 && Plainly(ranges) is null);

    [Law]
    public Property One_header_with_commas_and_many_headers_mean_the_same() =>
        Law.ForAll(
            Ranges.ListOf().Where(ranges => ranges.Count > 0),
            ranges => Chosen(string.Join(",", ranges)) == Chosen(new StringValues([.. ranges.Select(range => range.ToString())])));

    [Law(2_000)]
    public Property Noise_is_chosen_from_or_refused_but_never_throws() =>
        Law.ForAll(Noise, noise => Offer.Choose(noise) is Negotiated.Chosen or Negotiated.Refused { Problem.Status: 400 or 406 });

    [Theory]
    [InlineData("text")]
    [InlineData("text/csv;q=1.001")]
    [InlineData("text/csv;q=")]
    [InlineData("text/csv;q=-1")]
    [InlineData("*/csv")]
    [InlineData("text/csv application/json")]
    [InlineData("text/csv;a=\"b")]
    public void A_malformed_Accept_is_refused_as_such(string accept) =>
        Assert.Equal(400, Assert.IsType<Negotiated.Refused>(Offer.Choose(accept)).Problem.Status);

    [Theory]
    [InlineData("application/json;charset=UTF-8", MediaTypes.Json)]
    [InlineData("text/csv;a=\"x,y;\", application/json;q=0.1", MediaTypes.Json)]
    [InlineData("application/json;charset=gbk", null)]
    [InlineData("image/png, */*;q=0.1, application/json;q=0", MediaTypes.Ndjson)]
    public void Parameters_count(string accept, string? expected) => Assert.Equal(expected, Chosen(accept));

    [Theory]
    [InlineData("", Language.English)]
    [InlineData("zh", Language.Chinese)]
    [InlineData("zh-CN", Language.Chinese)]
    [InlineData("ZH-Hans-CN, en;q=0.9", Language.Chinese)]
    [InlineData("en, zh", Language.English)]
    [InlineData("en;q=0.3, zh;q=0.4", Language.Chinese)]
    [InlineData("zh;q=0", Language.English)]
    [InlineData("zh;q=0, *", Language.English)]
    [InlineData("en;q=0, *", Language.Chinese)]
    [InlineData("fr, *;q=0.5", Language.English)]
    [InlineData("zhuang", Language.English)]
    [InlineData("zh;q=x", Language.English)]
    public void The_language_is(string header, Language expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = header;
        Assert.Equal(expected, AcceptLanguage.Of(context.Request));
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; Charset=\"UTF-8\"", true)]
    [InlineData("application/json; charset=gbk", false)]
    [InlineData("text/json", false)]
    [InlineData("application/json, text/csv", false)]
    [InlineData(null, false)]
    public void A_body_type_is_read_or_not(string? type, bool read) => Assert.Equal(read, BodyTypes.Json.Of(new HeaderDictionary { ["Content-Type"] = type }) is Negotiated.Chosen);

    [Theory]
    [InlineData(null, true)]
    [InlineData("identity", true)]
    [InlineData("Identity", true)]
    [InlineData("gzip", false)]
    [InlineData("identity, gzip", false)]
    [InlineData("", false)]
    public void An_encoded_body_is_not_read(string? encoding, bool read) =>
        Assert.Equal(read, BodyTypes.Json.Of(new HeaderDictionary { ["Content-Type"] = "application/json", ["Content-Encoding"] = encoding }) is Negotiated.Chosen);

    private static string? Chosen(StringValues accept) => Offer.Choose(accept) is Negotiated.Chosen(var type) ? type : null;

    private static string? Plainly(IReadOnlyList<Range> ranges)
    {
        if (ranges.Count == 0)
        {
            return Offered[0];
        }

        var weighed =
            from type in Offered
            let fitting = ranges.Where(range => Fits(range.Type, type)).ToList()
            where fitting.Count > 0
            let exactness = fitting.Max(range => Exactness(range.Type))
            let weight = fitting.Where(range => Exactness(range.Type) == exactness).Max(range => range.Weight)
            where weight > 0
            orderby weight descending, exactness descending
            select type;
        return weighed.FirstOrDefault();
    }

    private static bool Fits(string range, string type) => range == "*/*" || range == type || (range.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(range[..^1], StringComparison.Ordinal));

    private static int Exactness(string range) => range == "*/*" ? 0 : range.EndsWith('*') ? 1 : 2;
}
