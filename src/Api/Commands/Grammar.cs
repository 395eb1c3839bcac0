using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The commands of the program as one value: help and reading follow from it.</summary>
internal static class Grammar
{
    /// <summary>The option that explains a command.</summary>
    public const string Help = "--help";

    /// <summary>The option that says the version.</summary>
    public const string Version = "--version";

    /// <summary>What every command takes, with the other ways of writing it.</summary>
    public static Arr<(string Name, Arr<string> Aliases)> Always { get; } = Array((Help, Array("-h", "-?")), (Version, default(Arr<string>)));

    /// <summary>The commands, the program without one first.</summary>
    public static Arr<CommandForm> Commands { get; } = Array(
        new CommandForm(
            "",
            Says("serves the HTTP API; with a command, does that instead", "提供 HTTP 服务；带命令时执行该命令"),
            SampleForms.Beside.And(Arguments.Settings(SettingKeys.Service)).Map(Order (given) => new Order.Serve(given.Item1, given.Item2))),
        new CommandForm(
            "sample",
            Says("writes the sample portfolio to standard output", "将样例客户组合写到标准输出"),
            SampleForms.Alone.Map(Order (given) => new Order.Sample(given))),
        new CommandForm(
            "backup",
            Says("copies the store to a new file, also while the service runs", "将数据复制到新文件，服务运行时也可执行"),
            Arguments.Operand("TARGET", Says("the new file", "新文件")).And(OfStore).Map(Order (given) => new Order.Backup(given.Item1, given.Item2))),
        new CommandForm(
            "restore",
            Says("puts a backup in the store's place; the service must be stopped", "用备份替换数据文件；须先停止服务"),
            Arguments.Operand("BACKUP", Says("the file that backup made", "backup 命令生成的文件"))
                .And(Arguments.Switch("--force", Says("replace a store that is there", "替换已有的数据文件"))).And(OfStore)
                .Map(Order (given) => new Order.Restore(given.Item1.Item1, given.Item1.Item2, given.Item2))),
        new CommandForm(
            "verify",
            Says("walks all of the store, also while the service runs", "检查全部数据，服务运行时也可执行"),
            OfStore.Map(Order (settings) => new Order.Verify(settings))),
        new CommandForm(
            "audit",
            Says("goes along the audit of a store and says whether it is as it was written; the service must be stopped", "逐条核对审计记录是否被改动；须先停止服务"),
            Arguments.Operand("verify", Says("what is to be done: verify", "要执行的操作：verify")).And(OfStore).Bind(Audited)),
        new CommandForm(
            "convert",
            Says("makes the store one of the other kind; the service must be stopped", "将数据文件转换为另一类型；须先停止服务"),
            Arguments.Needed("--to", "KIND", Says("the kind it is to be: litedb, or sqlite", "目标类型：litedb 或 sqlite"), Kinds).And(OfStore)
                .Map(Order (given) => new Order.Convert(given.Item1, given.Item2))),
        new CommandForm(
            "keys",
            Says(
                "makes, lists or revokes the keys with which callers come; the service must be stopped",
                "创建、列出或撤销调用方的密钥；须先停止服务"),
            KeyForms.All.And(OfStore).Map(Order (given) => new Order.Keys(given.Item1, given.Item2))),
        new CommandForm(
            "docs",
            Says("writes the page of every policy, in both languages", "生成每项办法的中英文页面"),
            Folder("--to", Says($"where to; {ApprovedPolicies.Folder} unless it is named", $"写入的文件夹；默认为 {ApprovedPolicies.Folder}"))
                .Map(Order (folder) => new Order.Docs(folder))),
        new CommandForm(
            "effect",
            Says(
                "says what changed policies do otherwise than their approved versions, exactly and on the sample portfolio",
                "说明改动后的办法与已批准版本的差别：精确差别及在样例组合上的影响"),
            Arguments.MaybeOperand("POLICY", Says("the one to look at; all that changed unless it is named", "要查看的办法；省略时为全部有改动的办法"))
                .And(Folder("--against", Says(
                    $"where the approved versions are; {ApprovedPolicies.Folder} unless it is named",
                    $"已批准版本所在文件夹；默认为 {ApprovedPolicies.Folder}")))
                .Map(Order (given) => new Order.Effect(given.Item1, given.Item2))),
        new CommandForm(
            "help",
            Says("explains a command, as --help behind it does", "说明某个命令，同该命令后的 --help"),
            Arguments.MaybeOperand("COMMAND", Says("the command; all of them unless it is named", "命令；省略时列出全部")).Bind(Explained)));

    /// <summary>The command of that name.</summary>
    public static Option<CommandForm> Find(string name) => Commands.Find(form => form.Name == name);

    private static Arguments<Arr<string>> OfStore => Arguments.Settings(SettingKeys.Store);

    private static ArgumentForm<StoreKind> Kinds => new(
        new Label(string.Join(" or ", StoreKinds.All.Map(kind => kind.Name)), string.Join(" 或 ", StoreKinds.All.Map(kind => kind.Name))),
        text => StoreKinds.All.Find(kind => kind.Name == text));

    private static Arguments<string> Folder(string name, Label says) =>
        Arguments.Maybe(name, "FOLDER", says, new ArgumentForm<string>(new Label("a folder", "文件夹"), text => text.Length > 0 ? Some(text) : None))
            .Map(folder => folder.IfNone(ApprovedPolicies.Folder));

    private static Validation<Label, Order> Explained(Option<string> command) => Find(command.IfNone("")).Match(
        Some: form => Success<Label, Order>(new Order.Help(form.Name)),
        None: () => Fail<Label, Order>(CommandReading.UnknownCommand(command.IfNone(""))));

    private static Validation<Label, Order> Audited((string Doing, Arr<string> Settings) given) => given.Doing == "verify"
        ? Success<Label, Order>(new Order.Audit(given.Settings))
        : Fail<Label, Order>(new Label(
            $"audit: there is only verify, not '{FaultWords.Quoted(given.Doing)}'", $"audit：只有 verify，没有“{FaultWords.Quoted(given.Doing)}”"));

    private static Label Says(string en, string zh) => new(en, zh);
}
