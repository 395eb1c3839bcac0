using System.Text.Json;

namespace Kehu.Wire;

/// <summary>
/// Ids of policies, each once, of a list that may be left out for all. Read by hand: its faults are those of lists of policies that are sent along.
/// </summary>
internal sealed class PolicyIdsCodec : Codec<IReadOnlyList<string>>
{
    /// <summary>The most policies.</summary>
    private const int Most = 100;

    /// <summary>The ids as a form.</summary>
    public static Form<IReadOnlyList<string>> Form { get; } = new OwnForm<IReadOnlyList<string>>(new PolicyIdsCodec(), _ =>
    {
        var list = Schemas.Array(Schemas.Text());
        (list.MinItems, list.MaxItems, list.UniqueItems) = (1, Most, true);
        return list;
    });

    public override bool Read(ref JsonCursor cursor, out IReadOnlyList<string> value)
    {
        var (before, ids, isEmpty) = (cursor.FaultCount, new List<string>(), true);
        value = ids;
        if (!cursor.StartArray())
        {
            return false;
        }

        while (cursor.NextElement(out var index))
        {
            isEmpty = false;
            if (cursor.ReadString(LabelJson.LongestCode) is { } id)
            {
                Check(ref cursor, ids, id, index);
                ids.Add(id);
            }
        }

        if (isEmpty && !cursor.Stopped)
        {
            cursor.Fault("policies.empty", "name at least one policy, or leave the list out for all", "请至少列出一项办法，或省略以取全部");
        }

        return cursor.FaultCount == before && !cursor.Stopped;
    }

    public override void Write(Utf8JsonWriter json, IReadOnlyList<string> value, Language language) =>
        throw new NotSupportedException("ids of policies are only read");

    private static void Check(ref JsonCursor cursor, List<string> ids, string id, int index)
    {
        if (index >= Most)
        {
            cursor.Fault("policies.too-many", $"at most {Most} policies at once", $"一次最多 {Most} 项办法");
        }
        else if (ids.Contains(id))
        {
            cursor.Fault("policies.repeated", $"'{FaultWords.Quoted(id)}' is listed twice", $"“{FaultWords.Quoted(id)}”重复");
        }
    }
}
