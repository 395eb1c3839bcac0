using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Contracts;

/// <summary>An enumeration whose members have kebab-case codes on the wire; lists of them are read without repeats and kept in the enumeration's order.</summary>
internal sealed class CodeList<T>(params string[] codes)
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();

    private readonly NameTable names = new(codes);

    /// <summary>The codes, in the enumeration's order.</summary>
    public IReadOnlyList<string> Codes => codes;

    /// <summary>The members listed in the array here.</summary>
    public Arr<T> Read(ref JsonCursor cursor)
    {
        var listed = new bool[codes.Length];
        if (cursor.StartArray())
        {
            while (cursor.NextElement(out _))
            {
                if (cursor.ReadCode(names, out var index))
                {
                    if (listed[index])
                    {
                        cursor.Fault("json.repeated-element", $"'{codes[index]}' is listed twice", $"“{codes[index]}”重复");
                    }

                    listed[index] = true;
                }
            }
        }

        return new Arr<T>(Values.Where((_, index) => listed[index]));
    }

    /// <summary>The list as a member, nothing where it is empty.</summary>
    public void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, Arr<T> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(codes[Array.IndexOf(Values, value)]);
        }

        json.WriteEndArray();
    }
}

/// <summary>The code lists of the customer record.</summary>
internal static class CodeLists
{
    public static CodeList<Channel> Channels { get; } = new("phone", "sms", "e-mail", "wechat", "app", "meeting", "invitation", "delivery");

    public static CodeList<DossierField> DossierFields { get; } = new(
        "name", "contact", "address", "employer", "mobile", "home-phone", "occupation", "risk-characteristics", "product-preference", "manager-number",
        "service-plan", "business", "needs", "feedback");
}
