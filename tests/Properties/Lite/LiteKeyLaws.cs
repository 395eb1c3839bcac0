using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Kehu.Properties.Lite;

/// <summary>Index entries order as values and ids do, tell them again, and the bounds of a reading hold just what it asks for.</summary>
public sealed class LiteKeyLaws
{
    private static readonly Gen<string> Values = Gen.OneOf(
        Gen.Elements("", "\0", "\0\0", "\0\u0001", "\u0001", "a", "a\0", "a\0b", "ab", "网点", "网点一", "\u007f", "😀", "ﬀ"),
        from length in Gen.Choose(62, 66) from last in Gen.Elements("", "\0", "b", "网") select new string('a', length) + last);

    private static readonly Gen<string> Ids = Gen.Elements("A", "A\0", "\0", "客户", "😀", "~");

    private sealed record Pair(int Index, string Value, string Id);

    private static Gen<Pair> Pairs => from index in Gen.Choose(0, 3) from value in Values from id in Ids select new Pair(index, value, id);

    [Law]
    public Property Entries_order_by_index_value_and_id() => Law.ForAll(Gen.Two(Pairs), both =>
        Math.Sign(LiteKeys.Order.Compare(Entry(both.Item1), Entry(both.Item2))) is var order && (Equals(both.Item1, both.Item2) ? order == 0
            : LiteKeys.IsWide(both.Item1.Value) && LiteKeys.IsWide(both.Item2.Value) && both.Item1.Index == both.Item2.Index ? order != 0
            : order == Meant(both.Item1, both.Item2)));

    [Law]
    public Property An_entry_tells_its_index_and_a_short_value() => Law.ForAll(Pairs, pair =>
        LiteKeys.Read(Entry(pair)) == (pair.Index, LiteKeys.IsWide(pair.Value) ? null : pair.Value) && LiteKeys.IsWide(pair.Value) == (Encoding.UTF8.GetByteCount(pair.Value) > 64));

    [Law]
    public Property Bounds_hold_what_is_asked_for() => Law.ForAll(
        from pair in Pairs from index in Gen.Choose(0, 3) from value in Values from after in Gen.OneOf(Ids, Gen.Constant("")) from last in Values select (pair, index, value, after, last),
        drawn =>
        {
            var (pair, entry) = (drawn.pair, Entry(drawn.pair));
            var equal = LiteKeys.Equal(drawn.index, drawn.value, LiteKeys.Id(drawn.after));
            var between = LiteKeys.Between(drawn.index, drawn.value, drawn.last);
            return Within(entry, equal) == (pair.Index == drawn.index && pair.Value == drawn.value && Bytes(pair.Id, drawn.after) > 0)
                && Within(entry, between) == (pair.Index == drawn.index && Cut(pair.Value, drawn.value) >= 0 && Cut(pair.Value, drawn.last) <= 0)
                && Within(entry, LiteKeys.All(drawn.index)) == (pair.Index == drawn.index);
        });

    private static byte[] Entry(Pair pair) => LiteKeys.Entry(pair.Index, pair.Value, LiteKeys.Id(pair.Id));

    private static bool Within(byte[] entry, (byte[] First, byte[] Last) bounds) => LiteKeys.Order.Compare(entry, bounds.First) >= 0 && LiteKeys.Order.Compare(entry, bounds.Last) <= 0;

    private static int Meant(Pair left, Pair right) => (left.Index.CompareTo(right.Index), Bytes(left.Value, right.Value)) switch
    {
        (0, 0) => Bytes(left.Id, right.Id),
        (0, var values) => values,
        (var indexes, _) => Math.Sign(indexes),
    };

    private static int Bytes(string left, string right) => Math.Sign(Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));

    /// <summary>Of both only the first 64 bytes count.</summary>
    private static int Cut(string left, string right) => Math.Sign(First(left).SequenceCompareTo(First(right)));

    private static ReadOnlySpan<byte> First(string value) => Encoding.UTF8.GetBytes(value) is var bytes ? bytes.AsSpan(0, Math.Min(64, bytes.Length)) : default;
}
