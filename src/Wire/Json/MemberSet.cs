using System.Runtime.CompilerServices;

namespace Kehu.Wire;

/// <summary>Which members of an object were there, by their index in the member table; room for 256, on the stack.</summary>
internal struct MemberSet
{
    public const int Capacity = 256;

    private Words words;
    private Words nulls;

    /// <summary>Puts the member in; false when it was in already.</summary>
    public bool Add(int member)
    {
        var bit = 1UL << member;
        if (((words[member >> 6] | nulls[member >> 6]) & bit) != 0)
        {
            return false;
        }

        words[member >> 6] |= bit;
        return true;
    }

    /// <summary>The member that was put in last was null: it counts as left out, and may still not be there again.</summary>
    public void LeaveOut(int member)
    {
        words[member >> 6] &= ~(1UL << member);
        nulls[member >> 6] |= 1UL << member;
    }

    /// <summary>True for a member that was there with a value.</summary>
    public readonly bool Contains(int member) => (words[member >> 6] & (1UL << member)) != 0;

    [InlineArray(Capacity / 64)]
    private struct Words
    {
        private ulong first;
    }
}
