using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>Scorecards on the wire.</summary>
internal static class ScorecardJson
{
    private static readonly JsonMembers CardMembers = new("label", "items");

    private static readonly JsonMembers ItemMembers = new("label", "bins");

    private static readonly JsonMembers BinMembers = new("criterion", "points");

    public static void Write(Utf8JsonWriter json, Scorecard card)
    {
        json.WriteStartObject();
        json.WriteLabel("label"u8, card.Label);
        json.WriteList("items"u8, card.Items, WriteItem);
        json.WriteEndObject();
    }

    public static Scorecard? Read(ref JsonCursor cursor, LeafCount leaves)
    {
        var (label, items) = ReadLabelled(ref cursor, CardMembers, (ref cursor) => ReadItem(ref cursor, leaves));
        return label is null ? null : new Scorecard(label, items.Sound());
    }

    private static ScoreItem? ReadItem(ref JsonCursor cursor, LeafCount leaves)
    {
        var (label, bins) = ReadLabelled(ref cursor, ItemMembers, (ref cursor) => ReadBin(ref cursor, leaves));
        return label is null ? null : new ScoreItem(label, bins.Sound());
    }

    /// <summary>A card and an item are alike: a label and a list.</summary>
    private static (Label? Label, IReadOnlyList<T?>? List) ReadLabelled<T>(ref JsonCursor cursor, JsonMembers members, Reading<T> element)
        where T : class
    {
        (Label? Label, IReadOnlyList<T?>? List) read = default;
        if (!cursor.StartObject())
        {
            return read;
        }

        var seen = default(MemberSet);
        while (cursor.NextMember(members, ref seen, out var member))
        {
            read = member == 0 ? (LabelJson.Read(ref cursor), read.List) : (read.Label, ListJson.ReadSome(ref cursor, element));
        }

        return read;
    }

    private static ScoreBin? ReadBin(ref JsonCursor cursor, LeafCount leaves)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        Criterion? criterion = null;
        long? points = null;
        var seen = default(MemberSet);
        while (cursor.NextMember(BinMembers, ref seen, out var member))
        {
            (criterion, points) = member == 0
                ? (CriterionReading.Read(ref cursor, leaves), points)
                : (criterion, cursor.ReadWhole(int.MinValue, int.MaxValue));
        }

        return criterion is not null && points is { } given ? new ScoreBin(criterion, (int)given) : null;
    }

    private static void WriteItem(Utf8JsonWriter json, ScoreItem item)
    {
        json.WriteStartObject();
        json.WriteLabel("label"u8, item.Label);
        json.WriteList("bins"u8, item.Bins, WriteBin);
        json.WriteEndObject();
    }

    private static void WriteBin(Utf8JsonWriter json, ScoreBin bin)
    {
        json.WriteStartObject();
        json.WritePropertyName("criterion"u8);
        CriterionJson.Write(json, bin.Criterion);
        json.WriteNumber("points"u8, bin.Points);
        json.WriteEndObject();
    }
}
