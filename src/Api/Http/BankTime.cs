namespace Kehu.Api;

/// <summary>Days as the bank counts them.</summary>
internal static class BankTime
{
    /// <summary>Today in the bank's time zone (UTC+8), as the contract has it.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(8));
}
