using System.Security.Cryptography;
using LanguageExt;

namespace Kehu.Api;

/// <summary>A table of yearly rows, whatever is in them.</summary>
internal interface IYearTable
{
    /// <summary>The table's name, which is also the plural in routes.</summary>
    string Name { get; }

    /// <summary>Which part of what is stored of a customer it holds.</summary>
    CustomerParts Part { get; }

    /// <summary>What moving all of a customer's events to another comes to, who keeps the own ones as they are.</summary>
    Either<Fault, MovedEvents> Moved(CustomerRows from, CustomerRows into);

    /// <summary>The writes that move events back to a customer who has none, as far as they are still there.</summary>
    IEnumerable<Write> MovedBack(CustomerRows from, string to, Arr<MovedEvent> moved);
}

/// <summary>Events that go to another customer, and the writes that move them.</summary>
internal sealed record MovedEvents(Arr<MovedEvent> Events, Arr<Write> Unit);

/// <summary>
/// Where events of one sort are kept: those of a customer and a year as one row, small, so that many customers are read at once. A body is a
/// format byte, a count, then each event by date and id.
/// </summary>
/// <param name="Name">The table's name, which is also the plural in routes.</param>
/// <param name="Most">The most events of a customer in a year (house): a row stays small enough to be written whole.</param>
/// <param name="Words">What such an event is called, and why one is refused.</param>
/// <param name="Part">Which part of what is stored of a customer it holds.</param>
internal sealed record YearTable<T>(string Name, int Most, EventWords Words, CustomerParts Part) : IYearTable
    where T : class, IDatedEvent<T>
{
    private const byte Format = 1;

    /// <summary>The bytes of a year's events, which are put in order.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "the counterpart of From")]
    public byte[] ToBody(IReadOnlyCollection<T> events)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes))
        {
            to.Write(Format);
            to.Write7BitEncodedInt(events.Count);
            foreach (var one in events.OrderBy(one => one.Date).ThenBy(one => one.Id, StringComparer.Ordinal))
            {
                to.Write(one.Id);
                to.Write7BitEncodedInt(one.Date.DayNumber);
                EventCodecs<T>.Kept.Write(to, one);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The events in a body, by date and id.</summary>
    public T[] From(byte[] body)
    {
        using var from = new BinaryReader(new MemoryStream(body, writable: false));
        if (from.ReadByte() != Format)
        {
            throw new InvalidDataException($"stored {Name} have an unknown format");
        }

        var all = new T[from.Read7BitEncodedInt()];
        for (var at = 0; at < all.Length; at++)
        {
            var (id, date) = (from.ReadString(), DateOnly.FromDayNumber(from.Read7BitEncodedInt()));
            all[at] = EventCodecs<T>.Kept.Read(from).At(id, date);
        }

        return all;
    }

    /// <summary>The events in all of a customer's rows, by date and id.</summary>
    public T[] All(IReadOnlyCollection<Row> rows) => [.. rows.OrderBy(row => row.Id, StringComparer.Ordinal).SelectMany(row => From(row.Body))];

    /// <summary>The version of an event: it is never changed, only withdrawn, and perhaps logged again otherwise.</summary>
    public string Version(T one) => Convert.ToHexStringLower(SHA256.HashData(ToBody([one])))[..16];

    /// <summary>One thing more among all of a customer's.</summary>
    public YearFiling<T> Add(IReadOnlyCollection<T> all, T added)
    {
        if (all.FirstOrDefault(one => one.Id == added.Id) is { } same)
        {
            return same.Equals(added) ? new YearFiling<T>.Unchanged() : new YearFiling<T>.Taken();
        }

        T[] year = [.. all.Where(one => one.Date.Year == added.Date.Year), added];
        return year.Length > Most ? new YearFiling<T>.Full() : new YearFiling<T>.Filed(year);
    }

    /// <summary>The write that takes an event out of the year that holds it; the row goes with its last.</summary>
    public Write Without(Row row, string id) => System.Array.FindAll(From(row.Body), one => one.Id != id) is { Length: > 0 } rest
        ? ToWrite(row.Id, row.Version, rest)
        : new Write.Delete(Name, row.Id, row.Version);

    /// <summary>The write that stores a year over a row of this version (0: none).</summary>
    public Write.Put ToWrite(string id, long version, IReadOnlyCollection<T> year) => new(Name, id, version, ToBody(year), new Dictionary<string, string>());

    /// <summary>The write that stores a year among these rows.</summary>
    public Write ToWrite(string id, IEnumerable<Row> rows, T[] year) =>
        ToWrite(id, rows.Where(row => row.Id == id).Select(row => row.Version).FirstOrDefault(), year);

    /// <inheritdoc/>
    public Either<Fault, MovedEvents> Moved(CustomerRows from, CustomerRows into)
    {
        var (there, moved, years) = (All(into.Of(this)), new List<MovedEvent>(), new System.Collections.Generic.HashSet<int>());
        var (taken, all) = (there.Select(one => one.Id).ToHashSet(StringComparer.Ordinal), there.ToList());
        foreach (var one in All(from.Of(this)))
        {
            var id = taken.Contains(one.Id) ? Merged.IdOf(from.Id, one.Id) : one.Id;
            if (!taken.Add(id))
            {
                return Fault.Of(
                    "other", "merge.event-taken",
                    $"both have {Words.Many.En} with the ids '{one.Id}' and '{id}'; withdraw one of them and log it under an id of its own",
                    $"两位客户均有编号为“{one.Id}”和“{id}”的{Words.Many.Zh}；请撤回其一并以新编号重新记录");
            }

            moved.Add(new MovedEvent(Name, id, id == one.Id ? Option<string>.None : one.Id));
            all.Add(id == one.Id ? one : one.At(id, one.Date));
            years.Add(one.Date.Year);
        }

        var changed = all.Where(one => years.Contains(one.Date.Year)).GroupBy(one => one.Date.Year).ToList();
        return changed.Exists(year => year.Count() > Most)
            ? Merged.TooMany
            : new MovedEvents(
                new Arr<MovedEvent>(moved),
                new Arr<Write>(
                [
                    .. from.Of(this).Select(row => new Write.Delete(Name, row.Id, row.Version)),
                    .. changed.Select(year => ToWrite(YearRow.Id(into.Id, year.Key), into.Of(this), [.. year])),
                ]));
    }

    /// <inheritdoc/>
    public IEnumerable<Write> MovedBack(CustomerRows from, string to, Arr<MovedEvent> moved)
    {
        var ids = moved.Filter(one => one.Sort == Name).ToDictionary(one => one.Id, one => one.Was.IfNone(one.Id), StringComparer.Ordinal);
        foreach (var row in from.Of(this))
        {
            var year = From(row.Body).ToLookup(one => ids.ContainsKey(one.Id));
            var (going, staying) = (year[true].ToList(), year[false].ToList());
            if (going.Count > 0)
            {
                yield return staying.Count > 0 ? ToWrite(row.Id, row.Version, staying) : new Write.Delete(Name, row.Id, row.Version);
                yield return ToWrite(YearRow.Id(to, going[0].Date.Year), 0, going.ConvertAll(one => one.At(ids[one.Id], one.Date)));
            }
        }
    }
}
