using Microsoft.OpenApi;
using static Kehu.Wire.Schemas;

namespace Kehu.Api;

/// <summary>The headers of calls as the document tells them.</summary>
internal static class RequestHeaders
{
    /// <summary>The language of the answer.</summary>
    public static readonly DocumentedParameter Language = new("Accept-Language", ParameterLocation.Header, "zh-CN for Chinese; English otherwise.", Text());

    /// <summary>The name of a call that may be sent again.</summary>
    public static readonly DocumentedParameter Key = new(
        "Idempotency-Key",
        ParameterLocation.Header,
        "A name for this call, 1 to 255 visible ASCII characters: sent again within seven days with the same body, "
        + "the first answer is repeated and nothing is done twice.",
        Text());

    /// <summary>The version to change.</summary>
    public static readonly DocumentedParameter IfMatch = new("If-Match", ParameterLocation.Header, "The ETag of the version to replace, or * for any.", Text());

    /// <summary>That nothing is to be replaced.</summary>
    public static readonly DocumentedParameter CreateOnly = new("If-None-Match", ParameterLocation.Header, "* to create only.", Text(), Example: "*");

    /// <summary>Whether what the caller has is still what there is.</summary>
    public static readonly DocumentedParameter WhetherFresh = new(
        "If-None-Match", ParameterLocation.Header, "The ETag of the form that you have: 304 while it is what there is.", Text());
}
