using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>What a house number was sent as: which sort it has to be is the policy's to say.</summary>
internal abstract record SentValue
{
    private SentValue()
    {
    }

    /// <summary>A number by its digits.</summary>
    public sealed record Number(string Digits) : SentValue;

    /// <summary>A date or a code.</summary>
    public sealed record Text(string Value) : SentValue;

    /// <summary>Several codes.</summary>
    public sealed record Several(IReadOnlyList<string> Codes) : SentValue;
}

/// <summary>A policy as a request names it, with the house numbers to set in it; the pointer is that of the value.</summary>
internal abstract record SentPolicy
{
    private SentPolicy(IReadOnlyList<KeyValuePair<string, SentValue>> parameters) => Parameters = parameters;

    /// <summary>House numbers by name; empty where none is set.</summary>
    public IReadOnlyList<KeyValuePair<string, SentValue>> Parameters { get; }

    /// <summary>A policy in force, by id; no version means the one in force on the date.</summary>
    public sealed record ById(string Pointer, string Id, int? Version, IReadOnlyList<KeyValuePair<string, SentValue>> Parameters) : SentPolicy(Parameters);

    /// <summary>A policy sent whole. It stands at <see cref="Body"/>, to which the pointers of its own faults are relative.</summary>
    public sealed record Whole(string Pointer, string Body, Policy Policy, IReadOnlyList<KeyValuePair<string, SentValue>> Parameters) : SentPolicy(Parameters);

    /// <summary>Whether it has to be compiled for this request.</summary>
    public bool IsProposed => this is Whole || Parameters.Count > 0;
}

/// <summary>
/// A policy in a request: an id as a string; an object with <c>id</c>, <c>version</c> and <c>parameters</c>;
/// a whole policy under <c>policy</c> as GET /v1/policies/{id} shows it; or the whole policy itself.
/// </summary>
internal static class PolicyRefJson
{
    private const int LongestList = 100;

    private static readonly JsonMembers ChoiceMembers = new("id?", "version?", "policy?", "parameters?");

    private static readonly IReadOnlyList<string> OfWhole = ["policy", "parameters"];

    /// <summary>Members that tell which form an object has.</summary>
    private static readonly NameTable Telling = new("policy", "label", "ordering", "scopes", "classes");

    /// <summary>The policy named or sent here; null where faults were reported.</summary>
    public static SentPolicy? Read(ref JsonCursor cursor, FactCatalogue facts)
    {
        var faults = cursor.FaultCount;
        var sent = ReadForm(ref cursor, facts);
        return cursor.FaultCount > faults ? null : sent;
    }

    private static SentPolicy? ReadForm(ref JsonCursor cursor, FactCatalogue facts)
    {
        var at = cursor.Pointer;
        if (!cursor.IsObject)
        {
            return ReadId(ref cursor) is { } id ? new SentPolicy.ById(at, id, null, []) : null;
        }

        var told = cursor.Ahead(Telling);
        return !told.Contains(0) && (told.Contains(1) || told.Contains(2) || told.Contains(3) || told.Contains(4))
            ? Whole(PolicyJson.Read(ref cursor, facts), at, at, [])
            : ReadChoice(ref cursor, facts, at);
    }

    private static SentPolicy.Whole? Whole(Policy? policy, string at, string body, IReadOnlyList<KeyValuePair<string, SentValue>> parameters) =>
        policy is null ? null : new SentPolicy.Whole(at, body, policy, parameters);

    /// <summary>One object for both forms, since a generated class has the members of both and sends those it does not use as null.</summary>
    private static SentPolicy? ReadChoice(ref JsonCursor cursor, FactCatalogue facts, string at)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        string? id = null;
        int? version = null;
        Policy? policy = null;
        IReadOnlyList<KeyValuePair<string, SentValue>> parameters = [];
        var seen = default(MemberSet);
        while (cursor.NextMember(ChoiceMembers, ref seen, out var member))
        {
            switch (member)
            {
                case 0: id = ReadId(ref cursor); break;
                case 1: version = (int?)cursor.ReadWhole(1, int.MaxValue); break;
                case 2: policy = PolicyJson.Read(ref cursor, facts); break;
                default: parameters = ReadParameters(ref cursor); break;
            }
        }

        Check(ref cursor, at, seen);
        return policy is not null ? Whole(policy, at, at + "/policy", parameters)
            : id is not null ? new SentPolicy.ById(at, id, version, parameters)
            : null;
    }

    /// <summary>A policy that is sent has no id and no version beside it; one that is not sent needs an id.</summary>
    private static void Check(ref JsonCursor cursor, string at, in MemberSet seen)
    {
        for (var member = 0; member < 2 && seen.Contains(2); member++)
        {
            if (seen.Contains(member))
            {
                var name = ChoiceMembers.Names[member];
                cursor.Report(JsonFaults.Unknown($"{at}/{name}", name, OfWhole));
            }
        }

        if (!seen.Contains(0) && !seen.Contains(2))
        {
            cursor.Report(JsonFaults.Missing(at + "/id", "id"));
        }
    }

    private static string? ReadId(ref JsonCursor cursor) => cursor.ReadString(LabelJson.LongestCode);

    private static List<KeyValuePair<string, SentValue>> ReadParameters(ref JsonCursor cursor)
    {
        var (values, seen) = (new List<KeyValuePair<string, SentValue>>(), new HashSet<string>(StringComparer.Ordinal));
        if (!cursor.StartObject())
        {
            return values;
        }

        while (cursor.NextNamed(seen, out var name))
        {
            if (ReadValue(ref cursor) is { } value)
            {
                values.Add(KeyValuePair.Create(name, value));
            }
        }

        return values;
    }

    private static SentValue? ReadValue(ref JsonCursor cursor)
    {
        if (cursor.IsArray)
        {
            return ReadCodes(ref cursor);
        }

        return cursor.ReadNumberOrString(out var isNumber) is not { } text ? null
            : isNumber ? new SentValue.Number(text)
            : new SentValue.Text(text);
    }

    private static SentValue.Several? ReadCodes(ref JsonCursor cursor)
    {
        var codes = ListJson.ReadSome(ref cursor, static (ref cursor) => cursor.ReadString(LabelJson.LongestCode));
        if (codes is null || cursor.Stopped)
        {
            return null;
        }

        if (codes.Count > LongestList)
        {
            cursor.Fault("json.length", $"more than {LongestList} codes", $"代码超过 {LongestList} 个");
            return null;
        }

        return new SentValue.Several([.. codes.OfType<string>()]);
    }
}
