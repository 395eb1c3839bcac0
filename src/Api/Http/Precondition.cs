using LanguageExt;

namespace Kehu.Api;

/// <summary>What a request demands of the stored resource before it changes it.</summary>
internal abstract record Precondition
{
    private Precondition()
    {
    }

    /// <summary>Nothing is demanded; where a condition is needed, the answer is 428.</summary>
    public sealed record None : Precondition;

    /// <summary>If-Match: it must be there, in one of these versions when they are named.</summary>
    public sealed record MustExist(Option<Arr<string>> Versions) : Precondition;

    /// <summary>If-None-Match: * : it must not be there yet.</summary>
    public sealed record MustNotExist : Precondition;

    /// <summary>Whether a resource in this version, or none at all, meets the demand; 412 when it does not.</summary>
    public bool IsMetBy(Option<string> version) => this switch
    {
        None => true,
        MustExist(var versions) => version.Match(
            Some: present => versions.Match(Some: named => named.Exists(one => one == present), None: () => true),
            None: () => false),
        MustNotExist => version.IsNone,
    };

    /// <summary>412, with what happened: something is there already, is not there, or is there in another version than was named.</summary>
    /// <param name="isThere">Whether the resource is there, where that is known.</param>
    public Problem Unmet(bool isThere) => Problem.Of(StatusCodes.Status412PreconditionFailed, this switch
    {
        MustNotExist => Fault.Header(
            "If-None-Match", "precondition.exists", "it is there already; read it and send If-Match with its ETag to replace it",
            "资源已存在；请读取后以其 ETag 发送 If-Match 进行替换"),
        MustExist or None when !isThere => Fault.Header(
            "If-Match", "precondition.absent", "there is nothing to replace; send 'If-None-Match: *' to create it", "没有可替换的资源；请发送“If-None-Match: *”以新建"),
        MustExist({ Case: Arr<string> { IsEmpty: true } }) => Fault.Header(
            "If-Match", "precondition.weak", "a weak tag names no version that could be replaced; send the ETag as it was given, without W/",
            "弱标签不能用于替换；请按收到的原样发送 ETag，不加 W/"),
        MustExist or None => StatusWords.Fault(StatusCodes.Status412PreconditionFailed),
    });
}
