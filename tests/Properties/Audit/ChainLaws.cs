using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;

namespace Kehu.Properties.Audit;

/// <summary>The links of a chained log are whole and the same, whatever becomes of units and whatever the store goes through.</summary>
public sealed class ChainLaws
{
    private static readonly Gen<Step[]> Units = (
        from lines in Gen.Choose(0, 3)
        from put in Gen.Elements(true, false)
        from expected in Gen.Choose(0, 2)
        select new Step(lines, put, expected)).ArrayOf();

    private static readonly Gen<Happening> Happenings = Gen.Frequency(
        (6, Units.Select(Happening (units) => new Happening.Commit(units))),
        (1, Gen.Constant((Happening)new Happening.Reopen())),
        (1, Gen.Constant((Happening)new Happening.Kill())),
        (1, Gen.Constant((Happening)new Happening.Copy())),
        (1, Gen.Constant((Happening)new Happening.Convert())));

    /// <summary>Units together and alone, conflicts among them, a restart, a kill, a backup put in the store's place, and a conversion.</summary>
    [Law(25)]
    public Property A_chain_is_whole_and_the_same_whatever_the_store_goes_through() => Law.ForAll(
        from happenings in Happenings.NonEmptyListOf() from kind in Gen.Elements("litedb", "sqlite") select (happenings, kind),
        async drawn =>
        {
            using var folder = new TemporaryFolder();
            var (path, seen, files) = (folder.File("kehu.db"), new List<string>(), 0);
            Stores.Open(path, drawn.kind).DisposeAsync().AsTask().Wait();
            foreach (var happening in drawn.happenings)
            {
                switch (happening)
                {
                    case Happening.Commit(var units):
                        await using (var store = Stores.Open(path))
                        {
                            await Task.WhenAll(units.Select((unit, at) => Task.Run(async () => await store.Commit(Unit(unit, at, seen.Count), default))));
                            if (!await IsWhole(store, seen))
                            {
                                return false;
                            }
                        }

                        break;
                    case Happening.Kill:
                        await using (var store = Stores.Open(path))
                        {
                            await store.Commit([new Write.Append(Tables.Audit, [9])], default);
                            Stores.CopyKilled(path, store.Kind.Name, folder.File($"{++files}.db"));
                        }

                        path = folder.File($"{files}.db");
                        break;
                    case Happening.Copy:
                        var copy = StoreBackup.Backup(path, folder.File($"{++files}.backup"), Tables.Schema);
                        path = folder.File($"{++files}.db");
                        if (!copy.Bind(made => StoreBackup.Restore(path, made.Path, force: false, Tables.Schema)).IsRight)
                        {
                            return false;
                        }

                        break;
                    case Happening.Convert:
                        var to = StoreKinds.Of(path) == StoreKinds.LiteDb ? StoreKinds.Sqlite : StoreKinds.LiteDb;
                        if (!StoreConversion.Convert(path, to, Tables.Schema).IsRight)
                        {
                            return false;
                        }

                        break;
                    case Happening.Reopen:
                        break;
                }

                await using var found = Stores.Open(path);
                if (!await IsWhole(found, seen))
                {
                    return false;
                }
            }

            return true;
        });

    /// <summary>A broken chain is not made whole by a conversion: it stays as it was, or is refused.</summary>
    [Theory]
    [OverStores]
    public async Task A_conversion_mends_nothing(string kind)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("kehu.db");
        await using (var store = Stores.Open(path, kind))
        {
            var body = AuditRows.ToBody(AuditEntry.Of(AuditOrigin.OfService("test"), DateTime.UnixEpoch, "test", 0));
            await store.Commit([new Write.Append(Tables.Audit, body), new Write.AppendLinked(Tables.Audit, body, new byte[ChainLink.Bytes]), new Write.Append(Tables.Audit, body)], default);
        }

        Assert.True(StoreConversion.Convert(path, kind == "sqlite" ? StoreKinds.LiteDb : StoreKinds.Sqlite, Tables.Schema).IsRight);
        await using var converted = Stores.Open(path);
        Assert.Equal(new AuditBreak(2, AuditFault.Link), (await new AuditArchive(converted).Verify(default)).Chain.Broken);
    }

    /// <summary>A backup says the head of what it has.</summary>
    [Theory]
    [OverStores]
    public async Task A_backup_says_how_far_its_log_goes(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        await store.Commit([new Write.Append(Tables.Audit, [1]), new Write.Append(Tables.Audit, [2])], default);
        var head = await store.Together(reader => reader.Head(Tables.Audit), default);
        var copied = StoreBackup.Backup(folder.File("kehu.db"), folder.File("backup"), Tables.Schema)
            .Map(copy => copy.Walked.Heads.Find(Tables.Audit).IfNone(LogHead.Start)).IfLeft(LogHead.Start);
        Assert.Equal((2, Convert.ToHexString(head.Link.Span)), (copied.Seq, Convert.ToHexString(copied.Link.Span)));
    }

    /// <summary>The lines seen before are there as they were, and all of them make a chain that ends in the head.</summary>
    private static async Task<bool> IsWhole(IStore store, List<string> seen)
    {
        var (lines, link) = (await store.Read(Tables.Audit, 0, default).ToListAsync(), ChainLink.Start);
        foreach (var line in lines)
        {
            link = ChainLink.After(link.Span, line.Body);
            if (!line.Link.Span.SequenceEqual(link.Span))
            {
                return false;
            }
        }

        var told = lines.ConvertAll(line => $"{line.Seq} {Convert.ToHexString(line.Link.Span)}");
        var head = await store.Together(reader => reader.Head(Tables.Audit), default);
        var same = told.Take(seen.Count).SequenceEqual(seen) && head.Seq == lines.Count && head.Link.Span.SequenceEqual(link.Span);
        seen.Clear();
        seen.AddRange(told);
        return same;
    }

    private static IReadOnlyList<Write> Unit(Step step, int at, int before) =>
    [
        .. Enumerable.Range(0, step.Lines).Select(Write (line) => new Write.Append(Tables.Audit, [(byte)at, (byte)line, (byte)before])),
        .. step.Puts ? [Stores.Customer("A", step.Expected)] : System.Array.Empty<Write>(),
    ];

    private sealed record Step(int Lines, bool Puts, int Expected);

    private abstract record Happening
    {
        public sealed record Commit(Step[] Units) : Happening;

        public sealed record Reopen : Happening;

        public sealed record Kill : Happening;

        public sealed record Copy : Happening;

        public sealed record Convert : Happening;
    }
}
