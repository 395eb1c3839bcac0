namespace Kehu.Store;

/// <summary>The first write of a unit that met another version than it expected (0: no record). Nothing of the unit was done.</summary>
internal sealed record Conflict(string Table, string Id, long Expected, long Actual);
