namespace Kehu.Domain;

/// <summary>The code under which a system sends: small letters, digits and single hyphens, such as <c>core-banking</c>.</summary>
public static class SourceCode
{
    /// <summary>The most characters of one (house).</summary>
    public const int Longest = 64;

    /// <summary>Whether a text is the code of a source, the service's own among them.</summary>
    public static bool Is(string text) => text.Length <= Longest && Codes.IsKebab(text);

    /// <summary>What is wrong with a code under which somebody sends; none where nothing is.</summary>
    public static Option<Label> Wrong(string source) => Is(source) && source != Origin.Service
        ? None
        : new Label(
            $"a source is a code of small letters, digits and single hyphens, such as core-banking, and not '{Origin.Service}', which is the service itself",
            $"来源代码由小写字母、数字和单个连字符组成，例如 core-banking，且不得为代表本服务的“{Origin.Service}”");
}
