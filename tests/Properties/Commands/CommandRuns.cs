using Kehu.Properties.Http;
using Xunit;

namespace Kehu.Properties.Commands;

/// <summary>The built program in an empty folder: what explains or refuses leaves it empty and ends with its code.</summary>
public sealed class CommandRuns
{
    [Xunit.Fact]
    public async Task Help_and_the_version_leave_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        foreach (var form in Grammar.Commands.Filter(form => form.Name is "" or "backup" or "effect"))
        {
            string[] command = form.Name.Length > 0 ? [form.Name] : [];
            Assert.Equal((0, HelpPage.Of(form)), await ChildService.RunIn(folder.File(""), [.. command, "--help"]));
        }

        var (code, said) = await ChildService.RunIn(folder.File(""), "backup", "--version");
        Assert.Equal(0, code);
        Assert.Matches("^Kehu [0-9]+\\.[0-9]+\\.[0-9]+\n$", said);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.File("")));
    }

    [Xunit.Theory]
    [Xunit.InlineData("--smaple")]
    [Xunit.InlineData("backup", "--hlep")]
    [Xunit.InlineData("convert", "--to", "paper")]
    [Xunit.InlineData("--Sotre:Path=other.db")]
    [Xunit.InlineData("--Store:Kind=paper")]
    [Xunit.InlineData("--urls", "http://0.0.0.0:0")]
    public async Task What_is_refused_ends_with_2_and_leaves_nothing_behind(params string[] args)
    {
        using var folder = new TemporaryFolder();
        var (code, said) = await ChildService.RunIn(folder.File(""), args);
        Assert.Equal(2, code);
        Assert.All(said.TrimEnd().Split('\n'), line => Assert.Contains(" / ", line, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.File("")));
    }

    [Xunit.Fact]
    public async Task What_cannot_be_done_ends_with_1()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(1, (await ChildService.RunIn(folder.File(""), "verify")).Code);
        Assert.Equal(1, (await ChildService.RunIn(folder.File(""), "backup", "copy.db")).Code);
    }
}
