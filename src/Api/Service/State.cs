using System.Globalization;
using LanguageExt;

namespace Kehu.Api;

/// <summary>Whether the service is there.</summary>
internal sealed record State(string Status, Option<TimeSpan> ClockBehind)
{
    /// <summary>The first entry of the audit log that is wrong, where one was found.</summary>
    public Option<long> AuditBrokenAt { get; init; }

    /// <summary>How many expected feeds are late, where any is.</summary>
    public Option<int> FeedsLate { get; init; }

    /// <summary>The state on the wire.</summary>
    public static Contract<State> Contract { get; } = Answered<State>.Object(
        "",
        Answered<State>.Always("status", Forms.Plain, state => state.Status),
        Answered<State>.Optional("clockBehindSeconds", Forms.Digits, state => state.ClockBehind.Map(Seconds)),
        Answered<State>.Optional("auditBrokenAt", Forms.Counted, state => state.AuditBrokenAt),
        Answered<State>.Optional("feedsLate", Forms.Count, state => state.FeedsLate));

    public static ContractCodec<State> Codec { get; } = JsonForms.All.Of(Contract);

    /// <summary>To the millisecond.</summary>
    private static string Seconds(TimeSpan time) => Math.Round((decimal)time.TotalSeconds, 3).ToString(CultureInfo.InvariantCulture);
}
