namespace Kehu.Wire;

/// <summary>
/// A policy in a request: an id as a string; an object with <c>id</c>, <c>version</c> and <c>parameters</c>;
/// a whole policy under <c>policy</c> as GET /v1/policies/{id} shows it; or the whole policy itself.
/// </summary>
internal static class PolicyRefJson
{
    private const int LongestList = 100;

    private static readonly JsonMember<Draft> Id = new JsonMember<Draft>("id", static (ref cursor, ref draft) => draft.Id = ReadId(ref cursor)).OrNone;

    private static readonly JsonMember<Draft> Version = new JsonMember<Draft>(
        "version", static (ref cursor, ref draft) => draft.Version = (int?)cursor.ReadWhole(1, int.MaxValue)).OrNone;

    private static readonly JsonMember<Draft> Policy = new JsonMember<Draft>(
        "policy", static (ref cursor, ref draft) => draft.Policy = PolicyJson.Read(ref cursor, draft.Facts)).OrNone;

    private static readonly JsonMember<Draft> Parameters = new JsonMember<Draft>(
        "parameters", static (ref cursor, ref draft) => draft.Parameters = ReadParameters(ref cursor)).OrNone;

    private static readonly MemberTable<Draft> Choice = new(Id, Version, Policy, Parameters);

    private static readonly IReadOnlyList<string> OfWhole = [Policy.Name, Parameters.Name];

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
            return ReadId(ref cursor) is { } id ? new SentPolicy.ById(at, id, LanguageExt.Option<int>.None, []) : null;
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
        var draft = new Draft { Facts = facts, Parameters = [] };
        if (!Choice.Read(ref cursor, ref draft, out var seen))
        {
            return null;
        }

        Check(ref cursor, at, seen);
        return draft.Policy is not null ? Whole(draft.Policy, at, $"{at}/{Policy.Name}", draft.Parameters)
            : draft.Id is { } id ? new SentPolicy.ById(at, id, draft.Version.Known(), draft.Parameters)
            : null;
    }

    /// <summary>A policy that is sent has no id and no version beside it; one that is not sent needs an id.</summary>
    private static void Check(ref JsonCursor cursor, string at, in MemberSet seen)
    {
        foreach (var member in new[] { Id, Version })
        {
            if (Choice.Has(Policy, seen) && Choice.Has(member, seen))
            {
                cursor.Report(JsonFaults.Unknown($"{at}/{member.Name}", member.Name, OfWhole));
            }
        }

        if (!Choice.Has(Id, seen) && !Choice.Has(Policy, seen))
        {
            cursor.Report(JsonFaults.Missing($"{at}/{Id.Name}", Id.Name));
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

    private struct Draft
    {
        public FactCatalogue Facts;
        public string? Id;
        public int? Version;
        public Policy? Policy;
        public IReadOnlyList<KeyValuePair<string, SentValue>> Parameters;
    }
}
