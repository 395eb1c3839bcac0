namespace Kehu.Wire;

/// <summary>The members of an object that is read by hand, in their order; each reads its own value.</summary>
/// <typeparam name="D">What is made of the object while its members come.</typeparam>
internal sealed class MemberTable<D>(params JsonMember<D>[] members)
{
    /// <summary>Their names, and which of them may not be left out.</summary>
    public JsonMembers Names { get; } = new([.. members.Select(member => member.IsOptional ? member.Name + "?" : member.Name)]);

    /// <summary>Reads the object here into the draft; false where there is none.</summary>
    public bool Read(ref JsonCursor cursor, ref D draft) => Read(ref cursor, ref draft, out _);

    /// <summary>The same, with the members that were there.</summary>
    public bool Read(ref JsonCursor cursor, ref D draft, out MemberSet seen)
    {
        seen = default;
        if (!cursor.StartObject())
        {
            return false;
        }

        while (cursor.NextMember(Names, ref seen, out var place))
        {
            members[place].Take(ref cursor, ref draft);
        }

        return true;
    }

    /// <summary>True for a member of the table that was there with a value.</summary>
    public bool Has(JsonMember<D> member, in MemberSet seen) => seen.Contains(Array.IndexOf(members, member));
}
