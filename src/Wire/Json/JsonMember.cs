namespace Kehu.Wire;

/// <summary>Reads the value of a member, where the cursor stands, into what is being made of the object.</summary>
internal delegate void Taking<D>(ref JsonCursor cursor, ref D draft);

/// <summary>A member of an object that is read by hand: its name, and how its value is read, said together and once.</summary>
internal sealed record JsonMember<D>(string Name, Taking<D> Take)
{
    /// <summary>True for a member that may be left out.</summary>
    public bool IsOptional { get; private init; }

    /// <summary>The same member where it may be left out.</summary>
    public JsonMember<D> OrNone => this with { IsOptional = true };
}
