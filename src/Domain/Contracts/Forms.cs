namespace Kehu.Domain;

/// <summary>The forms that many contracts are made of.</summary>
public static class Forms
{
    /// <summary>The most characters of an id or code that are read to say what is wrong with it (house).</summary>
    private const int MostOfCode = 4_096;

    private const int LongestCode = 64;

    private const string CodePattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    /// <summary>The id of a customer.</summary>
    public static Form.Text CustomerId { get; } = new Form.Text(
        MostOfCode,
        text => Domain.CustomerId.IsId(text),
        text => Domain.CustomerId.From(text).Match(Succ: _ => Seq<Fault>(), Fail: faults => faults),
        LongestCode,
        CodePattern);

    /// <summary>The code of an outlet or a person at the bank, or an id made like one.</summary>
    public static Form.Text Unit { get; } = new Form.Text(
        MostOfCode,
        text => Codes.IsCode(text, LongestCode),
        _ => Seq1(Fault.At(
            "",
            "customer.code",
            "a code is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit",
            "代码由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头")),
        LongestCode,
        CodePattern);

    public static Form<DateOnly> Day { get; } = new Form.Day();

    public static Form<DateTime> Moment { get; } = new Form.Moment();

    public static Form<bool> Flag { get; } = new Form.Flag();

    /// <summary>A text of the service's own, such as an id or a hash.</summary>
    public static Form<string> Plain { get; } = new Form.Plain();

    /// <summary>A whole number that is counted, where 32 bits are always enough: of what is in memory, or bounded otherwise.</summary>
    public static Form<int> Count { get; } = new Form.Count(0, int.MaxValue);

    /// <summary>A whole number that is counted or summed up over whatever is on file: 64 bits.</summary>
    public static Form<long> Counted { get; } = new Form.Whole(0, long.MaxValue);

    /// <summary>The difference of two such numbers.</summary>
    public static Form<long> Difference { get; } = new Form.Whole(long.MinValue, long.MaxValue);

    /// <summary>A number in digits as they are.</summary>
    public static Form<string> Digits { get; } = new Form.Digits();

    /// <summary>A moment in UTC.</summary>
    public static Form<DateTime> Instant { get; } = new Form.Instant();

    /// <summary>Words in the language of whoever asked.</summary>
    public static Form<Label> Words { get; } = new Form.Words();

    /// <summary>A value in the unit in which its fact is sent.</summary>
    public static Form<UnitValue> InUnit { get; } = new Form.InUnit();

    /// <summary>A whole number that may be more than 64 bits hold.</summary>
    public static Form<System.Numerics.BigInteger> Tally { get; } = new Form.Tally();

    /// <summary>The kind of a customer.</summary>
    public static Form<CustomerKind> Kind { get; } = new Form.Code<CustomerKind>(CustomerKinds.Code);

    /// <summary>Kinds of customers.</summary>
    public static Form<Arr<CustomerKind>> Kinds { get; } = Several<CustomerKind>(CustomerKinds.Code);

    public static Form.Code<Channel> Channel { get; } = new(Channels.Code);

    /// <summary>A product, one of the codes of the fact <c>products</c>.</summary>
    public static Form<string> Product { get; } = new Form.Code(SharedFacts.Products.Options.Map(product => product.Code)) { ListedAt = "GET /v1/facts" };

    /// <summary>A text of 1 to so many characters without control characters.</summary>
    public static Form.Text Text(int longest) => new Form.Text(
        longest,
        text => text.Length > 0 && !HasControl(text),
        _ => Seq1(Fault.At(
            "",
            "customer.text",
            "a text is not empty and has no control characters; leave the member out where nothing is known",
            "文本不得为空或含控制字符；未知时请省略该成员")),
        longest,
        None);

    /// <summary>One of an enumeration.</summary>
    public static Form<E> One<E>(Func<E, string> code)
        where E : struct, Enum => new Form.Code<E>(code);

    /// <summary>A list.</summary>
    public static Form<Arr<V>> List<V>(Form<V> each) => new Form.List<V>(each);

    /// <summary>A list of at least one.</summary>
    public static Form<Arr<V>> Some<V>(Form<V> each) => new Form.List<V>(each) { IsSome = true };

    /// <summary>Several of an enumeration.</summary>
    public static Form<Arr<E>> Several<E>(Func<E, string> code)
        where E : struct, Enum => new Form.Codes<E>(new Form.Code<E>(code));

    /// <summary>A share in percent, held in basis points.</summary>
    public static Form<long> Percent { get; } = new Form.Hundredths(10_000, "json.range");

    /// <summary>A house number of a standard.</summary>
    public static Form<StandardValue> Setting { get; } = new Form.Setting();

    /// <summary>A code of the service's own: small letters and digits with single hyphens between them.</summary>
    public static Form.Text Kebab { get; } = new Form.Text(
        LongestCode,
        Codes.IsKebab,
        text => Seq1(Fault.At(
            "",
            "policy.code",
            $"'{text}' is no code; write small letters and digits with single hyphens between them, such as annual-volume-tier",
            $"“{text}”不是合法代码；请用小写字母和数字，以单个连字符相连，例如 annual-volume-tier")),
        LongestCode,
        "^[a-z0-9]+(-[a-z0-9]+)*$");

    /// <summary>What somebody wrote, of so many characters at most and not all blanks.</summary>
    public static Form.Text Written(int longest) => new Form.Text(
        longest,
        text => !text.IsWhiteSpace(),
        _ => Seq1(Fault.At("", "json.empty", "a text is not empty", "文本不得为空")),
        longest,
        None);

    private static bool HasControl(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter))
            {
                return true;
            }
        }

        return false;
    }
}
