using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// What is on file of a customer's consents: the row of the log, and what records say that were stored with their preferences, as versions before the log
/// did. These count as events of their date and are never moved.
/// </summary>
/// <param name="Row">The row of the log; null where there is none yet.</param>
/// <param name="Kept">What the row holds, with what was added since it was read.</param>
/// <param name="InRecords">What stored records say.</param>
internal sealed record ConsentFile(Row? Row, ConsentLog Kept, Arr<LoggedConsent> InRecords)
{
    private static readonly Codec<Arr<LoggedConsent>> Codec = JsonForms.All.Of(Forms.List(LoggedConsent.Contract));

    /// <summary>All that the customer said.</summary>
    public ConsentLog Log => InRecords.IsEmpty ? Kept : ConsentLog.Of(Kept.Events + InRecords);

    /// <summary>Whether something was added since the row was read.</summary>
    public bool IsChanged { get; private init; }

    /// <summary>The id of a customer's row: behind the customer's and a space, as whatever belongs to a customer.</summary>
    public static string IdOf(string customer) => $"{customer} consents";

    /// <summary>What a row holds, apart from what records say.</summary>
    public static ConsentFile Of(Row? row) => Of(row, Arr<LoggedConsent>.Empty);

    /// <summary>The same beside what records say.</summary>
    public static ConsentFile Of(Row? row, Arr<LoggedConsent> inRecords) => new(row, Stored(row), inRecords);

    /// <summary>With what was said now; the fault where the log would be too long.</summary>
    public Either<Fault, ConsentFile> With(IEnumerable<LoggedConsent> said) => With(said, (log, one) => log.Record(one));

    /// <summary>With what was recorded before.</summary>
    public Either<Fault, ConsentFile> WithRecorded(LoggedConsent before) => With([before], (log, one) => log.Add(one));

    private Either<Fault, ConsentFile> With(IEnumerable<LoggedConsent> said, Func<ConsentLog, LoggedConsent, ConsentAdding> add)
    {
        var file = this;
        foreach (var one in said)
        {
            switch (add(file.Log, one))
            {
                case ConsentAdding.Added:
                    file = file with { Kept = ConsentLog.Of(file.Kept.Events.Add(one)), IsChanged = true };
                    break;
                case ConsentAdding.Full:
                    return ConsentLog.TooMany;
                case ConsentAdding.Unchanged:
                    break;
            }
        }

        return file;
    }

    /// <summary>The write that stores the log over the row that was read.</summary>
    public Write.Put Write(string customer) => new(
        Tables.Consents, IdOf(customer), Row?.Version ?? 0, WireJson.Bytes(json => Codec.Write(json, Kept.Events)), Store.Write.Unlisted);

    /// <summary>The same of the rows that were read with a customer, of which there is one at most.</summary>
    public static ConsentFile Of(IReadOnlyList<Row> rows, Arr<LoggedConsent> inRecords) => Of(rows.Count > 0 ? rows[0] : null, inRecords);

    private static ConsentLog Stored(Row? row) =>
        row is not { } found ? ConsentLog.Empty
        : Codec.Read(found.Body, out var events).Count == 0 ? ConsentLog.Of(events)
        : throw new InvalidDataException("a stored log of consents is damaged");
}

/// <summary>Reading consents with the rest of a customer.</summary>
internal static class ConsentReading
{
    /// <summary>What is on file of a customer's consents, of whom the history was read and the row.</summary>
    public static ConsentFile ConsentFile(this CustomerRows customer, FactCatalogue facts) =>
        Api.ConsentFile.Of(customer.Consents, customer.SaidInRecords(facts));

    /// <summary>
    /// What the records of a customer say of consents, superseded ones too: what was refused once is not forgotten because the record is replaced. Records
    /// of this version hold nothing of it, and are not read for it.
    /// </summary>
    public static Arr<LoggedConsent> SaidInRecords(this CustomerRows customer, FactCatalogue facts) => customer.Held is { IsWithdrawn: false } head
        ? new Arr<LoggedConsent>(customer.Older.Append(head).Where(held => held.HoldsPreferences)
            .SelectMany(held => held.Record(facts) is var record ? record.Preferences.Recorded(record.AsOf, held.RecordedAt) : default))
        : default;
}
