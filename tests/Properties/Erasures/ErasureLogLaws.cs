using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Kehu.Properties.Erasures;

/// <summary>The log of erasures: cut off anywhere it is made whole again; without its own key nothing is written and nothing is lost.</summary>
public sealed class ErasureLogLaws
{
    private static readonly DateTime At = new(2026, 11, 21, 2, 0, 0, 123, DateTimeKind.Utc);

    private static Gen<ErasedCustomer[]> Erased =>
        from count in Gen.Choose(1, 6)
        from all in (from id in Gen.Elements("A-1", "A-2", "Z_9", "客户1") from ticks in Gen.Choose(0, 9) select new ErasedCustomer(id, At.AddTicks(ticks))).ArrayOf(count)
        select all;

    [Law(60)]
    public Property Cut_off_anywhere_and_logged_again_it_holds_each_once() => Law.ForAll(
        from first in Erased from second in Erased from cut in Gen.Choose(0, 200) select (first, second, cut),
        drawn =>
        {
            using var folder = new TemporaryFolder();
            var log = ErasureLog.Beside(folder.File("kehu.db"));
            Done(log.Add(drawn.first));
            var key = Done(log.Read()).Key;
            Cut(log.Path, drawn.cut);
            Done(log.Add(drawn.first));
            Done(log.Add(drawn.second));
            var expected = drawn.first.Concat(drawn.second).Distinct().Select(one => new LoggedErasure(key.Map(known => known.MarkOf(one.Id)).IfNone(""), one.At));
            return expected.ToHashSet().SetEquals(Done(log.Read()).Lines) && Done(log.Read()).Lines.Count == expected.Count()
                && !File.ReadAllText(log.Path).Contains("A-1", StringComparison.Ordinal);
        });

    [Xunit.Fact]
    public void Without_its_own_key_nothing_is_read_or_written()
    {
        using var folder = new TemporaryFolder();
        var (log, other) = (ErasureLog.Beside(folder.File("kehu.db")), ErasureLog.Beside(folder.File("other.db")));
        Done(log.Add([new ErasedCustomer("A-1", At)]));
        Done(other.Add([new ErasedCustomer("A-1", At)]));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in log.Files)
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }

        var (lines, key) = (File.ReadAllText(log.Path), File.ReadAllText(log.KeyPath));
        foreach (var wrong in new[] { null, "", "no key", key[..^2], File.ReadAllText(other.KeyPath) })
        {
            File.Delete(log.KeyPath);
            if (wrong is not null)
            {
                File.WriteAllText(log.KeyPath, wrong);
            }

            Assert.Equal(log.KeyPath, Assert.IsType<StoreFault.Unfit>(Fault(log.Read())).Path);
            Assert.IsType<StoreFault.Unfit>(Fault(log.Add([new ErasedCustomer("A-2", At)])));
            Assert.Equal((lines, wrong ?? ""), (File.ReadAllText(log.Path), File.Exists(log.KeyPath) ? File.ReadAllText(log.KeyPath) : ""));
        }

        File.WriteAllText(log.KeyPath, key);
        Done(log.Add([new ErasedCustomer("A-2", At)]));
        Assert.StartsWith(lines, File.ReadAllText(log.Path), StringComparison.Ordinal);
        Assert.Equal(2, Done(log.Read()).Lines.Count);
        File.AppendAllText(log.Path, "nonsense\n");
        Assert.Contains("line 4", Fault(log.Read()).Describe().En, StringComparison.Ordinal);
    }

    private static void Cut(string file, int bytes)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Write);
        open.SetLength(Math.Max(0, open.Length - bytes));
    }

    private static T Done<T>(LanguageExt.Either<StoreFault, T> outcome) => outcome.IfLeft(fault => throw new InvalidOperationException(fault.Describe().En));

    private static StoreFault Fault<T>(LanguageExt.Either<StoreFault, T> outcome) => outcome.Match(Right: _ => throw new InvalidOperationException("it worked"), Left: fault => fault);
}
