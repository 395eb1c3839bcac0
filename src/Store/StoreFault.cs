using Kehu.Domain;

namespace Kehu.Store;

/// <summary>Why a store cannot be opened, backed up or restored, in words for the person who asked for it.</summary>
internal abstract record StoreFault
{
    private StoreFault()
    {
    }

    /// <summary>Another server (or a restore) holds the store.</summary>
    public sealed record InUse(string Path) : StoreFault;

    /// <summary>There is no such file.</summary>
    public sealed record Missing(string Path) : StoreFault;

    /// <summary>The file to be written is already there.</summary>
    public sealed record Exists(string Path) : StoreFault;

    /// <summary>The file belongs to another program, or is no database at all.</summary>
    public sealed record Foreign(string Path) : StoreFault;

    /// <summary>The file is a store of another kind than the one that was asked for.</summary>
    public sealed record OtherKind(string Path, string Found, string Wanted) : StoreFault;

    /// <summary>The store is of the kind already that it was to be converted to.</summary>
    public sealed record SameKind(string Path, string Kind) : StoreFault;

    /// <summary>The file was written by a later release.</summary>
    public sealed record Newer(string Path, long Found, int Known) : StoreFault;

    /// <summary>The file is a store with its contents broken.</summary>
    public sealed record Damaged(string Path, string Detail) : StoreFault;

    /// <summary>The file has a log beside it: a store in use or stopped hard, not a backup.</summary>
    public sealed record Unsettled(string Path) : StoreFault;

    /// <summary>A file beside the store does not go with it.</summary>
    public sealed record Unfit(string Path, Label Says) : StoreFault;

    /// <summary>The system refuses the file: rights, space, a broken disk.</summary>
    public sealed record Unreachable(string Path, string Detail) : StoreFault;

    /// <summary>One line that says what is wrong and what to do.</summary>
    public Label Describe() => this switch
    {
        InUse(var path) => new Label(
            $"The store {path} is in use by another process; stop that one first.",
            $"数据文件 {path} 正被另一个进程使用；请先停止该进程。"),
        Missing(var path) => new Label($"There is no file {path}.", $"文件 {path} 不存在。"),
        Exists(var path) => new Label(
            $"{path} already exists and is not overwritten; name another file, or force a restore.",
            $"{path} 已存在，不会被覆盖；请另选文件名，恢复时可强制覆盖。"),
        Foreign(var path) => new Label($"{path} is not a Kehu store.", $"{path} 不是 Kehu 数据文件。"),
        OtherKind(var path, var found, var wanted) => new Label(
            $"{path} is a {found} store, and Store:Kind asks for {wanted}; leave the setting out, or convert the store: "
            + $"convert --to {wanted} --Store:Path {path}",
            $"{path} 是 {found} 数据文件，而 Store:Kind 要求 {wanted}；请省略该设置，或转换数据文件：convert --to {wanted} --Store:Path {path}"),
        SameKind(var path, var kind) => new Label($"{path} is a {kind} store already.", $"{path} 已经是 {kind} 数据文件。"),
        Newer(var path, var found, var known) => new Label(
            $"{path} has schema version {found}, this release knows {known}; use the later release.",
            $"{path} 的结构版本为 {found}，本版本只支持到 {known}；请使用更新的版本。"),
        Damaged(var path, var detail) => new Label(
            $"{path} is damaged ({detail}); restore a backup.",
            $"{path} 已损坏（{detail})；请从备份恢复。"),
        Unsettled(var path) => new Label(
            $"{path} has a log beside it and is not a finished backup; make one with the backup command.",
            $"{path} 旁有日志文件，不是完整的备份；请用备份命令生成。"),
        Unfit(var path, var says) => new Label($"{path}: {says.En}.", $"{path}：{says.Zh}。"),
        Unreachable(var path, var detail) => new Label($"{path} cannot be used: {detail}", $"无法使用 {path}:{detail}"),
    };
}
