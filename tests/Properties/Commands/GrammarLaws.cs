using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Kehu.Properties.Commands;

/// <summary>
/// A command line is read by the grammar and by nothing else: what it says is in help, what it does not say is refused with what was meant, and
/// settings pass through.
/// </summary>
public sealed class GrammarLaws
{
    private static readonly string[] Names = [.. Grammar.Commands.Map(form => form.Name).Filter(name => name.Length > 0)];

    [Xunit.Fact]
    public void Help_of_every_command_says_all_that_it_takes()
    {
        foreach (var form in Grammar.Commands)
        {
            var page = HelpPage.Of(form);
            Assert.All(form.Options, option => Assert.Contains($"\n  {option}", page, StringComparison.Ordinal));
            Assert.All(form.Arguments.Parts, part => Assert.All(Said(part), says => Assert.True(
                page.Contains(says.En, StringComparison.Ordinal) && page.Contains(says.Zh, StringComparison.Ordinal))));
            Assert.All(page.Split('\n'), line => Assert.InRange(line.Length, 0, 160));
        }

        Assert.All(Names, name => Assert.Contains($"\n  {name} ", HelpPage.Of(Grammar.Commands[0]), StringComparison.Ordinal));
    }

    [Xunit.Fact]
    public void Help_wins_wherever_it_stands_and_whatever_is_wrong()
    {
        foreach (var name in Names.Prepend(""))
        {
            string[] command = name.Length > 0 ? [name] : [];
            foreach (var help in new[] { "--help", "-h", "-?" })
            {
                Assert.Equal(new Order.Help(name), Read([.. command, help]));
                Assert.Equal(new Order.Help(name), Read([.. command, "--no-such-option", help, "--Store:Pth", "x"]));
            }

            Assert.Equal(new Order.Version(), Read([.. command, "--version"]));
        }

        Assert.All(Names, name => Assert.Equal(new Order.Help(name), Read(["help", name])));
    }

