namespace Kehu.Domain;

/// <summary>For how many days the bank keeps customers of each kind once they have ended. Source: governance, retention; shipped 0 (house).</summary>
public sealed record CustomerRetention(int Personal, int Enterprise)
{
    /// <summary>The most days that can be set: a hundred years (house).</summary>
    public const int MostDays = 36_500;

    /// <summary>Nobody is kept longer than somebody asks.</summary>
    public static CustomerRetention None { get; } = new(0, 0);

    /// <summary>For how many days customers of a kind are kept.</summary>
    public int Of(CustomerKind kind) => kind switch
    {
        CustomerKind.Personal => Personal,
        CustomerKind.Enterprise => Enterprise,
    };
}
