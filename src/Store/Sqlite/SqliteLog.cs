namespace Kehu.Store;

/// <summary>The statements over one log.</summary>
internal sealed class SqliteLog(string name)
{
    /// <summary>The lines with a number above $0.</summary>
    public string After { get; } = $"SELECT seq, body FROM \"{name}\" WHERE seq > $0 ORDER BY seq";

    /// <summary>Adds a line with the body $0.</summary>
    public string Append { get; } = $"INSERT INTO \"{name}\" (body) VALUES ($0)";
}
