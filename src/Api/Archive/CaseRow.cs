using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>
/// A case as one row of the table <c>cases</c>: its events in their order, of which it is made again. The one codec of the table: a format byte,
/// a count, then each event with a tag and its moment. Members of enumerations are stored by number, so numbers are never given anew.
/// </summary>
internal static class CaseRow
{
    /// <summary>The table's name.</summary>
    public const string Table = Tables.Cases;

    /// <summary>The index by the customer's id.</summary>
    public const string Customer = "customer";

    private const byte Format = 1;

    /// <summary>The bytes of events.</summary>
    public static byte[] ToBody(Arr<CaseEvent> events)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes))
        {
            to.Write(Format);
            to.Write7BitEncodedInt(events.Count);
            foreach (var happened in events)
            {
                Write(to, happened);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The events in a body.</summary>
    public static Arr<CaseEvent> From(byte[] body)
    {
        using var from = new BinaryReader(new MemoryStream(body, writable: false));
        if (body.Length == 0 || from.ReadByte() != Format)
        {
            throw new InvalidDataException("a stored case has an unknown format");
        }

        var events = new CaseEvent[from.Read7BitEncodedInt()];
        for (var at = 0; at < events.Length; at++)
        {
            events[at] = Read(from);
        }

        return new Arr<CaseEvent>(events);
    }

    private static void Write(BinaryWriter to, CaseEvent happened)
    {
        to.Write((byte)TagOf(happened));
        to.Write(happened.At.Ticks);
        switch (happened)
        {
            case CaseEvent.Opened opened:
                to.Write(opened.Customer.Value);
                to.Write(opened.Outlet);
                to.Write((byte)opened.Type);
                to.Write((byte)opened.Subject);
                to.Write((byte)opened.Urgency);
                to.Write(opened.Text);
                break;
            case CaseEvent.Acknowledged(_, var handler, var named):
                to.Write(handler);
                to.Write(named.IsSome);
                named.IfSome(role => to.Write((byte)role));
                break;
            case CaseEvent.Stepped(_, var step, var note):
                to.Write((byte)step);
                to.Write(note);
                break;
            case CaseEvent.Closed:
                break;
            case CaseEvent.Reopened(_, var reason):
                to.Write(reason);
                break;
        }
    }

    private static CaseEvent Read(BinaryReader from)
    {
        var (tag, at) = ((Tag)from.ReadByte(), new DateTime(from.ReadInt64()));
        return tag switch
        {
            Tag.Opened => new CaseEvent.Opened(
                at, ReadCustomer(from), from.ReadString(),
                (CaseType)from.ReadByte(), (CaseSubject)from.ReadByte(), (Urgency)from.ReadByte(), from.ReadString()),
            Tag.Acknowledged => new CaseEvent.Acknowledged(at, from.ReadString(), from.ReadBoolean() ? Some((Role)from.ReadByte()) : None),
            Tag.Stepped => new CaseEvent.Stepped(at, (CaseStep)from.ReadByte(), from.ReadString()),
            Tag.Closed => new CaseEvent.Closed(at),
            Tag.Reopened => new CaseEvent.Reopened(at, from.ReadString()),
        };
    }

    private static CustomerId ReadCustomer(BinaryReader from) =>
        CustomerId.From(from.ReadString()).IfFail(_ => throw new InvalidDataException("a stored case has no customer"));

    private static Tag TagOf(CaseEvent happened) => happened switch
    {
        CaseEvent.Opened => Tag.Opened,
        CaseEvent.Acknowledged => Tag.Acknowledged,
        CaseEvent.Stepped => Tag.Stepped,
        CaseEvent.Closed => Tag.Closed,
        CaseEvent.Reopened => Tag.Reopened,
    };

    private enum Tag : byte
    {
        Opened = 0,
        Acknowledged,
        Stepped,
        Closed,
        Reopened,
    }
}
