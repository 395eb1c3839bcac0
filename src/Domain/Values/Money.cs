namespace Kehu.Domain;

/// <summary>An amount of money in yuan (CNY), held as a whole number of fen (1/100 yuan). Zero is the default.</summary>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>
    /// The largest magnitude accepted from outside: 7 × 10^13 yuan. Below 2^46 yuan every amount of fen survives a double, which is how many
    /// senders hold it.
    /// </summary>
    public static readonly Money Limit = Yuan(70_000_000_000_000);

    /// <summary>The largest magnitude that may be on file: 9 × 10^13 yuan, which was accepted before. Read back as it was filed.</summary>
    public static readonly Money LimitOnFile = Yuan(90_000_000_000_000);

    /// <summary>A whole number of yuan.</summary>
    public static Money Yuan(long yuan) => new(checked(yuan * 100));

    /// <summary>A whole number of 万元 (10 000 yuan), as the sources print amounts.</summary>
    public static Money Wan(long wan) => Yuan(checked(wan * 10_000));

    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen));

    public static Money operator -(Money left, Money right) => new(checked(left.Fen - right.Fen));

    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>Two decimals, thousands apart by spaces: <c>250 000.00</c>.</summary>
    public override string ToString() => Decimals.Grouped(Fen, 2);
}

/// <summary>A percentage held as basis points (1/100 %): 60 % is 6 000. Which range is legal is the fact's to say.</summary>
public readonly record struct Percent(long BasisPoints) : IComparable<Percent>
{
    /// <summary>A whole number of percent.</summary>
    public static Percent Of(long percent) => new(checked(percent * 100));

    public static bool operator <(Percent left, Percent right) => left.BasisPoints < right.BasisPoints;

    public static bool operator >(Percent left, Percent right) => left.BasisPoints > right.BasisPoints;

    public static bool operator <=(Percent left, Percent right) => left.BasisPoints <= right.BasisPoints;

    public static bool operator >=(Percent left, Percent right) => left.BasisPoints >= right.BasisPoints;

    public int CompareTo(Percent other) => BasisPoints.CompareTo(other.BasisPoints);

    /// <summary>At most two decimals: <c>60 %</c>, <c>0.05 %</c>.</summary>
    public override string ToString() => Decimals.Plain(BasisPoints, 2) + " %";
}
