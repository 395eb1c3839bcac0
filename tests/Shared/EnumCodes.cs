using System.Reflection;

namespace Kehu.Shared;

/// <summary>The codes of one enumeration, in its order.</summary>
internal sealed record CodesOf(string Name, IReadOnlyList<(string Member, string Code)> Members);

/// <summary>
/// Every enumeration of the service that has codes: one with a static method <c>Code</c> that takes a member of it and gives a text. Found by
/// reflection, so that a new one is in at once.
/// </summary>
internal static class EnumCodes
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The enumerations, by name.</summary>
    public static IReadOnlyList<CodesOf> All { get; } =
    [
        .. new[] { typeof(Money).Assembly, typeof(Composition).Assembly, typeof(IStore).Assembly, typeof(WireJson).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(Static))
            .Where(method => method.Name == "Code" && method.ReturnType == typeof(string) && method.GetParameters() is [{ ParameterType.IsEnum: true }])
            .Select(Of)
            .OrderBy(codes => codes.Name, StringComparer.Ordinal),
    ];

    private static CodesOf Of(MethodInfo code)
    {
        var type = code.GetParameters()[0].ParameterType;
        return new CodesOf(type.Name, [.. Enum.GetValues(type).Cast<object>().Select(member => (member.ToString()!, (string)code.Invoke(null, [member])!))]);
    }
}
