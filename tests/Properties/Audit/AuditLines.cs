using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Audit;

/// <summary>Logs as the service would have written them, and what somebody does to one behind its back.</summary>
internal static class AuditLines
{
    private static readonly Gen<Option<string>> Maybe = Gen.OneOf(Gen.Constant(Option<string>.None), Gen.Elements("E-1", "网点", "2f0c7a51-1").Select(Some));

    private static readonly Gen<Option<long>> Counted = Gen.OneOf(Gen.Constant(Option<long>.None), Gen.Choose(0, 9).Select(count => Some((long)count)));

    /// <summary>Entries of every shape.</summary>
    public static readonly Gen<AuditEntry> Entries =
        from at in Gen.Choose(0, int.MaxValue)
        from texts in Maybe.ArrayOf(5)
        from names in Gen.Elements("local", "bank", "张三").ArrayOf(3)
        from system in Gen.Elements(true, false)
        from status in Gen.Choose(0, 599)
        from counts in Counted.ArrayOf(6)
        from parts in Gen.Elements(true, false).ArrayOf(2)
        select new AuditEntry(
            DateTime.UnixEpoch.AddTicks(at), parts[0] ? Some(DateTime.UnixEpoch.AddTicks(at / 2)) : None, names[0], system, texts[0], names[1], texts[1], names[2],
            texts[2], texts[3], status, parts[1] ? Some(new AuditCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5])) : None, texts[4], None);

    /// <summary>A log of so many entries, some with a text.</summary>
    public static Gen<Arr<AuditLine>> Logs(int least, int most) =>
        from count in Gen.Choose(least, most)
        from entries in Entries.ArrayOf(count)
        from texts in Gen.OneOf(Gen.Constant(Option<string>.None), Gen.Elements("", "改为白金", "raised").Select(Some)).ArrayOf(count)
        select Linked(entries.Zip(texts, Written));

    /// <summary>The lines of entries, one behind the other.</summary>
    public static Arr<AuditLine> Linked(IEnumerable<(AuditEntry Entry, Option<ReadOnlyMemory<byte>> Text)> entries)
    {
        var (lines, link) = (new List<AuditLine>(), ChainLink.Start);
        foreach (var (entry, text) in entries)
        {
            var body = AuditRows.ToBody(entry);
            link = ChainLink.After(link.Span, body);
            lines.Add(new AuditLine(lines.Count + 1, link, body, entry, text));
        }

        return new Arr<AuditLine>(lines);
    }

    /// <summary>The chain that the lines make.</summary>
    public static AuditChain Chain(this IEnumerable<AuditLine> lines) => lines.Aggregate(AuditChain.Start, (chain, line) => chain.Then(line));

    /// <summary>A line whose bytes are others, read again as it would be.</summary>
    public static AuditLine With(this AuditLine line, byte[] body) => line with { Body = body, Entry = AuditRows.Find(body) };

    /// <summary>Bytes of which one is otherwise.</summary>
    public static byte[] Flipped(ReadOnlyMemory<byte> bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at % flipped.Length] ^= 1;
        return flipped;
    }

    private static (AuditEntry, Option<ReadOnlyMemory<byte>>) Written(AuditEntry entry, Option<string> text) => text.Match(
        Some: words =>
        {
            ReadOnlyMemory<byte> salted = (byte[])[.. RandomNumberGenerator.GetBytes(AuditMark.SaltBytes), .. StoreCommands.Bytes(words)];
            var id = $"{salted.Span[0]:x2}{Guid.NewGuid():n}";
            return (entry with { Text = AuditMark.Of(id, salted.Span) }, Some(salted));
        },
        None: () => (entry, Option<ReadOnlyMemory<byte>>.None));
}
