using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Kehu.Api;

/// <summary>
/// Reads the query's parameters; reading one declares it. <see cref="Finish"/> finds those that nobody declared.
/// All faults are collected; what is faulty reads as left out.
/// </summary>
internal sealed class QueryReader
{
    private readonly List<(string Name, string Value)> sent = [];
    private readonly List<string> declared = [];
    private List<Fault>? faults;

    public QueryReader(HttpRequest request)
        : this(request.QueryString.Value)
    {
    }

    public QueryReader(string? query)
    {
        foreach (var pair in new QueryStringEnumerable(query))
        {
            sent.Add((pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }
    }

    /// <summary>A day as yyyy-MM-dd.</summary>
    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (IsoDate.TryRead(text, out var date))
        {
            return date;
        }

        Report(name, "query.date", "not a date of the calendar; write it as yyyy-MM-dd, such as 2026-11-21", "不是有效日期；请写成 yyyy-MM-dd，例如 2026-11-21");
        return null;
    }

    /// <summary>A day that may not be left out; null where a fault was reported.</summary>
    public DateOnly? NeededDate(string name) => IsThere(name) ? Date(name) : null;

    /// <summary><c>true</c> or <c>false</c>; the default when left out.</summary>
    public bool Bool(string name, bool byDefault) => Bool(name) ?? byDefault;

    /// <summary><c>true</c> or <c>false</c>; null when left out.</summary>
    public bool? Bool(string name)
    {
        var text = Text(name);
        if (text is not (null or "true" or "false"))
        {
            Report(name, "query.bool", "write true or false", "请写 true 或 false");
        }

        return text is null ? null : text == "true";
    }

    /// <summary>A whole number between the bounds, both included.</summary>
    public int? Int(string name, int least, int most) => (int?)Long(name, least, most);

    /// <summary>The same of a number that may be large.</summary>
    public long? Long(string name, long least, long most)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(name, "query.int", $"write a whole number within {least} to {most}", $"请写 {least} 至 {most} 之间的整数");
        return null;
    }

    /// <summary>A code: small letters, digits and single hyphens between them.</summary>
    public string? Code(string name)
    {
        var text = Text(name);
        if (text is null || IsCode(text))
        {
            return text;
        }

        Report(name, "query.code", "write a code in small letters, digits and hyphens, such as enterprise-size", "请写由小写字母、数字和连字符组成的代码，例如 enterprise-size");
        return null;
    }

    /// <summary>A code that may not be left out; null where a fault was reported.</summary>
    public string? NeededCode(string name) => IsThere(name) ? Code(name) : null;

    /// <summary>Codes with commas between them that may not be left out; null where a fault was reported.</summary>
    public IReadOnlyList<string>? NeededCodes(string name) => IsThere(name) ? Codes(name) : null;

    /// <summary>Codes with commas between them, none of them empty or repeated.</summary>
    public IReadOnlyList<string>? Codes(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var codes = text.Split(',');
        if (!Array.TrueForAll(codes, IsCode))
        {
            Report(name, "query.codes", "write codes with commas between them and no spaces, such as a,b", "请写以逗号分隔、不含空格的代码，例如 a,b");
            return null;
        }

        for (var i = 1; i < codes.Length; i++)
        {
            if (Array.IndexOf(codes, codes[i], 0, i) >= 0)
            {
                Report(name, "query.repeated-code", $"'{FaultWords.Quoted(codes[i])}' is listed twice", $"“{FaultWords.Quoted(codes[i])}”重复");
                return null;
            }
        }

        return codes;
    }

    /// <summary>Any text that is not empty.</summary>
    public string? Text(string name, int maxLength = 512)
    {
        declared.Add(name);
        string? value = null;
        foreach (var pair in sent)
        {
            if (pair.Name == name && value is not null)
            {
                Report(name, "query.repeated", "send the parameter once", "该参数只能出现一次");
                return null;
            }

            value = pair.Name == name ? pair.Value : value;
        }

        if (value is null || (value.Length > 0 && !JsonText.IsLonger(value, maxLength)))
        {
            return value;
        }

        Report(name, "query.length", $"give it 1 to {maxLength} characters, or leave it out", $"请给出 1 至 {maxLength} 个字符，或省略该参数");
        return null;
    }

    /// <summary>Reports a fault of a parameter that was read.</summary>
    public void Report(string name, string code, string en, string zh) => (faults ??= []).Add(Fault.Of(name, code, en, zh));

    /// <summary>All faults, those of parameters that nobody declared last.</summary>
    public IReadOnlyList<Fault> Finish()
    {
        for (var i = 0; i < sent.Count; i++)
        {
            if (!declared.Contains(sent[i].Name) && sent.FindIndex(pair => pair.Name == sent[i].Name) == i)
            {
                (faults ??= []).Add(Unknown(sent[i].Name));
            }
        }

        return faults ?? [];
    }

    /// <summary>Whether a parameter that may not be left out was sent; that it was not is reported.</summary>
    private bool IsThere(string name)
    {
        if (sent.Exists(pair => pair.Name == name))
        {
            return true;
        }

        declared.Add(name);
        Report(name, "query.missing", $"the parameter '{name}' is needed", $"缺少参数“{name}”");
        return false;
    }

    private Fault Unknown(string name)
    {
        var known = declared.Count == 0
            ? new Label("; none is known here", "；此处没有参数")
            : new Label($"; known are {string.Join(", ", declared)}", $"；可用的有 {string.Join("、", declared)}");
        var quoted = FaultWords.Quoted(name);
        return new Fault("query.unknown", new Place.Parameter(quoted), new Label($"the parameter '{quoted}' is not known", $"参数“{quoted}”未知") + known);
    }

    private static bool IsCode(string text)
    {
        var hyphen = true;
        foreach (var letter in text)
        {
            if (!(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || (letter == '-' && !hyphen)))
            {
                return false;
            }

            hyphen = letter == '-';
        }

        return !hyphen && text.Length <= 64;
    }
}
