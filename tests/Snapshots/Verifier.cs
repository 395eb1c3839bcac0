using System.Reflection;
using System.Runtime.CompilerServices;

namespace VerifyXunit;

/// <summary>
/// Stands in for Verify.Xunit, which our package source does not carry, under its names: the day it does, this file goes and a package
/// reference comes. Compares with <c>Class.Test.verified.txt</c> beside the test's file, a parameter being part of the name
/// (<c>Class.Test_policy=activity.verified.txt</c>); on a difference it writes <c>.received.txt</c> there and fails.
/// KEHU_ACCEPT=1 writes the approved text instead.
/// </summary>
public static class Verifier
{
    /// <summary>Compares with the text approved for the calling test, once what is returned is awaited.</summary>
    public static SettingsTask Verify(string target, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        new(target, sourceFile, method);
}

/// <summary>A comparison whose file can still be named otherwise.</summary>
public sealed class SettingsTask
{
    private readonly string target;
    private readonly string sourceFile;
    private string method;
    private object[] parameters = [];

    internal SettingsTask(string target, string sourceFile, string method) => (this.target, this.sourceFile, this.method) = (target, sourceFile, method);

    public static implicit operator Task(SettingsTask settings) => settings.ToTask();

    /// <summary>The values of the test's first parameters, which are named in the file's name.</summary>
    public SettingsTask UseParameters(params object[] values)
    {
        parameters = values;
        return this;
    }

    /// <summary>Another name than that of the calling method.</summary>
    public SettingsTask UseMethodName(string name)
    {
        method = name;
        return this;
    }

    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    private Task ToTask() => Kehu.Snapshots.ApprovedText.Compare(target, Kehu.Snapshots.ApprovedText.Beside(sourceFile, $"{method}{Named()}"));

    private string Named()
    {
        if (parameters.Length == 0)
        {
            return "";
        }

        var names = Assembly.GetExecutingAssembly().GetTypes().Where(type => type.Name == Path.GetFileNameWithoutExtension(sourceFile))
            .SelectMany(type => type.GetMethods().Where(candidate => candidate.Name == method)).First().GetParameters().Select(parameter => parameter.Name);
        return string.Concat(names.Zip(parameters, (name, value) => $"_{name}={value}"));
    }
}
