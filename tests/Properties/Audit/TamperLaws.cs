using FsCheck;
using FsCheck.Fluent;
using Kehu.Shared;
using LanguageExt;
using Microsoft.Data.Sqlite;
using Xunit;
using static LanguageExt.Prelude;

namespace Kehu.Properties.Audit;

/// <summary>Whatever is done to a log behind the service's back is found, and the first entry that is wrong is named.</summary>
public sealed class TamperLaws
{
    /// <summary>Every way to change a log of which only the head is known elsewhere, with the first entry that is then wrong.</summary>
    private static readonly Gen<(Arr<AuditLine> Log, Arr<AuditLine> Tampered, AuditBreak Wrong)> Tampering =
        from log in AuditLines.Logs(2, 8)
        from at in Gen.Choose(0, log.Count - 2)
        from place in Gen.Choose(0, 400)
        from other in AuditLines.Entries
        from how in Gen.Choose(0, 8)
        select (log, Tampered(log, at, place, other, how).Lines, Tampered(log, at, place, other, how).Wrong);

    [Law(300)]
    public Property Any_tampering_is_found_and_the_first_wrong_entry_is_named() => Law.ForAll(
        Tampering, drawn => drawn.Log.Chain() is { Broken.IsNone: true } whole && drawn.Tampered.Chain().UpTo(whole.Seq, whole.Link).Broken == drawn.Wrong);

    /// <summary>Cutting off the last entries leaves a whole chain: only a head that was kept elsewhere tells.</summary>
    [Law]
    public Property A_log_that_is_cut_off_is_found_only_against_a_head_kept_elsewhere() => Law.ForAll(
        from log in AuditLines.Logs(1, 8) from kept in Gen.Choose(0, log.Count - 1) select (log, kept),
        drawn =>
        {
            var (whole, cut) = (drawn.log.Chain(), drawn.log.Take(drawn.kept).Chain());
            return cut.Broken.IsNone && cut.UpTo(whole.Seq, whole.Link).Broken == new AuditBreak(drawn.kept + 1, AuditFault.Missing);
        });

    /// <summary>Whoever makes the whole log anew from some entry on has a whole chain with another head.</summary>
    [Law]
    public Property A_log_that_is_made_anew_has_another_head() => Law.ForAll(
        from log in AuditLines.Logs(1, 8) from at in Gen.Choose(0, log.Count - 1) from other in AuditLines.Entries select (log, at, other),
        drawn =>
        {
            var anew = AuditLines.Linked(drawn.log.Map((at, line) => (at == drawn.at ? drawn.other : line.Entry.IfNone(drawn.other), line.Text)));
            var (whole, made) = (drawn.log.Chain(), anew.Map(line => line with { Text = None }).Chain());
            return made.Broken.IsNone && (made.UpTo(whole.Seq, whole.Link).Broken == new AuditBreak(whole.Seq, AuditFault.Link)
                || drawn.log[drawn.at].Body.Span.SequenceEqual(anew[drawn.at].Body.Span));
        });

    [Law]
    public Property A_text_that_went_is_erased_and_no_fault() => Law.ForAll(
        AuditLines.Logs(0, 8),
        log => log.Map(line => line with { Text = None }).Chain() is { Broken.IsNone: true } chain && chain.Erased == log.Count(line => line.Text.IsSome));

    [Law]
    public Property An_entry_is_kept_as_it_is() => Law.ForAll(AuditLines.Entries, entry => AuditRows.Find(AuditRows.ToBody(entry)) == entry);

    /// <summary>The same over both kinds of stores, read as the service reads it.</summary>
    [Law(40)]
    public Property A_store_whose_log_was_tampered_with_says_so() => Law.ForAll(
        from drawn in Tampering from kind in Gen.Elements("litedb", "sqlite") select (drawn, kind),
        async drawn =>
        {
            using var folder = new TemporaryFolder();
            await using var store = Stores.Open(folder.File("kehu.db"), drawn.kind);
            await store.Commit([.. drawn.drawn.Tampered.Map(line => (Write)new Write.AppendLinked(Tables.Audit, line.Body.ToArray(), line.Link)), .. Texts(drawn.drawn.Tampered)], default);
            var (chain, wrong, whole) = ((await new AuditArchive(store).Verify(default)).Chain, drawn.drawn.Wrong, drawn.drawn.Log.Chain());
            return wrong.Fault == AuditFault.Missing
                ? chain.UpTo(whole.Seq, whole.Link).Broken.IsSome
                : chain.UpTo(whole.Seq, whole.Link).Broken == wrong;
        });

