using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>A customer as sent to be classified: the id may be left out.</summary>
internal readonly record struct CustomerToClassify(string? Id, Customer Customer, Preferences? Preferences = null);

/// <summary>Customers on the wire. One reader serves stored records and customers to classify: the latter need fewer members.</summary>
internal static class CustomerJson
{
    private static readonly JsonMembers StoredMembers = new("id", "kind", "asOf", "outlet", "manager?", "name?", "contact?", "preferences?", "dossier?", "facts?");

    private static readonly JsonMembers ClassifiedMembers = new("id?", "kind", "asOf?", "outlet?", "manager?", "name?", "contact?", "preferences?", "dossier?", "facts?");

    private static readonly NameTable Kinds = new([.. CustomerKinds.All.Map(kind => kind.Code())]);

    /// <summary>A customer to classify on a date. Members of the stored record are accepted and checked, and do not bear on the decision.</summary>
    public static CustomerToClassify ReadToClassify(ref JsonCursor cursor)
    {
        var parts = Read(ref cursor, ClassifiedMembers);
        return new CustomerToClassify(parts.Id, new Customer(parts.Kind, parts.Facts), parts.Preferences);
    }

    /// <summary>A record to store, whole and without contradictions, or nothing where the cursor has found faults.</summary>
    public static CustomerRecord? ReadRecord(ref JsonCursor cursor)
    {
        var faults = cursor.FaultCount;
        var parts = Read(ref cursor, StoredMembers);
        if (parts.AsOf is { } asOf && !cursor.Stopped)
        {
            ReportFacts(ref cursor, parts.Facts.LateDates(asOf));
        }

        return cursor.FaultCount > faults || cursor.Stopped
            ? null
            : CustomerId.From(parts.Id!).Match(
                Succ: id => new CustomerRecord(
                    id, parts.Kind, parts.AsOf!.Value, parts.Outlet!, parts.Manager.Known(), parts.Name.Known(), parts.Contact, parts.Preferences, parts.Dossier, parts.Facts),
                Fail: _ => (CustomerRecord?)null);
    }

    /// <summary>The one canonical form of a record: members in a fixed order, what is unknown left out.</summary>
    public static void Write(Utf8JsonWriter json, CustomerRecord record)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, record.Id.Value);
        json.WriteString("kind"u8, record.Kind.Code());
        json.WritePropertyName("asOf"u8);
        FactsJson.WriteDay(json, record.AsOf);
        json.WriteString("outlet"u8, record.Outlet);
        json.WriteText("manager"u8, record.Manager);
        json.WriteText("name"u8, record.Name);
        ContactJson.Write(json, record.Contact);
        PreferencesJson.Write(json, record.Preferences);
        DossierJson.Write(json, record.Dossier);
        json.WritePropertyName("facts"u8);
        FactsJson.Write(json, record.Facts);
        json.WriteEndObject();
    }

    /// <summary>A text of the record, nothing where it is unknown.</summary>
    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Option<string> value)
    {
        if (value.OrNull() is { } text)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>A text of 1 to so many characters without control characters.</summary>
    public static string? ReadText(ref JsonCursor cursor, int longest = CustomerRecord.LongestText)
    {
        var text = cursor.ReadString(longest);
        if (text is not null && (text.Length == 0 || HasControl(text)))
        {
            cursor.Fault("customer.text", "a text is not empty and has no control characters; leave the member out where nothing is known", "文本不得为空或含控制字符；未知时请省略该成员");
            return null;
        }

        return text;
    }

    private static Parts Read(ref JsonCursor cursor, JsonMembers members)
    {
        var parts = new Parts();
        if (!cursor.StartObject())
        {
            return parts;
        }

        var seen = default(MemberSet);
        var kindKnown = false;
        while (cursor.NextMember(members, ref seen, out var member))
        {
            switch (member)
            {
                case 0: parts.Id = ReadId(ref cursor); break;
                case 1: kindKnown = cursor.ReadCode(Kinds, out var kind); parts.Kind = (CustomerKind)Math.Max(0, kind); break;
                case 2: parts.AsOf = ReadAsOf(ref cursor); break;
                case 3: parts.Outlet = ReadUnit(ref cursor); break;
                case 4: parts.Manager = ReadUnit(ref cursor); break;
                case 5: parts.Name = ReadText(ref cursor); break;
                case 6: parts.Contact = ContactJson.Read(ref cursor); break;
                case 7: parts.Preferences = PreferencesJson.Read(ref cursor); break;
                case 8: parts.Dossier = DossierJson.Read(ref cursor); break;
                default: parts.Facts = FactsJson.Read(ref cursor); break;
            }
        }

        if (kindKnown && !cursor.Stopped)
        {
            ReportFacts(ref cursor, FactsJson.OfOtherKind(parts.Facts, parts.Kind));
            ReportFacts(ref cursor, cursor.IsOnFile ? parts.Facts.ContradictionsOnFile() : parts.Facts.Contradictions());
        }

        return parts;
    }

    /// <summary>Faults of the facts of the customer just read; where there are none the way to them is not written out.</summary>
    private static void ReportFacts(ref JsonCursor cursor, Seq<Fault> faults)
    {
        if (faults.IsEmpty)
        {
            return;
        }

        var at = cursor.Pointer + "/facts";
        foreach (var fault in faults)
        {
            cursor.Report(fault.Under(at));
        }
    }

    private static bool HasControl(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The id of a customer.</summary>
    public static string? ReadId(ref JsonCursor cursor)
    {
        var text = cursor.ReadString(4_096);
        if (text is null || CustomerId.IsId(text))
        {
            return text;
        }

        foreach (var fault in CustomerId.From(text).Match(Succ: _ => Seq<Fault>(), Fail: faults => faults))
        {
            cursor.Fault(fault.Code, fault.Detail.En, fault.Detail.Zh);
        }

        return null;
    }

    /// <summary>A date within what the service knows.</summary>
    public static DateOnly? ReadAsOf(ref JsonCursor cursor)
    {
        var date = cursor.ReadDate();
        if (date is { } day && !Spans.Dates.Contains(day.DayNumber))
        {
            cursor.Fault("date.out-of-range", "dates lie between 1900-01-01 and 2100-12-31", "日期须在 1900-01-01 至 2100-12-31 之间");
            return null;
        }

        return date;
    }

    /// <summary>The code of an outlet or a person at the bank, or an id made like one.</summary>
    public static string? ReadUnit(ref JsonCursor cursor)
    {
        var text = cursor.ReadString(4_096);
        if (text is not null && !Codes.IsCode(text, 64))
        {
            cursor.Fault("customer.code", "a code is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit", "代码由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头");
            return null;
        }

        return text;
    }

    private struct Parts()
    {
        public string? Id;
        public CustomerKind Kind;
        public DateOnly? AsOf;
        public string? Outlet;
        public string? Manager;
        public string? Name;
        public Contact Contact = Contact.Unknown;
        public Preferences Preferences = Preferences.Unknown;
        public Dossier Dossier = Dossier.Unknown;
        public KnownFacts Facts = KnownFacts.Nothing;
    }
}
