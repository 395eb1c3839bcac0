namespace Kehu.Properties;

/// <summary>Records as somebody sends them, and as they are answered.</summary>
internal static class SentRecord
{
    /// <summary>The JSON of a record with its preferences, which is also what versions before consents were a log kept.</summary>
    public static byte[] AsSent(this CustomerRecord record) => WireJson.Bytes(json => CustomerCodecs.WriteAsSent(json, record));

    /// <summary>The record as it is kept and answered.</summary>
    public static CustomerRecord Answered(this CustomerRecord record) => record with { Preferences = Preferences.Unknown };
}
