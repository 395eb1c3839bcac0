using LanguageExt;

namespace Kehu.Api;

/// <summary>A call to start a run: the policies by id, in their order (none: all), and the date (none: today).</summary>
internal sealed record RunRequest(Option<IReadOnlyList<string>> Policies, Option<DateOnly> AsOf)
{
    /// <summary>The call on the wire.</summary>
    public static Contract<RunRequest> Contract { get; } = new(
        "Policies by id, all where left out; the date, today where left out.",
        new RunRequest(default, default),
        Sent<RunRequest>.Optional("policies", PolicyIdsCodec.Form, (request, ids) => request with { Policies = Option<IReadOnlyList<string>>.Some(ids) }),
        Sent<RunRequest>.Optional("asOf", Forms.Day, (request, day) => request with { AsOf = day }));
}
