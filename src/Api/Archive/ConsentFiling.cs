using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// Filing what records say of consents in the unit of work of the records: each customer's log is written once a unit, whatever the number of records. A record
/// that is on file already may bring something new.
/// </summary>
/// <param name="rows">The rows of the logs of the customers whose records say something.</param>
internal sealed class ConsentFiling(IEnumerable<Row> rows)
{
    private static readonly ContractCodec<SaidConsents> Said = JsonForms.All.Of(SaidConsents.Contract);

    private readonly Dictionary<string, ConsentFile> files =
        rows.ToDictionary(row => Tables.CustomerOf(row.Id), row => ConsentFile.Of(row), StringComparer.Ordinal);

    /// <summary>The ids of the rows that are to be read for these records.</summary>
    public static IReadOnlyCollection<string> Ids(IEnumerable<Incoming> records) =>
        [.. records.Where(record => record.Said != Preferences.Unknown).Select(record => ConsentFile.IdOf(record.Id)).Distinct(StringComparer.Ordinal)];

    /// <summary>The rows of the logs of these records' customers.</summary>
    public static ConsentFiling Of(IReader reader, IEnumerable<Incoming> records) =>
        Ids(records) is { Count: > 0 } ids ? new ConsentFiling(reader.Get(Tables.Consents, ids)) : new ConsentFiling([]);

    /// <summary>What filing a record comes to with what it says of consents.</summary>
    public Filing Beside(Filing filing, Incoming record, DateTime moment)
    {
        if (record.Said == Preferences.Unknown || filing is Filing.NotSeen or Filing.Refused)
        {
            return filing;
        }

        var before = files.TryGetValue(record.Id, out var known) ? known : ConsentFile.Of(null);
        return before.With(record.Said.Recorded(record.AsOf, moment)).Match<Filing>(
            Left: full => new Filing.Refused(Prelude.Seq1(full.Under("/preferences"))),
            Right: after =>
            {
                files[record.Id] = after;
                return filing is Filing.Unchanged same && after != before ? same with { BringsConsents = true } : filing;
            });
    }

    /// <summary>
    /// The writes of all that was said; a customer in whose record nothing changes has to be there still, in the version that was read.
    /// </summary>
    public IEnumerable<Write> Writes(IReadOnlyDictionary<string, OnFile> before, IReadOnlyDictionary<string, OnFile> after) => files
        .Where(file => file.Value.IsChanged)
        .SelectMany(file => before.TryGetValue(file.Key, out var one) && after.TryGetValue(file.Key, out var now) && one.Head.Version == now.Head.Version
            ? new Write[] { file.Value.Write(file.Key), new Write.Expect(Tables.Customers, file.Key, one.Head.Version) }
            : [file.Value.Write(file.Key)]);

    /// <summary>The writes of what one record said.</summary>
    public IEnumerable<Write> Writes() => files.Where(file => file.Value.IsChanged).Select(Write (file) => file.Value.Write(file.Key));

    /// <summary>What the audit tells of a record that changes nothing but consents.</summary>
    public static byte[] Audited(Incoming record) =>
        WireJson.Bytes(json => Said.Write(json, new SaidConsents(record.Said.Events(record.AsOf))));

    /// <summary>A line as it was sent, to be mended and sent again: of a whole record the canonical JSON with what it said of consents.</summary>
    public static ReadOnlyMemory<byte> AsSent(Incoming record, ReadOnlyMemory<byte> json, FactCatalogue facts) =>
        record is Incoming.Part || record.Said == Preferences.Unknown
            ? json
            : WireJson.Bytes(to => CustomerCodecs.WriteAsSent(to, new Held(default, default, json).Record(facts) with { Preferences = record.Said }));
}
