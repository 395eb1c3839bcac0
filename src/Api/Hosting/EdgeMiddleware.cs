using System.Diagnostics;
using Microsoft.AspNetCore.Connections;

namespace Kehu.Api;

/// <summary>
/// What every request passes, in one step: it gets its id, is let in or not, and if it ends in an error without words, or in an
/// exception, is answered by a problem document.
/// </summary>
internal sealed partial class EdgeMiddleware(RequestDelegate next, AccessGuard guard, ILogger<EdgeMiddleware> logger, ILoggerFactory logs)
{
    /// <summary>Under which a line for every call is logged, where that is asked for.</summary>
    public const string CallCategory = "Kehu.Calls";

    private readonly ILogger calls = logs.CreateLogger(CallCategory);

    public Task Invoke(HttpContext context)
    {
        RequestIds.Assign(context);
        SafetyHeaders.Say(context.Response.Headers);
        return guard.IsForeign(context) ? Guarded(context) : Pass(context);
    }

    private async Task Guarded(HttpContext context) =>
        await (await guard.Refusal(context.RequestAborted) is { } refusal ? refusal.ExecuteAsync(context) : Pass(context));

    private Task Pass(HttpContext context) => calls.IsEnabled(LogLevel.Information) ? Told(context) : Answered(context);

    /// <summary>With a line for the log: the route, who called and what came of it; nothing that says anything of a customer.</summary>
    private async Task Told(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        await Answered(context);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var (trace, took, caller) = (
            System.Diagnostics.Activity.Current?.TraceId.ToString() ?? "", Stopwatch.GetElapsedTime(began).TotalMilliseconds, context.Caller().Name);
        LogCall(calls, context.TraceIdentifier, trace, context.Request.Method, route, context.Response.StatusCode, took, caller);
    }

    private async Task Answered(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception gone) when (gone is ConnectionAbortedException or ConnectionResetException || context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BodyException broken)
        {
            await Answer(context, broken.Problem);
            return;
        }
        catch (BadHttpRequestException refused)
        {
            await Answer(context, Problem.Of(refused.StatusCode));
            return;
        }
        catch (IOException refused) when (refused.InnerException is OverflowException)
        {
            // What the server says of a chunk whose size no number holds.
            await Answer(context, Problem.Of(StatusCodes.Status400BadRequest));
            return;
        }
        catch (StoreException failed)
        {
            LogStore(logger, context.TraceIdentifier, failed.Message);
            await Answer(context, StoreProblem.Of(failed.Trouble));
            return;
        }
        catch (Exception defect)
        {
            LogDefect(logger, defect, context.TraceIdentifier);
            await Answer(context, Problem.Of(StatusCodes.Status500InternalServerError));
            return;
        }

        if (IsWordless(context.Response))
        {
            await Problem.Of(context.Response.StatusCode).ExecuteAsync(context);
        }
    }

    /// <summary>An answer already begun can not be taken back: the connection is closed, so that nobody takes it for whole.</summary>
    private static Task Answer(HttpContext context, Problem problem)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.Clear();
        context.Response.Headers[RequestIds.HeaderName] = context.TraceIdentifier;
        SafetyHeaders.Say(context.Response.Headers);
        return problem.ExecuteAsync(context);
    }

    private static bool IsWordless(HttpResponse response) =>
        response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null && response.ContentType is null;

    [LoggerMessage(Level = LogLevel.Information, Message = "{RequestId} {TraceId} {Method} {Route} {Status} in {Milliseconds:F1} ms by {Caller}")]
    private static partial void LogCall(
        ILogger logger, string requestId, string traceId, string method, string route, int status, double milliseconds, string caller);

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId}: {Failure}")]
    private static partial void LogStore(ILogger logger, string requestId, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId} failed")]
    private static partial void LogDefect(ILogger logger, Exception defect, string requestId);
}
