using System.Globalization;
using Kehu.Api.Store;
using Kehu.Domain;
using static LanguageExt.Prelude;

namespace Kehu.Api.Archive;

/// <summary>
/// What was done for a customer in a year, as one row of the table <c>engagements</c>: small, so that a manager's customers are read at once.
/// The one codec of the table: a format byte, a count, then each engagement by date and id. Members of enumerations are stored by number,
/// so numbers are never given anew.
/// </summary>
internal static class EngagementRow
{
    /// <summary>The most engagements of a customer in a year (house): a row stays small enough to be written whole.</summary>
    public const int Most = 1_000;

    private const byte Format = 1;

    /// <summary>The id of a customer's row of a year: a space sorts before all that a customer's id may hold.</summary>
    public static string Id(string customer, int year) => string.Create(CultureInfo.InvariantCulture, $"{customer} {year:0000}");

    /// <summary>Below every row of a customer, and above every one.</summary>
    public static (string After, string Before) Of(string customer) => ($"{customer} ", $"{customer}!");

    /// <summary>The customer whose row this is.</summary>
    public static string CustomerOf(string id) => id[..id.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>The bytes of a year's engagements, which are put in order.</summary>
    public static byte[] ToBody(IReadOnlyCollection<Engagement> engagements)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes))
        {
            to.Write(Format);
            to.Write7BitEncodedInt(engagements.Count);
            foreach (var engagement in engagements.OrderBy(one => one.Date).ThenBy(one => one.Id, StringComparer.Ordinal))
            {
                Write(to, engagement);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The engagements in a body, by date and id.</summary>
    public static Engagement[] From(byte[] body)
    {
        using var from = new BinaryReader(new MemoryStream(body, writable: false));
        if (from.ReadByte() != Format)
        {
            throw new InvalidDataException("stored engagements have an unknown format");
        }

        var all = new Engagement[from.Read7BitEncodedInt()];
        for (var at = 0; at < all.Length; at++)
        {
            all[at] = Read(from);
        }

        return all;
    }

    /// <summary>The engagements in all of a customer's rows, by date and id.</summary>
    public static Engagement[] All(IReadOnlyCollection<Row> rows) => [.. rows.OrderBy(row => row.Id, StringComparer.Ordinal).SelectMany(row => From(row.Body))];

    private static void Write(BinaryWriter to, Engagement one)
    {
        to.Write(one.Id);
        to.Write7BitEncodedInt(one.Date.DayNumber);
        to.Write((byte)one.Channel);
        to.Write((byte)one.Kind);
        to.Write((byte)((one.By.IsSome ? 1 : 0) | (one.Level.IsSome ? 2 : 0) | (one.Occasion.IsSome ? 4 : 0) | (one.Staff.IsSome ? 8 : 0) | (one.Note.IsSome ? 16 : 0)));
        one.By.IfSome(by => to.Write((byte)by));
        one.Level.IfSome(level => to.Write((byte)level));
        one.Occasion.IfSome(occasion => to.Write((byte)occasion));
        one.Staff.IfSome(to.Write);
        one.Note.IfSome(to.Write);
    }

    private static Engagement Read(BinaryReader from)
    {
        var head = new Engagement(from.ReadString(), DateOnly.FromDayNumber(from.Read7BitEncodedInt()), (Channel)from.ReadByte(), (EngagementKind)from.ReadByte());
        var has = from.ReadByte();
        return has == 0 ? head : head with
        {
            By = (has & 1) != 0 ? Some((Role)from.ReadByte()) : None,
            Level = (has & 2) != 0 ? Some((EventLevel)from.ReadByte()) : None,
            Occasion = (has & 4) != 0 ? Some((Occasion)from.ReadByte()) : None,
            Staff = (has & 8) != 0 ? Some(from.ReadString()) : None,
            Note = (has & 16) != 0 ? Some(from.ReadString()) : None,
        };
    }
}
