namespace Kehu.Store;

/// <summary>
/// Which frame of the log has the newest confirmed state of each page. LiteDB folds by writing every state that a page has had, one after the other;
/// only the last of them has to reach the file.
/// </summary>
internal sealed class LogPages
{
    private readonly Dictionary<uint, long> newest = [];
    private readonly List<(uint Page, uint Transaction, long Frame)> unconfirmed = [];

    /// <summary>Notes a page that came into the log.</summary>
    public void Add(ReadOnlySpan<byte> page, long frame)
    {
        var (number, transaction) = LogFrame.Of(page);
        unconfirmed.Add((number, transaction, frame));
        if (LogFrame.Confirms(page))
        {
            foreach (var confirmed in unconfirmed.Where(one => one.Transaction == transaction))
            {
                newest[confirmed.Page] = confirmed.Frame;
            }

            unconfirmed.RemoveAll(one => one.Transaction == transaction);
        }
    }

    /// <summary>Whether a later frame has a confirmed state of the page.</summary>
    public bool IsReplaced(uint page, long frame) => newest.TryGetValue(page, out var last) && last > frame;

    /// <summary>The log was folded.</summary>
    public void Clear()
    {
        newest.Clear();
        unconfirmed.Clear();
    }
}
