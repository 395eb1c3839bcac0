using Kehu.Properties.Http;
using LanguageExt;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Kehu.Properties;

/// <summary>A bad setting stops the start in one line that names it, its value and what would do, in both languages; all of them at once.</summary>
public sealed class SettingLaws
{
    private static readonly (string Name, string Value)[] Bad =
    [
        ("Store:Path", ""), ("Store:Path", "  "),
        ("Streams:SpillBytes", "abc"), ("Streams:SpillBytes", "0"), ("Streams:SpillBytes", "-1"), ("Streams:SpillBytes", "1e9"), ("Streams:SpillBytes", ""), ("Streams:SpillBytes", "99999999999999999999"),
        ("Streams:StallSeconds", "x"), ("Streams:StallSeconds", "0"), ("Streams:StallSeconds", "-1"), ("Streams:StallSeconds", "1e300"), ("Streams:StallSeconds", "86401"), ("Streams:StallSeconds", "1,5"),
        ("Streams:SpillDirectory", "no/such/folder"), ("Streams:SpillDirectory", ""),
        ("Retention:Personal", "-1"), ("Retention:Personal", "five years"), ("Retention:Enterprise", "36501"),
        ("Portfolio:MostBytes", "-5"), ("Portfolio:MostBytes", "5.0"), ("Portfolio:MostBytes", "512 MB"),
        ("Portfolio:InMemory", "maybe"), ("Portfolio:InMemory", "1"), ("Portfolio:InMemory", ""),
        ("Standards:key-account-service:revisits-a", "often"), ("ContactLimits:PerWeek", "two"), ("Evaluation:product-kinds", "many"),
        ("Dossier", "mobile"), ("Dossier:personal-asset-service", "mobile"), ("Dossier:personal-asset-service:wealth-500", ""), ("Dossier:personal-asset-service:wealth-500", "mobile;mobile"), ("Dossier:personal-asset-service:wealth-500", "mobile;fax"),
        ("Dossier:personal-asset-service:mass", "mobile"), ("Dossier:key-account-service:a", "name,mobile"),
        ("Feeds:core", ""), ("Feeds:core", "06:30"), ("Feeds:core", "6:30 daily"), ("Feeds:core", "24:00 daily"), ("Feeds:core", "06:30 weekdays"), ("Feeds:core", "06:30 mon,mon"), ("Feeds:core", "06:30 mon, tue"), ("Feeds:kehu", "06:30 daily"), ("Feeds:core_1", "06:30 daily"), ("Feeds", "06:30 daily"),
    ];

    [Xunit.Fact]
    public void Each_is_one_line_with_its_name_its_value_and_both_languages()
    {
        foreach (var (name, value) in Bad)
        {
            var line = Assert.Single(Faults((name, value))).Line;
            Assert.StartsWith($"{name}={value}: ", line, StringComparison.Ordinal);
            Assert.Contains(" / ", line, StringComparison.Ordinal);
            Assert.Contains(line, letter => letter is >= '一' and <= '龥');
            Assert.DoesNotContain('\n', line);
        }
    }

    [Xunit.Fact]
    public void A_key_with_blanks_around_it_or_too_short_is_refused_and_never_shown()
    {
        foreach (var key in new[] { " 0123456789abcdef", "0123456789abcdef\n", "\t0123456789abcdef ", "                    ", "0123456789abcde" })
        {
            var line = Assert.Single(Faults(("Security:Key", key))).Line;
            Assert.StartsWith("Security:Key: ", line, StringComparison.Ordinal);
            Assert.DoesNotContain("0123", line, StringComparison.Ordinal);
        }

        Assert.Empty(Faults(("Security:Key", "0123456789 abcdef")));
    }

    [Xunit.Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        (string, string)[] several = [("Store:Path", ""), ("Store:Kind", "LiteDB"), ("Security:Key", "short"), ("Streams:SpillBytes", "abc"), ("Streams:StallSeconds", "x"), ("Portfolio:MostBytes", "-5"), ("Portfolio:InMemory", "maybe"),
            ("Evaluation:product-kinds", "many"), ("Standards:key-account-service:revisits-a", "often"), ("ContactLimits:PerWeek", "two"), ("Calendar:MovedDays", "no/such/file.json")];
        Assert.Equal(several.Select(one => one.Item1).Order(), Faults(several).Select(fault => fault.Name).Order());
    }

    [Xunit.Fact]
    public void Good_ones_are_taken_and_what_is_left_out_is_usual()
    {
        var settings = ServiceSettings.From(Configuration()).IfFail(faults => throw SettingFault.Stopped(faults));
        Assert.True(settings.Store.Kind.IsNone);
        Assert.Equal(("data/kehu.db", 4L << 30, TimeSpan.FromSeconds(60), true, 512L << 20), (settings.Store.Path, settings.Streams.SpillBytes, settings.Streams.Stall, settings.Portfolio.InMemory, settings.Portfolio.MostBytes));
        settings = ServiceSettings.From(Configuration(("Store:Path", "x.db"), ("Store:Kind", "sqlite"), ("Streams:SpillBytes", "1"), ("Streams:StallSeconds", "0.5"), ("Portfolio:InMemory", "False"), ("Portfolio:MostBytes", "0")))
            .IfFail(faults => throw SettingFault.Stopped(faults));
        Assert.Equal("sqlite", settings.Store.Kind.Map(kind => kind.Name));
        Assert.Equal(("x.db", 1L, TimeSpan.FromSeconds(0.5), false, 0L), (settings.Store.Path, settings.Streams.SpillBytes, settings.Streams.Stall, settings.Portfolio.InMemory, settings.Portfolio.MostBytes));
    }

    [Xunit.Fact]
    public async Task The_program_says_the_lines_and_ends()
    {
        using var folder = new TemporaryFolder();
        var (code, said) = await ChildService.Run("--urls=http://127.0.0.1:0", $"--Store:Path={folder.File("kehu.db")}", "--Streams:SpillBytes=abc", "--Portfolio:MostBytes=-5");
        Assert.Equal(2, code);
        Assert.Equal(
            ["Streams:SpillBytes=abc", "Portfolio:MostBytes=-5"],
            said.TrimEnd().Split('\n').Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.False(File.Exists(folder.File("kehu.db")));
        (code, said) = await ChildService.Run("backup", folder.File("copy.db"), "--Store:Path=");
        Assert.Equal(2, code);
        Assert.StartsWith("Store:Path=: ", said, StringComparison.Ordinal);
        Assert.Single(said.TrimEnd().Split('\n'));
    }

    private static Seq<SettingFault> Faults(params (string Name, string Value)[] settings) =>
        ServiceSettings.From(Configuration(settings)).Match(Succ: _ => Seq<SettingFault>.Empty, Fail: faults => faults);

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build();
}
