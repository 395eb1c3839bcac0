namespace Kehu.Api;

/// <summary>The words for a status: its title, and the one fault that is told when nothing more particular is known.</summary>
internal static class StatusWords
{
    /// <summary>The title of a problem with this status.</summary>
    public static Label Title(int status) => status switch
    {
        400 => new("Bad Request", "请求有误"),
        401 => new("Unauthorized", "未经授权"),
        403 => new("Forbidden", "禁止访问"),
        404 => new("Not Found", "未找到"),
        405 => new("Method Not Allowed", "不支持的方法"),
        406 => new("Not Acceptable", "无法提供所要求的格式"),
        408 => new("Request Timeout", "请求超时"),
        409 => new("Conflict", "冲突"),
        410 => new("Gone", "已不存在"),
        412 => new("Precondition Failed", "前提条件不满足"),
        413 => new("Content Too Large", "内容过大"),
        414 => new("URI Too Long", "请求地址过长"),
        415 => new("Unsupported Media Type", "不支持的内容类型"),
        422 => new("Unprocessable Content", "内容不符合规则"),
        428 => new("Precondition Required", "缺少前提条件"),
        429 => new("Too Many Requests", "请求过多"),
        431 => new("Request Header Fields Too Large", "请求头过大"),
        503 => new("Service Unavailable", "服务暂不可用"),
        505 => new("HTTP Version Not Supported", "不支持的 HTTP 版本"),
        507 => new("Insufficient Storage", "存储空间不足"),
        >= 400 and < 500 => new("Bad Request", "请求有误"),
        _ => new("Internal Server Error", "服务器内部错误"),
    };

    /// <summary>The fault of a status that came without one.</summary>
    public static Fault Fault(int status) => status switch
    {
        401 => Domain.Fault.Header("Authorization", "access.key", "send the key as 'Authorization: Bearer <key>'", "请以“Authorization: Bearer <密钥>”发送密钥"),
        403 => Whole("access.forbidden", "this is not allowed to you", "无权进行此操作"),
        404 => Whole("route.unknown", "there is nothing at this path; the paths are in /openapi/v1.json", "该路径不存在；可用路径见 /openapi/v1.json"),
        405 => Whole("route.method", "the path does not know this method; the header Allow lists those it knows", "该路径不支持此方法；支持的方法见 Allow 响应头"),
        406 => Domain.Fault.Header("Accept", "accept.none", "no accepted form can be given", "无法提供所要求的格式"),
        408 => Whole("request.timeout", "the request did not arrive in time; send it again", "请求未能及时送达；请重试"),
        409 => Whole("request.conflict", "this conflicts with what is stored; read it again", "与已存内容冲突；请重新读取"),
        412 => Domain.Fault.Header(
            "If-Match", "precondition.failed", "it was changed meanwhile; read it again and send its present ETag",
            "内容已被修改；请重新读取并使用新的 ETag"),
        413 => Whole("body.too-large", "the body is too large; send less at once", "请求体过大；请减少单次发送的内容"),
        414 => Whole("request.target-too-long", "the path with its query is too long; ask for less at once", "请求路径与查询过长；请减少单次查询的内容"),
        415 => Domain.Fault.Header(
            "Content-Type", "content-type.unsupported", "a body of this type is not read here; see /openapi/v1.json",
            "此处不接受该类型的请求体；见 /openapi/v1.json"),
        428 => Domain.Fault.Header(
            "If-Match", "precondition.needed", "send If-Match with the ETag to replace, or 'If-None-Match: *' to create",
            "请发送 If-Match（替换）或“If-None-Match: *”（新建）"),
        429 => Whole("request.too-many", "too many requests; wait as long as Retry-After says", "请求过多；请按 Retry-After 等待后重试"),
        431 => Whole("request.headers", "the request headers are too large", "请求头过大"),
        503 => Whole("service.unavailable", "not ready just now; try again soon", "服务暂不可用；请稍后重试"),
        505 => Whole("request.version", "this version of HTTP is not spoken here; use HTTP/1.1", "不支持该 HTTP 版本；请使用 HTTP/1.1"),
        507 => Whole(
            "store.full", "the disk with the store is full and this could not be stored; those who run the service make room on it, then send it again",
            "数据文件所在磁盘已满，未能保存；请运维人员腾出空间后重新发送"),
        >= 400 and < 500 => Whole("request.malformed", "the request could not be understood", "无法理解该请求"),
        _ => Whole(
            "service.fault", "something went wrong here, not with the request; tell the request id to those who run the service",
            "服务内部出错，与请求无关；请将请求编号告知运维人员"),
    };

    private static Fault Whole(string code, string en, string zh) => Domain.Fault.At("", code, en, zh);
}