    /// <summary>In the file itself: lines that are taken away, with what the store notes of them and without, and one that is changed.</summary>
    [Theory]
    [InlineData("DELETE FROM audit WHERE seq = 5", 5, AuditFault.Missing)]
    [InlineData("DELETE FROM audit WHERE seq = 2", 2, AuditFault.Missing)]
    [InlineData("UPDATE audit SET body = x'00' WHERE seq = 3", 3, AuditFault.Link)]
    [InlineData("UPDATE audit SET link = zeroblob(32) WHERE seq = 5", 5, AuditFault.Link)]
    [InlineData("UPDATE audit SET seq = 6 WHERE seq = 5", 5, AuditFault.Missing)]
    public async Task A_file_that_was_written_by_hand_is_found_out(string sql, long seq, AuditFault fault)
    {
        using var folder = new TemporaryFolder();
        var path = await Five(folder, "sqlite");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        await using var store = Stores.Open(path);
        Assert.Equal(new AuditBreak(seq, fault), (await new AuditArchive(store).Verify(default)).Chain.Broken);
    }

    [Xunit.Fact]
    public async Task Lines_cut_off_a_litedb_file_are_missed_where_what_it_notes_of_them_stays()
    {
        using var folder = new TemporaryFolder();
        var path = await Five(folder, "litedb");
        var session = LiteSession.Open(new LiteFolder(path));
        session.Engine.BeginTrans();
        session.Engine.Delete(Tables.Audit, [5L]);
        session.Engine.Commit();
        session.Close();

        await using var store = Stores.Open(path);
        Assert.Equal(new AuditBreak(5, AuditFault.Missing), (await new AuditArchive(store).Verify(default)).Chain.Broken);
    }

    private static async Task<string> Five(TemporaryFolder folder, string kind)
    {
        var path = folder.File("kehu.db");
        await using var store = Stores.Open(path, kind);
        var clock = StandingClock.OnTheDay();
        var trail = new AuditTrail(new Moments(clock, null), clock);
        for (var i = 1; i <= 5; i++)
        {
            await store.Commit(trail.Told(AuditOrigin.OfService("test"), Deed.Of("test", $"{i}"), 0, []), default);
        }

        return path;
    }

    private static IEnumerable<Write> Texts(Arr<AuditLine> lines) =>
        from line in lines
        from entry in line.Entry.AsEnumerable()
        from mark in entry.Text.AsEnumerable()
        from text in line.Text.AsEnumerable()
        group text.ToArray() by mark.Id into texts
        select AuditRows.ToWrite(texts.Key, texts.First(), None);

    private static (Arr<AuditLine> Lines, AuditBreak Wrong) Tampered(Arr<AuditLine> log, int at, int place, AuditEntry other, int how)
    {
        var (line, seq) = (log[at], at + 1L);
        return how switch
        {
            0 => (log.SetItem(at, line.With(AuditLines.Flipped(line.Body, place))), new AuditBreak(seq, AuditFault.Link)),
            1 => (log.SetItem(at, line with { Link = AuditLines.Flipped(line.Link, place) }), new AuditBreak(seq, AuditFault.Link)),
            2 => (Numbered(log.RemoveAt(at)), new AuditBreak(seq, AuditFault.Link)),
            3 => (log.RemoveAt(at), new AuditBreak(seq, AuditFault.Missing)),
            4 => (Numbered(log.SetItem(at, log[at + 1]).SetItem(at + 1, line)), new AuditBreak(seq, AuditFault.Link)),
            5 => (Numbered(log.Insert(at, Inserted(log, at, other))), new AuditBreak(seq + 1, AuditFault.Link)),
            6 => (Numbered(log.Insert(at, line.With(AuditRows.ToBody(other)))), new AuditBreak(seq, AuditFault.Link)),
            7 => log.Find(one => one.Text.IsSome && one.Seq < log.Count).Match(
                Some: told => (log.SetItem((int)told.Seq - 1, told with { Text = told.Text.Map(text => (ReadOnlyMemory<byte>)AuditLines.Flipped(text, place)) }), new AuditBreak(told.Seq, AuditFault.Text)),
                None: () => (log.RemoveAt(at), new AuditBreak(seq, AuditFault.Missing))),
            _ => (Cut(log, at), new AuditBreak(seq + 1, AuditFault.Missing)),
        };
    }

    /// <summary>Another entry with the link that follows: the one behind it does not fit any more.</summary>
    private static AuditLine Inserted(Arr<AuditLine> log, int at, AuditEntry other)
    {
        var body = AuditRows.ToBody(other);
        return new AuditLine(0, ChainLink.After((at == 0 ? ChainLink.Start : log[at - 1].Link).Span, body), body, other, None);
    }

    private static Arr<AuditLine> Cut(Arr<AuditLine> log, int at) => new(log.Take(at + 1));

    private static Arr<AuditLine> Numbered(Arr<AuditLine> lines) => new(lines.Select((line, at) => line with { Seq = at + 1 }));
}
