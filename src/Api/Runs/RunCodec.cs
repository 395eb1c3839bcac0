using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// What the rows of runs have in common: how lists, moments and what may be left out are written. Members of enumerations are stored by
/// number, so numbers are never given anew.
/// </summary>
internal static class RunCodec
{
    /// <summary>The bytes that are written, behind a format byte.</summary>
    public static byte[] Bytes(byte format, Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes))
        {
            to.Write(format);
            write(to);
        }

        return bytes.ToArray();
    }

    /// <summary>What stands behind the format byte.</summary>
    public static BinaryReader Open(byte[] body, byte format)
    {
        var from = new BinaryReader(new MemoryStream(body, writable: false));
        return body.Length > 0 && from.ReadByte() == format ? from : throw new InvalidDataException("a stored run has an unknown format");
    }

    public static void WriteMany<T>(this BinaryWriter to, Arr<T> values, Action<T> write)
    {
        to.Write7BitEncodedInt(values.Count);
        foreach (var value in values)
        {
            write(value);
        }
    }

    public static Arr<T> ReadMany<T>(this BinaryReader from, Func<T> read)
    {
        var values = new T[from.Read7BitEncodedInt()];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = read();
        }

        return new Arr<T>(values);
    }

    public static void WriteOption<T>(this BinaryWriter to, Option<T> value, Action<T> write)
    {
        to.Write(value.IsSome);
        value.IfSome(write);
    }

    public static Option<T> ReadOption<T>(this BinaryReader from, Func<T> read) => from.ReadBoolean() ? Prelude.Some(read()) : Option<T>.None;

    public static void WriteMoment(this BinaryWriter to, DateTime moment) => to.Write(moment.Ticks);

    public static DateTime ReadMoment(this BinaryReader from) => new(from.ReadInt64(), DateTimeKind.Utc);

    public static void WriteDay(this BinaryWriter to, DateOnly day) => to.Write7BitEncodedInt(day.DayNumber);

    public static DateOnly ReadDay(this BinaryReader from) => DateOnly.FromDayNumber(from.Read7BitEncodedInt());

    public static void WriteWide(this BinaryWriter to, Int128 value)
    {
        to.Write((ulong)(UInt128)value);
        to.Write((ulong)((UInt128)value >> 64));
    }

    public static Int128 ReadWide(this BinaryReader from)
    {
        var low = from.ReadUInt64();
        return (Int128)new UInt128(from.ReadUInt64(), low);
    }

    public static void WriteVersion(this BinaryWriter to, RunPolicy policy)
    {
        to.Write(policy.Id.Value);
        to.Write7BitEncodedInt(policy.Version);
        to.Write(policy.Hash);
        to.WriteMany(policy.Classes, code => to.Write(code.Value));
    }

    public static RunPolicy ReadVersion(this BinaryReader from) =>
        new(new PolicyId(from.ReadString()), from.Read7BitEncodedInt(), from.ReadString(), from.ReadMany(() => new ClassCode(from.ReadString())));
}
