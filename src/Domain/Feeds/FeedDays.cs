namespace Kehu.Domain;

/// <summary>On which days a feed is expected.</summary>
public abstract record FeedDays
{
    private const string OnWorkingDays = "working-days";

    private const string Daily = "daily";

    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private FeedDays()
    {
    }

    /// <summary>On the days on which the bank works.</summary>
    public sealed record WorkingDays : FeedDays;

    /// <summary>On these days of every week, in its order from Monday, each once and at least one.</summary>
    public sealed record OfWeek(Arr<DayOfWeek> Days) : FeedDays;

    /// <summary>How they are written: <c>working-days</c>, <c>daily</c>, or days of the week with commas between them.</summary>
    public string Text => this switch
    {
        WorkingDays => OnWorkingDays,
        OfWeek(var days) => days.Count == Names.Length ? Daily : string.Join(',', days.Map(day => Names[PlaceOf(day)])),
    };

    /// <summary>The days of a text; none where it is not such a text.</summary>
    public static Option<FeedDays> Read(string text) => text switch
    {
        OnWorkingDays => new WorkingDays(),
        Daily => Week(Enumerable.Range(0, Names.Length)),
        _ => text.Split(',').Select(name => System.Array.IndexOf(Names, name)).ToList() is var places
            && places.TrueForAll(place => place >= 0) && places.Distinct().Count() == places.Count
                ? Week(places.Order())
                : None,
    };

    /// <summary>Whether a day is one of them.</summary>
    public bool Has(DateOnly day, WorkCalendar calendar) => this switch
    {
        WorkingDays => calendar.Works(day),
        OfWeek(var days) => days.Contains(day.DayOfWeek),
    };

    private static OfWeek Week(IEnumerable<int> places) => new(new Arr<DayOfWeek>(places.Select(place => (DayOfWeek)((place + 1) % Names.Length))));

    private static int PlaceOf(DayOfWeek day) => ((int)day + Names.Length - 1) % Names.Length;
}
