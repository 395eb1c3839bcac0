namespace Kehu.Domain;

/// <summary>What was counted, and the moment (UTC) at which it was.</summary>
public sealed record Counted<T>(T What, DateTime At)
{
    /// <summary>The answer: the days that it is about, the moment to the second, and what else there is to say.</summary>
    internal static Contract<Counted<T>> About(
        string says, Arr<Field<T>> before, Func<T, EvaluatedDays> days, params ReadOnlySpan<Field<T>> fields) =>
        Answered<Counted<T>>.Object(
            says,
            [
                .. Answered<Counted<T>>.FieldsOf(before, counted => counted.What),
                .. Answered<Counted<T>>.FieldsOf(EvaluatedDays.Fields, counted => days(counted.What)),
                Answered<Counted<T>>.Always("countedAt", Forms.Instant, counted => counted.At.AddTicks(-(counted.At.Ticks % TimeSpan.TicksPerSecond))),
                .. Answered<Counted<T>>.FieldsOf(new Arr<Field<T>>(fields.ToArray()), counted => counted.What),
            ]);
}
