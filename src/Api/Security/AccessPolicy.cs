using LanguageExt;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Kehu.Api;

/// <summary>What a route needs of its caller, as the framework asks it: one of some roles, and of the whole bank where the route is about that.</summary>
internal sealed class AccessNeed(AccessRoles roles, bool ofWholeBank) : IAuthorizationRequirement, IAuthorizationHandler
{
    /// <summary>The roles of which one is needed.</summary>
    public AccessRoles Roles { get; } = roles;

    /// <summary>What a route says of itself: the need, and the policy that the framework goes by.</summary>
    public static object[] Of(AccessRoles roles, bool ofWholeBank)
    {
        var need = new AccessNeed(roles, ofWholeBank);
        return [need, new AuthorizationPolicy([need], [])];
    }

    /// <summary>
    /// Before the framework weighs: whoever may do it is let on without the objects that it takes. Whoever may not, or is not known, is refused by the
    /// framework, as is whatever has no need of its own.
    /// </summary>
    public static void Use(IApplicationBuilder app)
    {
        // The host would put the framework's own step before everything else, for every call.
        app.Properties["__AuthorizationMiddlewareSet"] = true;
        app.UseWhen(http => !IsMet(http), others => others.UseAuthorization());
    }

    private static bool IsMet(HttpContext http) =>
        http.User is CallerPrincipal { Caller: var caller }
        && http.GetEndpoint()?.Metadata.GetMetadata<AccessNeed>() is { } need && need.Refusal(caller).IsNone;

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

/// <summary>Weighs what a route needs against the caller, who was found before: without the objects that it takes to weigh any policy.</summary>
internal sealed class AccessEvaluator(IAuthorizationService any) : IPolicyEvaluator
{
    private static readonly Task<AuthenticateResult> Nobody = Task.FromResult(AuthenticateResult.NoResult());

    private static readonly Task<PolicyAuthorizationResult> May = Task.FromResult(PolicyAuthorizationResult.Success());

    private static readonly Task<PolicyAuthorizationResult> MayNot = Task.FromResult(PolicyAuthorizationResult.Forbid());

    private static readonly Task<PolicyAuthorizationResult> WhoIsIt = Task.FromResult(PolicyAuthorizationResult.Challenge());

    private readonly PolicyEvaluator usual = new(any);

    public Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context) =>
        context.User is CallerPrincipal ? Nobody : usual.AuthenticateAsync(policy, context);

    public Task<PolicyAuthorizationResult> AuthorizeAsync(
        AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource) =>
        policy.Requirements is not [AccessNeed need] ? usual.AuthorizeAsync(policy, authenticationResult, context, resource)
        : context.User is not CallerPrincipal { Caller: var caller } ? WhoIsIt
        : need.Refusal(caller).IsNone ? May
        : MayNot;
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
