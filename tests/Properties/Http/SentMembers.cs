using System.Reflection;
using System.Text.Json;
using LanguageExt;

namespace Kehu.Properties.Http;

/// <summary>A request as JSON, a member for each of its own under its name: for requests that have a reader only.</summary>
internal static class SentMembers
{
    public static byte[] Of<T>(T request)
        where T : notnull => WireJson.Bytes(json =>
        {
            json.WriteStartObject();
            foreach (var member in typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public))
            {
                json.WriteString(JsonNamingPolicy.CamelCase.ConvertName(member.Name), Text(member.Name, member.GetValue(request)));
            }

            json.WriteEndObject();
        });

    private static string Text(string name, object? value) => value switch
    {
        string text => text,
        CustomerId id => id.Value,
        CaseType type => type.Code(),
        CaseSubject subject => subject.Code(),
        Urgency urgency => urgency.Code(),
        IOptional option => option.MatchUntyped(some => Text(name, some), () => "")!,
        DateTime at => $"{at:s}+08:00",
        _ => throw new InvalidOperationException($"{name} is of type {value?.GetType().Name}, which is not known how to send: teach it to SentMembers"),
    };
}
