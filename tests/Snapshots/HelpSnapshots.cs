using VerifyXunit;
using Xunit;

namespace Kehu.Snapshots;

/// <summary>The help page of every command.</summary>
public sealed class HelpSnapshots
{
    public static TheoryData<string> Commands => [.. Grammar.Commands.Map(form => form.Name.Length > 0 ? form.Name : "none")];

    [Theory]
    [MemberData(nameof(Commands))]
    public Task Is_explained_so(string command) =>
        Verifier.Verify(HelpPage.Of(Grammar.Find(command == "none" ? "" : command).IfNone(
            () => throw new InvalidOperationException(command)))).UseParameters(command);

    [Fact]
    public Task A_start_says_this() => Verifier.Verify(string.Join(
        '\n',
        new StartText("data/kehu.db", "litedb", 5_500, HasKey: false, new LanguageExt.Arr<string>(["http://127.0.0.1:5080"])).Lines
            + new StartText("/srv/kehu.db", "sqlite", 0, HasKey: true, new LanguageExt.Arr<string>(["http://[::]:80", "https://0.0.0.0:443"])).Lines) + "\n");
}
