using LanguageExt;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Kehu.Api;

/// <summary>What a route needs of its caller, as the framework asks it: one of some roles, and of the whole bank where the route is about that.</summary>
internal sealed class AccessNeed(AccessRoles roles, bool ofWholeBank) : IAuthorizationRequirement, IAuthorizationHandler
{
    /// <summary>The roles of which one is needed.</summary>
    public AccessRoles Roles { get; } = roles;

    /// <summary>The policy of a route.</summary>
    public static AuthorizationPolicy Of(Route route) => new([new AccessNeed(route.Needs, route.OfWholeBank)], []);

    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.User is CallerPrincipal { Caller: var caller } && Refusal(caller).IsNone)
        {
            context.Succeed(this);
        }

        return Task.CompletedTask;
    }

    /// <summary>Why a caller may not do it, if so.</summary>
    public Option<Fault> Refusal(Caller caller) =>
        !caller.MayBe(Roles) ? Fault.Header(
            "Authorization",
            "access.role",
            $"this needs one of the roles {Listed(Roles)}; yours are {Listed(caller.Roles)}",
            $"需要以下角色之一：{Listed(Roles)}；您的角色为：{Listed(caller.Roles)}")
        : ofWholeBank && !caller.SeesWholeBank(Roles) ? Fault.Header(
            "Authorization",
            "access.whole-bank",
            "this is about the whole bank, and you see a part of it",
            "此操作涉及全行，而您的权限仅限部分机构")
        : Option<Fault>.None;

    private static string Listed(AccessRoles roles) => string.Join(", ", roles.OneByOne().Map(role => role.Code()));
}

/// <summary>Says why a call is not let in, as every problem is said; a browser without a session is shown where to sign in.</summary>
internal sealed class AccessRefusals : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        if (authorizeResult.Challenged)
        {
            return SignInPages.IsPage(context.Request) ? SignInPages.Show(context) : Problem.Of(StatusCodes.Status401Unauthorized).ExecuteAsync(context);
        }

        var fault = policy.Requirements.OfType<AccessNeed>().Select(need => need.Refusal(context.Caller()).ToArr()).FirstOrDefault();
        return (fault.Count > 0 ? Problem.Of(StatusCodes.Status403Forbidden, fault[0]) : Problem.Of(StatusCodes.Status403Forbidden)).ExecuteAsync(context);
    }
}
