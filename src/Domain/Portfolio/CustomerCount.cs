using System.Runtime.InteropServices;

namespace Kehu.Domain;

/// <summary>Customers being counted: how many, their assets, and the first of them by id. Mutable, used by one count.</summary>
internal sealed class CustomerCount
{
    private readonly List<string> first = [];

    public int Customers { get; private set; }

    public Int128 Assets { get; private set; }

    public int Unvalued { get; private set; }

    /// <summary>The first ids, in order.</summary>
    public Arr<string> First => new(first);

    public CustomerSum Sum => new(Customers, Assets, Unvalued, First);

    /// <summary>The count of a key, of nobody yet where it is new.</summary>
    public static CustomerCount Of<TKey>(Dictionary<TKey, CustomerCount> counts, TKey key)
        where TKey : notnull
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        return count ??= new CustomerCount();
    }

    /// <summary>Counts the customer of a row by the assets in a column.</summary>
    public void Add(Column assets, int row)
    {
        Customers++;
        if (assets.TryGet(row, out var fen))
        {
            Assets += fen;
        }
        else
        {
            Unvalued++;
        }
    }

    /// <summary>Counts all that another has counted; at most so many are named.</summary>
    public void Add(CustomerCount other, int most)
    {
        (Customers, Assets, Unvalued) = (Customers + other.Customers, Assets + other.Assets, Unvalued + other.Unvalued);
        foreach (var id in other.first)
        {
            Name(id, most);
        }
    }

    /// <summary>Names the customer of a row if it is one of the first. Rows come in order of ids, so that most need not be looked at.</summary>
    public void Name(CustomerBlock block, int row, int most)
    {
        if (first.Count < most || (most > 0 && block.IsBefore(row, first[^1])))
        {
            Name(block.IdOf(row), most);
        }
    }

    private void Name(string id, int most)
    {
        var at = first.BinarySearch(id, StringComparer.Ordinal);
        if (at < 0 && ~at < most)
        {
            first.Insert(~at, id);
            if (first.Count > most)
            {
                first.RemoveAt(most);
            }
        }
    }
}
