using Kehu.Properties.Http;
using Xunit;

namespace Kehu.Properties.Drills;

/// <summary>A store has one lock whatever name leads to it: links to the file or to a folder on the way, dots, a relative name; also before there is a file.</summary>
public sealed class SecondNameDrill
{
    [Xunit.Theory]
    [OverStores]
    public async Task Every_name_of_an_open_store_is_refused(string kind)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("real/deep"));
        await using var store = Stores.Open(folder.File("real/kehu.db"), kind);
        File.CreateSymbolicLink(folder.File("link.db"), folder.File("real/kehu.db"));
        File.CreateSymbolicLink(folder.File("second.db"), "link.db");
        Directory.CreateSymbolicLink(folder.File("way"), folder.File("real"));
        Directory.CreateSymbolicLink(folder.File("deep"), Path.Combine("real", "deep"));
        string[] names =
        [
            folder.File("link.db"), folder.File("second.db"), folder.File("way/kehu.db"), folder.File("deep/../kehu.db"), folder.File("way/./deep/../../real//kehu.db"),
            Path.GetRelativePath(Environment.CurrentDirectory, folder.File("link.db")),
        ];
        foreach (var name in names)
        {
            Assert.Equal(new StoreFault.InUse(name), Stores.Refusal(name));
            Assert.Equal(folder.File("real/kehu.db"), RealPath.Of(name));
        }
    }

    [Xunit.Theory]
    [OverStores]
    public async Task A_link_to_a_store_that_is_yet_to_be_made_is_that_store(string kind)
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File("link.db"), folder.File("later/kehu.db"));
        await using (var store = Stores.Open(folder.File("link.db"), kind))
        {
            await store.Commit([Stores.Customer("A", 0)], default);
            Assert.Equal(folder.File("later/kehu.db"), store.FilePath);
            Assert.Equal(new StoreFault.InUse(folder.File("later/kehu.db")), Stores.Refusal(folder.File("later/kehu.db")));
        }

        await using var again = Stores.Open(folder.File("later/kehu.db"), kind);
        Assert.NotNull(await again.Get("customers", "A", default));
    }

    [Xunit.Fact]
    public void A_circle_of_links_is_no_store()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File("one.db"), folder.File("two.db"));
        File.CreateSymbolicLink(folder.File("two.db"), folder.File("one.db"));
        Assert.IsType<StoreFault.Unreachable>(Stores.Refusal(folder.File("one.db")));
    }

    [Xunit.Theory]
    [OverStores]
    public async Task Another_process_by_a_link_is_refused_in_the_usual_words_and_the_first_goes_on(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var store = Stores.Open(folder.File("kehu.db"), kind);
        File.CreateSymbolicLink(folder.File("link.db"), "kehu.db");
        var (code, said) = await ChildService.Run("--urls=http://127.0.0.1:0", $"--Store:Path={folder.File("link.db")}");
        Assert.Equal(1, code);
        Assert.Equal(Lines(new StoreFault.InUse(folder.File("link.db")).Describe()), said.TrimEnd());
        Assert.Null(await store.Commit([Stores.Customer("A", 0)], default));
        Assert.False(File.Exists(folder.File("link.db.lock")));
    }

    private static string Lines(Kehu.Domain.Label words) => $"{words.En}\n{words.Zh}";
}
