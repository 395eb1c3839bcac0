namespace Kehu.Domain;

/// <summary>The kebab-case id of a policy.</summary>
public readonly record struct PolicyId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The kebab-case code of a class within its policy.</summary>
public readonly record struct ClassCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// A customer's id: 1 to 64 of ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, beginning with a letter or digit;
/// the route words <c>import</c> and <c>export</c> are refused. Source: facts, the customer record.
/// </summary>
public readonly record struct CustomerId
{
    private CustomerId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The id, or why the text is none.</summary>
    public static Validation<Fault, CustomerId> From(string text) =>
        !Codes.IsCode(text, 64)
            ? Fail<Fault, CustomerId>(Fault.At(
                "", "customer.id",
                "an id is 1 to 64 of letters, digits, '-', '_', '.', beginning with a letter or digit",
                "客户编号由 1 至 64 个字母、数字、“-”、“_”、“.”组成，以字母或数字开头"))
            : IsReserved(text)
                ? Fail<Fault, CustomerId>(Fault.At("", "customer.id", $"'{text}' is a reserved word; choose another id", $"“{text}”是保留字，请另选编号"))
                : Success<Fault, CustomerId>(new CustomerId(text));

    /// <summary>True for what <see cref="From"/> takes.</summary>
    public static bool IsId(ReadOnlySpan<char> text) => Codes.IsCode(text, 64) && !IsReserved(text);

    public override string ToString() => Value;

    private static bool IsReserved(ReadOnlySpan<char> text) => text is "import" or "export";
}

/// <summary>The one alphabet of ids and organisational codes.</summary>
public static class Codes
{
    /// <summary>True for 1 to <paramref name="longest"/> ASCII letters, digits, '-', '_', '.', the first a letter or digit.</summary>
    public static bool IsCode(ReadOnlySpan<char> text, int longest)
    {
        if (text.Length == 0 || text.Length > longest || !char.IsAsciiLetterOrDigit(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for runs of small ASCII letters and digits with single hyphens between them.</summary>
    public static bool IsKebab(ReadOnlySpan<char> text)
    {
        var hyphen = true;
        foreach (var c in text)
        {
            if (c == '-' ? hyphen : !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c))
            {
                return false;
            }

            hyphen = c == '-';
        }

        return !hyphen;
    }
}
