using System.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace Kehu.Api;

/// <summary>
/// What every answer says besides: that browsers take it for what it says it is, show it in nobody's frame and tell nobody where they came from; and the trace
/// that it belongs to (W3C trace context).
/// </summary>
internal static class SafetyHeaders
{
    public const string Trace = "traceresponse";

    private static readonly StringValues NoSniff = new("nosniff");
    private static readonly StringValues NoFrame = new("DENY");
    private static readonly StringValues NoReferrer = new("no-referrer");

    /// <summary>Says it.</summary>
    public static void Say(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = NoFrame;
        headers["Referrer-Policy"] = NoReferrer;
        if (System.Diagnostics.Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id })
        {
            headers[Trace] = id;
        }
    }
}
