namespace Kehu.Domain;

/// <summary>
/// The limits within which a diagram is made, counted and not timed, so that the same policy always gives the same answer.
/// Source: governance, Checks of a policy ("too large").
/// </summary>
public sealed record Budget(int Nodes, int Steps)
{
    public static readonly Budget Standard = new(200_000, 2_000_000);

    /// <summary>An equal share for each of several: what one request asks for draws on one budget.</summary>
    public Budget Shared(int among) => new(Nodes / Math.Max(1, among), Steps / Math.Max(1, among));
}
