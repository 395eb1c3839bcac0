using System.Text;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The one codec of stored simulations: a format byte, then what there is, in order. Enumerations by number, quantities by name.</summary>
internal static class SimulationBody
{
    /// <summary>Of all customers, or of one outlet's.</summary>
    private const byte Format = 1;

    /// <summary>Of those under a unit above outlets, whose level stands before its code.</summary>
    private const byte FormatOfHigher = 2;

    /// <summary>The body as stored.</summary>
    public static byte[] Write(Simulation simulation)
    {
        using var stream = new MemoryStream();
        using var to = new BinaryWriter(stream, Encoding.UTF8);
        var higher = simulation.Unit.Exists(unit => unit.Level != UnitLevel.Outlet);
        to.Write(higher ? FormatOfHigher : Format);
        to.Write(simulation.Name);
        Write(to, simulation.Candidate);
        Write(to, simulation.Against, Write);
        to.Write(simulation.AsOf.DayNumber);
        Write(to, simulation.Unit, (to, unit) =>
        {
            if (higher)
            {
                to.Write((byte)unit.Level);
            }

            to.Write(unit.Code);
        });
        to.Write(simulation.First);
        to.Write(simulation.Within);
        to.Write(simulation.Portfolio);
        Write(to, simulation.Cells, static (to, cell) =>
        {
            Write(to, cell.Transition);
            Write(to, cell.First, static (to, id) => to.Write(id));
        });
        Write(to, simulation.Outlets, static (to, outlet) =>
        {
            to.Write(outlet.Outlet);
            Write(to, outlet.Transitions, Write);
        });
        Write(to, simulation.Months, static (to, months) =>
        {
            to.Write(months.From.DayNumber);
            to.Write(months.To.DayNumber);
        });
        Write(to, simulation.Duties, Write);
        to.Write(simulation.Cliffs.Lines);
        Write(to, simulation.Cliffs.Cliffs, static (to, cliffs) => Write(to, cliffs, Write));
        to.Flush();
        return stream.ToArray();
    }

    /// <summary>What a stored body over a catalogue holds; one that is damaged is a defect of the store.</summary>
    public static Simulation Read(byte[] body, FactCatalogue facts)
    {
        using var from = Reader(body, out var format);
        var name = from.ReadString();
        var candidate = ReadPolicy(from);
        var against = ReadOption(from, ReadPolicy);
        var (now, old) = (candidate.Classes, against.Map(policy => policy.Classes).IfNone(Array<PolicyClass>()));
        Transition Moving(BinaryReader from) => new(
            (CustomerKind)from.ReadByte(), Placement.Of(from.ReadByte(), old), Placement.Of(from.ReadByte(), now),
            from.ReadInt32(), ReadLarge(from), from.ReadInt32());
        return new Simulation(
            name,
            candidate,
            against,
            DateOnly.FromDayNumber(from.ReadInt32()),
            ReadOption(from, from => new UnitAsked(format == FormatOfHigher ? (UnitLevel)from.ReadByte() : UnitLevel.Outlet, from.ReadString())),
            from.ReadInt32(),
            from.ReadInt32(),
            from.ReadString(),
            ReadList(from, from => new SimulationCell(Moving(from), ReadList(from, static from => from.ReadString()))),
            ReadList(from, from => new OutletTransitions(from.ReadString(), ReadList(from, Moving))),
            ReadOption(from, static from => new DateRange(DateOnly.FromDayNumber(from.ReadInt32()), DateOnly.FromDayNumber(from.ReadInt32()))),
            ReadList(from, ReadDuties),
            new CliffReport(from.ReadInt32(), ReadOption(from, from => ReadList(from, from => ReadCliff(from, facts)))));
    }

    /// <summary>The names of the stored answers with their sizes.</summary>
    public static byte[] WriteList(IEnumerable<(string Name, int Bytes)> listed)
    {
        using var stream = new MemoryStream();
        using var to = new BinaryWriter(stream, Encoding.UTF8);
        to.Write(Format);
        Write(to, new Arr<(string Name, int Bytes)>(listed), static (to, one) =>
        {
            to.Write(one.Name);
            to.Write(one.Bytes);
        });
        to.Flush();
        return stream.ToArray();
    }

    /// <summary>The same, read.</summary>
    public static List<(string Name, int Bytes)> ReadList(byte[] body)
    {
        using var from = Reader(body, out _);
        return [.. ReadList(from, static from => (from.ReadString(), from.ReadInt32()))];
    }

    private static BinaryReader Reader(byte[] body, out byte format)
    {
        var from = new BinaryReader(new MemoryStream(body), Encoding.UTF8);
        format = from.ReadByte();
        return format is Format or FormatOfHigher ? from : throw new InvalidDataException("a stored simulation has an unknown format");
    }

