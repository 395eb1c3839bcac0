namespace Kehu.Api;

/// <summary>The language of the words in an answer, by Accept-Language.</summary>
internal static class AcceptLanguage
{
    /// <summary>
    /// The one with the higher weight, the first named of equals; English when neither is named, both are excluded, or the header
    /// can not be read: problems are told in some language in any case. Every Chinese (zh, zh-CN, zh-Hans, zh-TW) counts as Chinese.
    /// </summary>
    public static Language Of(HttpRequest request)
    {
        var (english, chinese, any) = (Unnamed, Unnamed, Unnamed);
        var place = 0;
        foreach (var header in request.Headers.AcceptLanguage)
        {
            var ranges = new WeightedReader(header);
            for (; ranges.Next(); place++)
            {
                var rank = ranges.Weight == 0 ? 0 : (ranges.Weight << 12) - Math.Min(place, 4_000);
                english = Is(ranges.Value, "en") ? Math.Max(english, rank) : english;
                chinese = Is(ranges.Value, "zh") ? Math.Max(chinese, rank) : chinese;
                any = ranges.Value is "*" ? rank : any;
            }

            if (ranges.Malformed)
            {
                return Language.English;
            }
        }

        return (chinese == Unnamed ? any : chinese) > Math.Max(0, english == Unnamed ? any : english) ? Language.Chinese : Language.English;
    }

    /// <summary>The tag for Content-Language.</summary>
    public static string Tag(Language language) => language switch
    {
        Language.English => "en",
        Language.Chinese => "zh-CN",
    };

    private const int Unnamed = -1;

    private static bool Is(ReadOnlySpan<char> range, ReadOnlySpan<char> language) =>
        range.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (range.Length == language.Length || range[language.Length] == '-');

    /// <summary>The language of the answer, said in its headers.</summary>
    public static Language Answering(this HttpContext context)
    {
        var language = AcceptLanguage.Of(context.Request);
        context.Response.Headers.ContentLanguage = AcceptLanguage.Tag(language);
        return language;
    }
}
