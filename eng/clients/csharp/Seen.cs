namespace Kehu.Clients;

/// <summary>What was called, and whether the answer was right.</summary>
internal sealed class Seen
{
    private int passed;
    private int failed;

    /// <summary>One call and what has to hold of its answer.</summary>
    public async Task Call<T>(string what, Func<Task<T>> call, Func<T, bool> right)
    {
        try
        {
            var answer = await call();
            Note(what, right(answer), "the answer is not the right one");
        }
        catch (ApiException<Problem> problem)
        {
            Note(what, false, $"{problem.StatusCode} {problem.Result.Detail} ({string.Join(", ", problem.Result.Errors.Select(error => error.Code + " " + error.Pointer + error.Parameter + error.Header))})");
        }
        catch (ApiException fault)
        {
            Note(what, false, $"{fault.StatusCode} {fault.Response}");
        }
        catch (Exception fault) when (fault is InvalidOperationException or NullReferenceException or FormatException)
        {
            Note(what, false, fault.Message);
        }
    }

    /// <summary>One call that has to be refused, and what has to hold of the problem.</summary>
    public async Task Refused(string what, Func<Task> call, Func<ApiException<Problem>, bool> right)
    {
        try
        {
            await call();
            Note(what, false, "it was not refused");
        }
        catch (ApiException<Problem> problem)
        {
            Note(what, right(problem), $"the problem is not the right one: {problem.StatusCode} {problem.Result.Detail}");
        }
        catch (ApiException fault)
        {
            Note(what, false, $"{fault.StatusCode} {fault.Response}");
        }
    }

    /// <summary>Prints the counts; 1 where a call failed.</summary>
    public int Tell()
    {
        Console.WriteLine($"calls: {passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private void Note(string what, bool right, string otherwise)
    {
        (passed, failed) = right ? (passed + 1, failed) : (passed, failed + 1);
        if (!right)
        {
            Console.WriteLine($"  failed: {what}: {otherwise[..Math.Min(otherwise.Length, 600)]}");
        }
    }
}
