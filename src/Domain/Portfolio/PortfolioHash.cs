using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kehu.Domain;

/// <summary>
/// The content hash of a set of customers: the sum, modulo 2^256, of SHA-256 over each customer's id, kind, outlet, date and facts. It does not depend on
/// the order, and a customer is added or taken away without looking at the others. It names what was looked at; it is no proof against somebody
/// who may choose the customers.
/// </summary>
public readonly record struct PortfolioHash(ulong Highest, ulong High, ulong Low, ulong Lowest)
{
    /// <summary>Nobody.</summary>
    public static readonly PortfolioHash Zero;

    /// <summary>Changes where the packing changes, and every hash with it.</summary>
    private const byte Format = 1;

    private const int Longest = 256 + (FactCatalogue.Capacity * (1 + sizeof(long)));

    /// <summary>Both sets together.</summary>
    public static PortfolioHash operator +(PortfolioHash one, PortfolioHash other)
    {
        var lowest = (UInt128)one.Lowest + other.Lowest;
        var low = (UInt128)one.Low + other.Low + (lowest >> 64);
        var high = (UInt128)one.High + other.High + (low >> 64);
        return new PortfolioHash(unchecked(one.Highest + other.Highest + (ulong)(high >> 64)), (ulong)high, (ulong)low, (ulong)lowest);
    }

    /// <summary>One set without another that is part of it.</summary>
    public static PortfolioHash operator -(PortfolioHash one, PortfolioHash other) =>
        one + new PortfolioHash(~other.Highest, ~other.High, ~other.Low, ~other.Lowest) + new PortfolioHash(0, 0, 0, 1);

    /// <summary>One customer; every fact counts, known or not.</summary>
    public static PortfolioHash Of(PortfolioCustomer customer)
    {
        Span<byte> packed = stackalloc byte[Longest];
        var length = Pack(customer, packed);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(packed[..length], digest);
        return new PortfolioHash(
            BinaryPrimitives.ReadUInt64BigEndian(digest),
            BinaryPrimitives.ReadUInt64BigEndian(digest[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(digest[16..]),
            BinaryPrimitives.ReadUInt64BigEndian(digest[24..]));
    }

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Highest:x16}{High:x16}{Low:x16}{Lowest:x16}");

    private static int Pack(PortfolioCustomer customer, Span<byte> into)
    {
        (into[0], into[1]) = (Format, (byte)customer.Customer.Kind);
        var at = Text(customer.Outlet, into, Text(customer.Id, into, 2));
        BinaryPrimitives.WriteInt32LittleEndian(into[at..], customer.AsOf.DayNumber);
        at += sizeof(int);
        var facts = customer.Customer.Facts;
        for (var place = 0; place < facts.Catalogue.Count; place++)
        {
            if (facts.TryGet(place, out var value))
            {
                into[at++] = (byte)place;
                BinaryPrimitives.WriteInt64LittleEndian(into[at..], value);
                at += sizeof(long);
            }
        }

        return at;
    }

    /// <summary>A text of at most 64 ASCII characters, its length before it.</summary>
    private static int Text(string text, Span<byte> into, int at)
    {
        var length = Encoding.UTF8.GetBytes(text, into[(at + 1)..]);
        into[at] = (byte)length;
        return at + 1 + length;
    }
}
