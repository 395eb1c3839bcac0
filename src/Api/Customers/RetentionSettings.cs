using LanguageExt;

namespace Kehu.Api;

/// <summary>For how long customers are kept once they have ended, by the settings.</summary>
internal static class RetentionSettings
{
    public const string PersonalSetting = "Retention:Personal";

    public const string EnterpriseSetting = "Retention:Enterprise";

    /// <summary>The settings, or everything wrong with them.</summary>
    public static Validation<SettingFault, CustomerRetention> From(IConfiguration configuration) =>
        (Days(configuration, PersonalSetting), Days(configuration, EnterpriseSetting))
            .Apply((personal, enterprise) => new CustomerRetention(personal, enterprise));

    private static Validation<SettingFault, int> Days(IConfiguration configuration, string name) =>
        configuration.Whole(name, usual: 0, least: 0, CustomerRetention.MostDays).Map(days => (int)days);
}
