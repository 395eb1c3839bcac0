using LanguageExt;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using static Kehu.Api.Markup;

namespace Kehu.Api;

/// <summary>Where people sign in with their key, or at the bank's identity provider, and out again. Forms bear a token against forgery.</summary>
internal static class SignInPages
{
    private const string Path = "/sign-in";
    private const string Out = "/sign-out";
    private const string AtTheBank = "/sign-in/bank";
    private const string Return = "return";
    private const string Key = "key";

    /// <summary>What the page may load: its own styles; where its form may go: here.</summary>
    private const string Security = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Makes the pages reachable, for everybody.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, http => Page(http, Option<Label>.None, StatusCodes.Status200OK)).AllowAnonymous();
        app.MapPost(Path, SignIn).AllowAnonymous().DisableAntiforgery();
        app.MapPost(Out, SignOut).AllowAnonymous().DisableAntiforgery();
        app.MapGet(AtTheBank, Ask).AllowAnonymous();
    }

    /// <summary>True where a browser asks for a page.</summary>
    public static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Accept.ToString().Contains(MediaTypes.Html, StringComparison.OrdinalIgnoreCase);

    /// <summary>Sends a browser to the page, and from there back again.</summary>
    public static Task Show(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"{Path}?{Return}={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}";
        return Task.CompletedTask;
    }

    private static async Task SignIn(HttpContext http)
    {
        if (await Form(http) is not { } form)
        {
            await Page(http, Stale, StatusCodes.Status400BadRequest);
            return;
        }

        var caller = await http.RequestServices.GetRequiredService<CallerFinder>().Bearing(form[Key].ToString().Trim(), http.RequestAborted);
        if (caller.Case is not Caller known)
        {
            await Page(http, Wrong, StatusCodes.Status401Unauthorized);
            return;
        }

        await http.SignInAsync(SignedIn.SchemeName, SignedIn.ToKeep(known, http.RequestServices.GetRequiredService<AccessSettings>()));
        Go(http, Local(form[Return]));
    }

    private static async Task SignOut(HttpContext http)
    {
        if (await Form(http) is null)
        {
            await Page(http, Stale, StatusCodes.Status400BadRequest);
            return;
        }

        await http.SignOutAsync(SignedIn.SchemeName);
        Go(http, Path);
    }

    private static Task Ask(HttpContext http) => http.RequestServices.GetRequiredService<AccessSettings>().Provider.Match(
        Some: _ => http.ChallengeAsync(IdentityProvider.SchemeName, new AuthenticationProperties { RedirectUri = Local(http.Request.Query[Return]) }),
        None: () => Problem.Of(StatusCodes.Status404NotFound).ExecuteAsync(http));

    /// <summary>The form that was sent; null where it is none of ours, or too large.</summary>
    private static async Task<IFormCollection?> Form(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
                ? await http.Request.ReadFormAsync(http.RequestAborted)
                : null;
        }
        catch (Exception malformed) when (malformed is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static void Go(HttpContext http, string where)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = where;
        http.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>A way within this service, and no address elsewhere.</summary>
    private static string Local(string? way) =>
        way is ['/', not ('/' or '\\'), ..] && !way.AsSpan().ContainsAny('\r', '\n') && Uri.TryCreate(way, UriKind.Relative, out _) ? way : "/";

    private static async Task Page(HttpContext http, Option<Label> wrong, int status)
    {
        var language = http.Answering();
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Security;
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        var session = await http.AuthenticateAsync(SignedIn.SchemeName);
        (http.Response.StatusCode, http.Response.ContentType) = (status, MediaTypes.Html + "; charset=utf-8");
        var back = Local(http.Request.HasFormContentType ? "/" : http.Request.Query[Return].ToString());
        var who = session.Principal is CallerPrincipal { Caller.Name: var name } ? Prelude.Some(name) : Option<string>.None;
        var withProvider = http.RequestServices.GetRequiredService<AccessSettings>().Provider.IsSome;
        await http.Response.WriteAsync(Written(tokens, back, who, withProvider, wrong, language), System.Text.Encoding.UTF8, http.RequestAborted);
    }

    private static string Written(AntiforgeryTokenSet tokens, string back, Option<string> who, bool withProvider, Option<Label> wrong, Language language)
    {
        var token = Tag("input").With("type", "hidden").With("name", tokens.FormFieldName).With("value", tokens.RequestToken!);
        var asking = Tag(
            "form",
            token,
            Tag("input").With("type", "hidden").With("name", Return).With("value", back),
            Tag("p", Tag("label", KeyWords.In(language)).With("for", Key)),
            Tag("p", Tag("input").With("id", Key).With("name", Key).With("type", "password").With("autocomplete", "current-password").With("required", "")
                .With("autofocus", "").With("size", 60)),
            Tag("p", Tag("button", Enter.In(language)).With("type", "submit")))
            .With("method", "post").With("action", Path);
        var leaving = who.Map(name => Tag(
            "form",
            token,
            Tag("p", SignedInAs.In(language), Tag("b", Foreign(name)), " ", Tag("button", Leave.In(language)).With("type", "submit")))
            .With("method", "post").With("action", Out));
        return MarkupWriter.Document(Tag(
            "html",
            Tag(
                "head",
                Tag("meta").With("charset", "utf-8"),
                Tag("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
                Tag("title", Title.In(language)),
                Tag("style", new Sheet(PageStyle.Rules))),
            Tag("body", [
                Tag("header", Tag("h1", Title.In(language))),
                .. wrong.Map(label => Tag("p", label.In(language)).Of("missed").With("role", "alert")),
                .. leaving,
                asking,
                .. withProvider
                    ? [Tag("p", Tag("a", Provider.In(language)).With("href", $"{AtTheBank}?{Return}={Uri.EscapeDataString(back)}"))]
                    : Array.Empty<Markup>(),
            ])).With("lang", AcceptLanguage.Tag(language)));
    }

    private static readonly Label Title = new("Kehu: sign in", "客户：登录");
    private static readonly Label KeyWords = new("Your key", "您的密钥");
    private static readonly Label Enter = new("Sign in", "登录");
    private static readonly Label Leave = new("Sign out", "退出");
    private static readonly Label SignedInAs = new("Signed in as ", "当前登录：");
    private static readonly Label Provider = new("Sign in with your account at the bank", "使用行内账户登录");
    private static readonly Label Wrong = new("This key is unknown, has expired or was revoked.", "该密钥不存在、已过期或已撤销。");
    private static readonly Label Stale = new("The page was open for too long; try again.", "页面停留过久；请重试。");
}
