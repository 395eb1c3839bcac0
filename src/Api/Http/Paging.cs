using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Kehu.Api;

/// <summary>Which part of a list is asked for: so many items after the one with this id, or from the start.</summary>
internal readonly record struct Page(int Limit, string? After);

/// <summary>Lists in parts. A cursor is the last id given out, in base64url: callers keep it and look no further.</summary>
internal static class Paging
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 500;

    private const int LongestCursor = 700;

    /// <summary>Reads <c>limit</c> and <c>cursor</c>.</summary>
    public static Page Page(this QueryReader query)
    {
        var limit = query.Int("limit", 1, MaxLimit) ?? DefaultLimit;
        var cursor = query.Text("cursor", LongestCursor);
        var after = cursor is null ? null : Read(cursor);
        if (cursor is not null && after is null)
        {
            query.NoCursor();
        }

        return new Page(limit, after);
    }

    /// <summary>The same of a list by number: the number is that of the last item given out, 0 for none.</summary>
    public static (int Limit, long After) NumberedPage(this QueryReader query)
    {
        var (limit, last) = query.Page();
        var isNumber = long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        if (last is not null && !isNumber)
        {
            query.NoCursor();
        }

        return (limit, after);
    }

    /// <summary>The cursor for what follows this number.</summary>
    public static string NextNumber(long last) => Next(last.ToString(CultureInfo.InvariantCulture));

    private static void NoCursor(this QueryReader query) => query.Report(
        "cursor", "query.cursor", "not a cursor of this service; send 'next' of the answer before, or leave it out",
        "不是有效的游标；请使用上一次应答中的 next，或省略");

    /// <summary>The cursor for what follows this id.</summary>
    public static string Next(string lastId) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(lastId));

    /// <summary>The id in a cursor, or null when it is none: only what <see cref="Next"/> makes is one.</summary>
    public static string? Read(string cursor)
    {
        if (cursor.Length is 0 or > LongestCursor || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Base64Url.GetMaxDecodedLength(LongestCursor)];
        if (!Base64Url.TryDecodeFromChars(cursor, bytes, out var length) || !Utf8.IsValid(bytes[..length]))
        {
            return null;
        }

        var id = Encoding.UTF8.GetString(bytes[..length]);
        return Next(id) == cursor ? id : null;
    }
}
