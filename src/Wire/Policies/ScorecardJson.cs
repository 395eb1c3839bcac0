using System.Text.Json;

namespace Kehu.Wire;

/// <summary>Scorecards on the wire.</summary>
internal static class ScorecardJson
{
    private static readonly MemberTable<Labelled<ScoreItem>> OfCard = OfLabelled<ScoreItem>("items", ReadItem);

    private static readonly MemberTable<Labelled<ScoreBin>> OfItem = OfLabelled<ScoreBin>("bins", ReadBin);

    private static readonly MemberTable<BinDraft> OfBin = new(
        new("criterion", static (ref cursor, ref draft) => draft.Criterion = CriterionReading.Read(ref cursor, draft.Leaves)),
        new("points", static (ref cursor, ref draft) => draft.Points = cursor.ReadWhole(int.MinValue, int.MaxValue)));

    private delegate T? LeafReading<T>(ref JsonCursor cursor, LeafCount leaves)
        where T : class;

    public static void Write(Utf8JsonWriter json, Scorecard card)
    {
        json.WriteStartObject();
        json.WriteLabel("label"u8, card.Label);
        json.WriteList("items"u8, card.Items, WriteItem);
        json.WriteEndObject();
    }

    public static Scorecard? Read(ref JsonCursor cursor, LeafCount leaves)
    {
        var draft = new Labelled<ScoreItem> { Leaves = leaves };
        OfCard.Read(ref cursor, ref draft);
        return draft.Label is { } label ? new Scorecard(label, draft.List.Sound()) : null;
    }

    private static ScoreItem? ReadItem(ref JsonCursor cursor, LeafCount leaves)
    {
        var draft = new Labelled<ScoreBin> { Leaves = leaves };
        OfItem.Read(ref cursor, ref draft);
        return draft.Label is { } label ? new ScoreItem(label, draft.List.Sound()) : null;
    }

    private static ScoreBin? ReadBin(ref JsonCursor cursor, LeafCount leaves)
    {
        var draft = new BinDraft { Leaves = leaves };
        OfBin.Read(ref cursor, ref draft);
        return draft is { Criterion: { } criterion, Points: { } points } ? new ScoreBin(criterion, (int)points) : null;
    }

    /// <summary>A card and an item are alike: a label and a list.</summary>
    private static MemberTable<Labelled<T>> OfLabelled<T>(string list, LeafReading<T> element)
        where T : class => new(
            new("label", static (ref cursor, ref draft) => draft.Label = LabelJson.Read(ref cursor)),
            new(list, (ref cursor, ref draft) => draft.List = ReadList(ref cursor, draft.Leaves, element)));

    private static IReadOnlyList<T?>? ReadList<T>(ref JsonCursor cursor, LeafCount leaves, LeafReading<T> element)
        where T : class => ListJson.ReadSome(ref cursor, (ref cursor) => element(ref cursor, leaves));

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

    private struct Labelled<T>
        where T : class
    {
        public LeafCount Leaves;
        public Label? Label;
        public IReadOnlyList<T?>? List;
    }

    private struct BinDraft
    {
        public LeafCount Leaves;
        public Criterion? Criterion;
        public long? Points;
    }
}