    private static void Write(BinaryWriter to, SimulatedPolicy policy)
    {
        to.Write(policy.Id.Value);
        Write(to, policy.Version, static (to, version) => to.Write(version));
        to.Write(policy.Hash);
        Write(to, policy.Label);
        to.Write((byte)policy.Ordering);
        Write(to, policy.Classes, static (to, one) =>
        {
            to.Write(one.Code.Value);
            Write(to, one.Label);
        });
    }

    private static SimulatedPolicy ReadPolicy(BinaryReader from) => new(
        new PolicyId(from.ReadString()),
        ReadOption(from, static from => from.ReadInt32()),
        from.ReadString(),
        ReadLabel(from),
        (Ordering)from.ReadByte(),
        ReadList(from, static from => new PolicyClass(new ClassCode(from.ReadString()), ReadLabel(from), Array<Note>(), Array<Offer>())));

    private static void Write(BinaryWriter to, Transition transition)
    {
        to.Write((byte)transition.Kind);
        to.Write((byte)transition.Old.Order);
        to.Write((byte)transition.New.Order);
        to.Write(transition.Customers);
        Write(to, transition.Assets);
        to.Write(transition.Unvalued);
    }

    private static void Write(BinaryWriter to, DutyEffect effect)
    {
        to.Write(effect.Standard.Value);
        Write(to, effect.Label);
        Write(to, effect.Unserved, static (to, code) => to.Write(code.Value));
        Write(to, effect.Roles, static (to, role) =>
        {
            to.Write((byte)role.Role);
            Write(to, role.DutiesBefore);
            Write(to, role.DutiesAfter);
            Write(to, role.MinutesBefore);
            Write(to, role.MinutesAfter);
        });
    }

    private static DutyEffect ReadDuties(BinaryReader from) => new(
        new StandardId(from.ReadString()),
        ReadLabel(from),
        ReadList(from, static from => new ClassCode(from.ReadString())),
        ReadList(from, static from => new RoleEffect((Role)from.ReadByte(), ReadLarge(from), ReadLarge(from), ReadLarge(from), ReadLarge(from))));

    private static void Write(BinaryWriter to, Cliff cliff)
    {
        to.Write((byte)cliff.Kind);
        to.Write(cliff.Quantity.Name);
        to.Write(cliff.Cut);
        Write(to, cliff.Below);
        Write(to, cliff.Above);
    }

    private static Cliff ReadCliff(BinaryReader from, FactCatalogue facts) => new(
        (CustomerKind)from.ReadByte(), QuantityOf(facts, from.ReadString()), from.ReadInt64(), ReadSum(from), ReadSum(from));

    private static Quantity QuantityOf(FactCatalogue facts, string name) =>
        (facts.Find(name).Map<Quantity>(fact => new Quantity.Of(fact)) || facts.FindDerived(name).Map<Quantity>(derived => new Quantity.By(derived)))
        .IfNone(() => throw new InvalidDataException("a stored simulation reads a fact that is not known"));

    private static void Write(BinaryWriter to, CustomerSum sum)
    {
        to.Write(sum.Customers);
        Write(to, sum.Assets);
        to.Write(sum.Unvalued);
        Write(to, sum.First, static (to, id) => to.Write(id));
    }

    private static CustomerSum ReadSum(BinaryReader from) => new(
        from.ReadInt32(), ReadLarge(from), from.ReadInt32(), ReadList(from, static from => from.ReadString()));

    private static void Write(BinaryWriter to, Label label)
    {
        to.Write(label.En);
        to.Write(label.Zh);
    }

    private static Label ReadLabel(BinaryReader from) => new(from.ReadString(), from.ReadString());

    private static void Write(BinaryWriter to, Int128 number)
    {
        to.Write((long)(number >> 64));
        to.Write(unchecked((ulong)number));
    }

    private static Int128 ReadLarge(BinaryReader from) => ((Int128)from.ReadInt64() << 64) + from.ReadUInt64();

    private static void Write<T>(BinaryWriter to, Option<T> option, Action<BinaryWriter, T> write)
    {
        to.Write(option.IsSome);
        option.IfSome(value => write(to, value));
    }

    private static Option<T> ReadOption<T>(BinaryReader from, Func<BinaryReader, T> read) => from.ReadBoolean() ? Some(read(from)) : None;

    private static void Write<T>(BinaryWriter to, Arr<T> list, Action<BinaryWriter, T> write)
    {
        to.Write(list.Count);
        foreach (var one in list)
        {
            write(to, one);
        }
    }

    private static Arr<T> ReadList<T>(BinaryReader from, Func<BinaryReader, T> read)
    {
        var list = new T[from.ReadInt32()];
        for (var at = 0; at < list.Length; at++)
        {
            list[at] = read(from);
        }

        return new Arr<T>(list);
    }
}
