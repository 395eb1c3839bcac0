namespace Kehu.Domain;

/// <summary>Directions in codes.</summary>
public static class Directions
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this Direction direction) => direction switch
    {
        Direction.Up => "up",
        Direction.Down => "down",
        Direction.None => "none",
    };
}
