using System.Collections.Frozen;

namespace Kehu.Domain;

/// <summary>
/// Numbers of resident identity cards: 18 characters by GB 11643 (province, date of birth, sequence, a check character by ISO 7064 MOD 11-2), or the
/// 15 digits that cards had before 1999. Such a number is personal data, and no id. Source: facts, files from several hands.
/// </summary>
public static class IdentityCard
{
    /// <summary>Where the date of birth stands.</summary>
    private const int DateAt = 6;

    private const int LetterTen = 10;

    /// <summary>
    /// The first two digits of GB/T 2260; 81 to 83 are of residents who come from Hong Kong, Macao and Taiwan.
    /// </summary>
    private static readonly FrozenSet<int> Provinces =
        new[] { 11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83 }
            .ToFrozenSet();

    /// <summary>What is said to whoever wants to bring somebody on file under such a number; it does not repeat the number.</summary>
    public static Fault IsNoId { get; } = Fault.At(
        "",
        "id.personal",
        "the number of an identity card is no id, since ids stand in addresses and logs; choose another, such as the customer number of your core system",
        "身份证号码不得用作客户编号，因为编号会出现在网址和日志中；请改用其他编号，例如核心系统的客户号");

    /// <summary>
    /// Whether a text is a valid number: of a province, of a day of the calendar from 1900 to 2100, and with its check character where it has one.
    /// </summary>
    public static bool IsNumber(ReadOnlySpan<char> text) => text.Length switch
    {
        18 => IsAllDigits(text[..17]) && IsOfProvince(text) && IsDay(Number(text.Slice(DateAt, 4)), text.Slice(DateAt + 4, 4)) && IsChecked(text),
        15 => IsAllDigits(text) && IsOfProvince(text) && IsDay(1900 + Number(text.Slice(DateAt, 2)), text.Slice(DateAt + 2, 4)),
        _ => false,
    };

    private static bool IsOfProvince(ReadOnlySpan<char> text) => Provinces.Contains(Number(text[..2]));

    private static bool IsDay(int year, ReadOnlySpan<char> monthAndDay)
    {
        var (month, day) = (Number(monthAndDay[..2]), Number(monthAndDay[2..]));
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    /// <summary>By MOD 11-2: doubling and adding from the left, with X for ten at the end, leaves one.</summary>
    private static bool IsChecked(ReadOnlySpan<char> text)
    {
        var left = 0;
        foreach (var digit in text[..17])
        {
            left = (left + digit - '0') * 2 % 11;
        }

        return text[17] is 'X' or 'x' ? (left + LetterTen) % 11 == 1
            : char.IsAsciiDigit(text[17]) && (left + text[17] - '0') % 11 == 1;
    }

    private static bool IsAllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
