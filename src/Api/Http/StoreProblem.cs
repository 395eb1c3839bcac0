namespace Kehu.Api;

/// <summary>What callers get of a store that fails: nothing of the call was acknowledged, and what to do.</summary>
internal static class StoreProblem
{
    private const int SoonSeconds = 5;

    private const int LaterSeconds = 60;

    /// <summary>The answer to a call that met the trouble: 507 where there is no room, 503 otherwise.</summary>
    public static Problem Of(StoreTrouble trouble) => new(trouble == StoreTrouble.Full ? 507 : 503, [Fault(trouble)], RetryAfter(trouble));

    /// <summary>The answer to who asks whether the service is ready.</summary>
    public static Problem NotReady(StoreTrouble trouble) => new(503, [Fault(trouble)], RetryAfter(trouble));

    /// <summary>The trouble in words.</summary>
    private static Fault Fault(StoreTrouble trouble) => trouble switch
    {
        StoreTrouble.Full => StatusWords.Fault(507),
        StoreTrouble.ReadOnly => Domain.Fault.At(
            "", "store.read-only",
            "the store's file may not be written and this could not be stored; those who run the service give back the right, then send it again",
            "数据文件不可写，未能保存；请运维人员恢复写入权限后重新发送"),
        StoreTrouble.Damaged => Domain.Fault.At(
            "", "store.damaged", "the store's file is damaged; those who run the service stop it, keep the file and restore a backup",
            "数据文件已损坏；请运维人员停止服务、保留该文件并从备份恢复"),
        StoreTrouble.Failed => Domain.Fault.At(
            "", "store.failed",
            "the store's disk or file failed; try again soon, and if it stays so, those who run the service find the cause in the log under the request id",
            "数据文件或磁盘出现故障；请稍后重试，如持续出现，运维人员可凭请求编号在日志中查明原因"),
    };

    /// <summary>Room is made and rights are given by people; a fault without a name may pass by itself.</summary>
    private static int RetryAfter(StoreTrouble trouble) => trouble == StoreTrouble.Failed ? SoonSeconds : LaterSeconds;
}
