using Xunit;

namespace Kehu.Properties.Drills;

/// <summary>Refused lines that cannot be kept do not make an import fail: its report says that some are missing.</summary>
public sealed class RejectsDrill
{
    [Xunit.Fact]
    public void A_folder_that_cannot_be_made_is_said_and_nothing_thrown()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("rejects"), "a file where the folder should be");
        using var rejects = Rejects.Beside(folder.File("kehu.db"), TimeSpan.FromDays(1)).Open(Rejects.NewId(TimeProvider.System), default);
        rejects.Add("{}"u8);
        rejects.Add("{}"u8);
        Assert.True(rejects.IsIncomplete);
    }

    [Xunit.Fact]
    public void Refused_lines_are_kept_whole_and_in_order()
    {
        using var folder = new TemporaryFolder();
        var (kept, id) = (Rejects.Beside(folder.File("kehu.db"), TimeSpan.FromDays(1)), Rejects.NewId(TimeProvider.System));
        using (var rejects = kept.Open(id, default))
        {
            rejects.Add("first"u8);
            rejects.Add(""u8);
            rejects.Add("last"u8);
            Assert.False(rejects.IsIncomplete);
        }

        Assert.Equal("first\n\nlast\n", File.ReadAllText(kept.Find(id, default)!));
    }
}
