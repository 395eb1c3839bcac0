namespace Kehu.Wire;

/// <summary>
/// The members an object may have and those it must have. A name with a question mark may be left out:
/// <c>new JsonMembers("asOf?", "policies?", "customer")</c>. A member's index is its position in that list.
/// </summary>
internal sealed class JsonMembers
{
    private readonly int[] required;
    private readonly bool[] optional;

    public JsonMembers(params ReadOnlySpan<string> names)
        : this(names, listedAt: null)
    {
    }

    /// <summary>The same, with where a caller finds the names of the members.</summary>
    public JsonMembers(ReadOnlySpan<string> names, string? listedAt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Length, MemberSet.Capacity, nameof(names));
        var must = new List<int>();
        var bare = new string[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            bare[i] = names[i].TrimEnd('?');
            if (bare[i].Length == names[i].Length)
            {
                must.Add(i);
            }
        }

        required = [.. must];
        optional = [.. Enumerable.Range(0, bare.Length).Select(member => !must.Contains(member))];
        Names = new NameTable(bare) { ListedAt = listedAt };
    }

    public NameTable Names { get; }

    /// <summary>True for a member that may be left out.</summary>
    public bool IsOptional(int member) => optional[member];

    /// <summary>Indexes of the members that may not be left out.</summary>
    public ReadOnlySpan<int> Required => required;
}
