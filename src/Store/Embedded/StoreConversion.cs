using System.Security.Cryptography;
using System.Text;
using LanguageExt;

namespace Kehu.Store;

/// <summary>
/// What a store holds, as far as it can be compared: how many records and lines, and a SHA-256 over every id, version, body,
/// index value, line with its link and the latest moment.
/// </summary>
internal sealed record StoreContent(long Records, long Lines, string Sha256);

/// <summary>A store that was converted, with what it holds.</summary>
internal sealed record StoreConverted(StoreCopy Copy, StoreContent Content);

/// <summary>
/// Makes a store of one kind into one of another: record by record into a new file, which is then walked and compared with the old one, and only then
/// renamed. Until the rename the old store is as it was.
/// </summary>
internal static class StoreConversion
{
    private const int MostRecords = 1000;
    private const long MostBytes = 4 << 20;

    /// <summary>Converts a store that no server has open.</summary>
    public static Either<StoreFault, StoreConverted> Convert(string path, StoreKind to, StoreSchema schema, Watch? watch = null) => !File.Exists(path)
        ? new StoreFault.Missing(path)
        : StoreLock.Take(path).Bind(held =>
        {
            using (held)
            {
                return StoreFaults.Caught(path, () => StoreKinds.Of(held.Path).ToEither(() => (StoreFault)new StoreFault.Foreign(path)).Bind(from =>
                    from == to ? new StoreFault.SameKind(path, to.Name) : Converted(held.Path, path, from, to, schema, watch ?? Unwatched.Watch)));
            }
        });

    private static Either<StoreFault, StoreConverted> Converted(string real, string path, StoreKind from, StoreKind to, StoreSchema schema, Watch watch)
    {
        using var part = new PassingFile(real);
        return from.Open(real, path, schema)
            .Bind(old => to.Open(part.Path, path, schema).Map(made => Wait(Filled(old, made, schema, watch))))
            .Bind(both => both.Old != both.New
                ? new StoreFault.Damaged(path, $"the copy has {both.New} where it has {both.Old}")
                : Either<StoreFault, StoreContent>.Right(both.New))
            .Bind(content => to.Verify(part.Path, path, schema, watch)
                .Map(walked => new StoreConverted(new StoreCopy(path, to, walked, part.Place(replace: true)), content)));
    }

    /// <summary>Fills the new store, closes both, and tells what each holds.</summary>
    private static async Task<(StoreContent Old, StoreContent New)> Filled(IStore old, IStore made, StoreSchema schema, Watch watch)
    {
        await using (old)
        {
            await using (made)
            {
                await Filled(old, made, schema, new Counted(watch, "copying", await Records(old, schema)));
                if (await old.Together(reader => reader.LastMoment, CancellationToken.None) is { } moment)
                {
                    await Done(made, [new Write.Moment(moment)]);
                }

                using var compared = new Counted(watch, "comparing", 2 * await Records(old, schema));
                return (await Content(old, schema, compared), await Content(made, schema, compared));
            }
        }
    }

    private static async Task Filled(IStore old, IStore made, StoreSchema schema, Counted counted)
    {
        using (counted)
        {
            foreach (var table in schema.Tables.Keys)
            {
                await Fill(old, made, table, counted);
            }

            foreach (var log in schema.Logs)
            {
                await FillLog(old, made, log, schema.Chained.Contains(log));
            }
        }
    }

    /// <summary>How many records there are; lines of logs are few beside them.</summary>
    private static async Task<long> Records(IStore store, StoreSchema schema)
    {
        var records = 0L;
        foreach (var table in schema.Tables.Keys)
        {
            records += await store.Count(table, CancellationToken.None);
        }

        return records;
    }

    private static async Task Fill(IStore old, IStore made, string table, Counted counted)
    {
        await foreach (var portion in Portions(old, table))
        {
            await Done(made, [.. portion.Select(Write (one) => new Write.Place(table, one.Row.Id, one.Row.Version, one.Row.Body, one.Keys))]);
            counted.Add(portion.Count);
        }
    }

    private static async Task FillLog(IStore old, IStore made, string log, bool chained)
    {
        await foreach (var portion in old.Read(log, 0, CancellationToken.None).Portions(MostRecords, MostBytes, line => line.Body.Length))
        {
            await Done(made, [.. portion.Select(
                Write (line) => chained ? new Write.AppendLinked(log, line.Body, line.Link) : new Write.Append(log, line.Body))]);
        }
    }

    private static async Task Done(IStore made, IReadOnlyList<Write> unit)
    {
        if (await made.Commit(unit, CancellationToken.None) is { } conflict)
        {
            throw new InvalidDataException($"{conflict.Table} has {conflict.Id} twice");
        }
    }

    private static async Task<StoreContent> Content(IStore store, StoreSchema schema, Counted counted)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (records, lines) = (0L, 0L);
        foreach (var table in schema.Tables.Keys.Order(StringComparer.Ordinal))
        {
            await foreach (var portion in Portions(store, table))
            {
                records += portion.Count;
                counted.Add(portion.Count);
                foreach (var one in portion)
                {
                    var keys = one.Keys.OrderBy(key => key.Key, StringComparer.Ordinal).Select(key => $"{key.Key}={key.Value}");
                    Add(sum, $"{table}\n{one.Row.Id}\n{one.Row.Version}\n{string.Join('\n', keys)}", one.Row.Body);
                }
            }
        }

        foreach (var log in schema.Logs.Order(StringComparer.Ordinal))
        {
            await foreach (var line in store.Read(log, 0, CancellationToken.None))
            {
                lines++;
                var link = line.Link.IsEmpty ? "" : $"\n{System.Convert.ToHexStringLower(line.Link.Span)}";
                Add(sum, $"{log}\n{line.Seq}{link}", line.Body);
            }
        }

        foreach (var log in schema.Chained.Order(StringComparer.Ordinal))
        {
            var head = await store.Together(reader => reader.Head(log), CancellationToken.None);
            Add(sum, $"{log}\n{head.Seq}", head.Link.ToArray());
        }

        Add(sum, $"{(await store.Together(reader => reader.LastMoment, CancellationToken.None))?.Ticks}", []);
        return new StoreContent(records, lines, System.Convert.ToHexStringLower(sum.GetHashAndReset()));
    }

    /// <summary>Each part is preceded by its length, so that no two contents read the same.</summary>
    private static void Add(IncrementalHash sum, string told, byte[] body)
    {
        var text = Encoding.UTF8.GetBytes(told);
        sum.AppendData(BitConverter.GetBytes(text.Length));
        sum.AppendData(text);
        sum.AppendData(BitConverter.GetBytes(body.Length));
        sum.AppendData(body);
    }

    private static async IAsyncEnumerable<List<Keyed>> Portions(IStore store, string table)
    {
        for (var after = ""; ;)
        {
            var from = after;
            var portion = await store.Together(
                reader => reader.Keyed(table, from).UpTo(MostRecords, MostBytes, one => one.Row.Body.Length),
                CancellationToken.None);
            if (portion.Count == 0)
            {
                yield break;
            }

            yield return portion;
            after = portion[^1].Row.Id;
        }
    }

    /// <summary>A command waits for what it asked for.</summary>
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