    [Xunit.Fact]
    public void Every_option_misspelt_by_one_edit_is_refused_and_proposed()
    {
        foreach (var form in Grammar.Commands)
        {
            var settings = form.TakesSettings ? SettingKeys.All.Filter(key => !key.Name.EndsWith(':')).Map(key => $"--{key.Name}") : default;
            string[] known = [.. form.Options, .. settings];
            string[] command = form.Name.Length > 0 ? [form.Name] : [];
            var near = known.ToDictionary(one => one, one => Misspelling.Of(one, from: 2).ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
            // Settings are read alike wherever they are taken: they are misspelt where the service starts.
            foreach (var option in form.Name.Length == 0 ? known : known.Take(form.Options.Count))
            {
                foreach (var misspelt in Misspelling.Of(option, from: 2).Where(word => word.Length > 2 && !IsKnown(word, known)))
                {
                    var proposed = new[] { option }.Concat(known.Where(other => near[other].Contains(misspelt)));
                    var fault = Assert.Single(Faults([.. command, misspelt]));
                    Assert.StartsWith($"{misspelt}: ", fault.En, StringComparison.Ordinal);
                    Assert.True(proposed.Any(one => fault.En.EndsWith($"did you mean '{one}'?", StringComparison.Ordinal)), fault.En);
                }
            }
        }
    }

    [Xunit.Fact]
    public void Every_command_misspelt_by_one_edit_is_refused_and_proposed()
    {
        foreach (var name in Names)
        {
            foreach (var misspelt in Misspelling.Of(name, from: 0).Where(word => !Names.Contains(word) && word.Length > 0 && !word.StartsWith('-')))
            {
                Assert.StartsWith($"{misspelt}: there is no such command; did you mean '", Assert.Single(Faults([misspelt, "x"])).En, StringComparison.Ordinal);
            }
        }
    }

    [Xunit.Fact]
    public void An_option_is_never_taken_for_the_name_of_a_file()
    {
        foreach (var form in Grammar.Commands.Filter(form => form.Arguments.Parts.Exists(part => part is Part.Operand)))
        {
            Assert.NotEmpty(Faults([form.Name, "--hlep"]));
            Assert.NotEmpty(Faults([form.Name, "-x"]));
        }

        Assert.NotEmpty(Faults(["docs", "--to", "--hlep"]));
        Assert.Equal(new Order.Backup("--odd", default), Read(["backup", "--", "--odd"]));
        Assert.Equal(new Order.Docs("--odd"), Read(["docs", "--to=--odd"]));
    }

    [Xunit.Fact]
    public void Every_setting_passes_through_in_both_ways_of_writing_it_and_means_the_same()
    {
        foreach (var key in SettingKeys.All)
        {
            var name = key.Name.EndsWith(':') ? $"{key.Name}some:thing" : key.Name;
            foreach (var args in new string[][] { [$"--{name}", "a=b c"], [$"--{name}=a=b c"], [$"--{name.ToUpperInvariant()}", "a=b c"] })
            {
                Arr<string>[] passed =
                [
                    Assert.IsType<Order.Serve>(Read(args)).Settings,
                    Assert.IsType<Order.Verify>(Read([.. args, "verify"])).Settings,
                    Assert.IsType<Order.Backup>(Read(["backup", .. args, "target"])).Settings,
                ];
                Assert.All(passed, settings => Assert.Equal("a=b c", new ConfigurationBuilder().AddCommandLine([.. settings]).Build()[name]));
            }

            Assert.Single(Faults([$"--{name}"]));
            Assert.Single(Faults(["docs", $"--{name}=x"]));
        }
    }

    [Xunit.Fact]
    public void Every_setting_that_a_start_reads_can_be_written()
    {
        var read = new RecordedConfiguration(new ConfigurationBuilder().Build());
        _ = ServiceSettings.From(read);
        Assert.NotEmpty(read.Names);
        Assert.All(read.Names, name => Assert.True(
            SettingKeys.Service.Exists(key => key.Is(name) || key.Name == $"{name}:" || key.Name.StartsWith($"{name}:", StringComparison.Ordinal)), name));
    }

    [Law]
    public Property Any_words_are_an_order_or_faults_in_both_languages() => Prop.ForAll(AnyWords.ToArbitrary(), words =>
        CommandReading.Read(new Arr<string>(words)).Match(
            Succ: order => order is not null,
            Fail: faults => !faults.IsEmpty && faults.ForAll(fault => fault.En.Length > 0 && fault.Zh.Any(letter => letter is >= '一' and <= '龥'))));

    private static Gen<string[]> AnyWords => Gen.Frequency(
        (4, Gen.Elements([.. Grammar.Commands.Bind(form => form.Options), .. Names, .. SettingKeys.All.Map(key => $"--{key.Name}")])),
        (1, Gen.Elements("", "-", "--", "---", "-1", "=", "--=", "-=", "--:", ":", "--a:",
            "@file", "[diagram]", "/urls=x", "0.01", "1", "litedb", "a b", "\0", "😀")),
        (1, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get))).ArrayOf();

    private static bool IsKnown(string word, string[] options) =>
        options.Contains(word, StringComparer.OrdinalIgnoreCase) || SettingKeys.All.Exists(key => key.Is(word[2..]));

    private static IEnumerable<Label> Said(Part part) => part switch
    {
        Part.Operand operand => [operand.Says],
        Part.Valued valued => [valued.Says],
        Part.Switch flag => [flag.Says],
        Part.Settings settings => settings.Read.Map(key => key.Says),
    };

    private static Order Read(string[] args) => CommandReading.Read(new Arr<string>(args)).IfFail(
        faults => throw new InvalidOperationException(string.Join('\n', faults.Map(fault => fault.En))));

    private static IReadOnlyList<Label> Faults(string[] args) =>
        CommandReading.Read(new Arr<string>(args)).Match(Succ: _ => [], Fail: faults => faults.ToList());

    /// <summary>A configuration that keeps the names it was asked for.</summary>
    private sealed class RecordedConfiguration(IConfiguration inner) : IConfiguration
    {
        public List<string> Names { get; } = [];

        public string? this[string key]
        {
            get
            {
                Names.Add(key);
                return inner[key];
            }

            set => inner[key] = value;
        }

        public IConfigurationSection GetSection(string key)
        {
            Names.Add(key);
            return inner.GetSection(key);
        }

        public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren();

        public IChangeToken GetReloadToken() => inner.GetReloadToken();
    }
}
