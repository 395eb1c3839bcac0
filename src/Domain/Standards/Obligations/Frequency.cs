namespace Kehu.Domain;

/// <summary>So many times in every calendar period of a length.</summary>
public sealed record Frequency(int Times, PeriodLength Per)
{
    /// <summary>Times in a whole year.</summary>
    public int AYear => Times * 12 / Per.Months();

    /// <summary>True when whoever does this also does the other in every one of the other's periods.</summary>
    public bool Covers(Frequency other) => Per.Months() <= other.Per.Months() && AYear >= other.AYear;

    /// <summary>"at least twice a month", "每月不少于 2 次".</summary>
    public Label Describe()
    {
        var times = Times switch { 1 => "once", 2 => "twice", _ => $"{Times} times" };
        return Per switch
        {
            PeriodLength.Month => new Label($"at least {times} a month", $"每月不少于 {Times} 次"),
            PeriodLength.Quarter => new Label($"at least {times} a quarter", $"每季度不少于 {Times} 次"),
            PeriodLength.HalfYear => new Label($"at least {times} a half-year", $"每半年不少于 {Times} 次"),
            PeriodLength.Year => new Label($"at least {times} a year", $"每年不少于 {Times} 次"),
        };
    }
}
