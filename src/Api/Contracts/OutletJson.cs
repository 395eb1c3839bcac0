using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>Outlets of the register on the wire.</summary>
internal static class OutletJson
{
    private static readonly JsonMembers Members = new("code?", "name", "subBranch?", "branch?");

    /// <summary>The outlet in a body whose address names the code, or all faults.</summary>
    public static IReadOnlyList<Fault> Read(ReadOnlySpan<byte> body, string code, out Outlet outlet)
    {
        var cursor = new JsonCursor(body);
        outlet = new Outlet(code, "", None, None);
        if (cursor.StartObject())
        {
            var seen = default(MemberSet);
            while (cursor.NextMember(Members, ref seen, out var member))
            {
                switch (member)
                {
                    case 0: CheckCode(ref cursor, code); break;
                    case 1: outlet = outlet with { Name = ReadName(ref cursor) ?? "" }; break;
                    case 2: outlet = outlet with { SubBranch = ReadName(ref cursor).Known() }; break;
                    default: outlet = outlet with { Branch = ReadName(ref cursor).Known() }; break;
                }
            }
        }

        return cursor.Finish();
    }

    /// <summary>The outlet in its canonical JSON.</summary>
    public static Outlet ReadStored(ReadOnlySpan<byte> json)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        LanguageExt.Option<string> Text(string name) => document.RootElement.TryGetProperty(name, out var text) ? Some(text.GetString()!) : None;
        return new Outlet(Text("code").IfNone(""), Text("name").IfNone(""), Text("subBranch"), Text("branch"));
    }

    /// <summary>The one canonical form of an outlet: members in a fixed order, what is unknown left out.</summary>
    public static void Write(Utf8JsonWriter json, Outlet outlet)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, outlet.Code);
        json.WriteString("name"u8, outlet.Name);
        json.WriteText("subBranch"u8, outlet.SubBranch);
        json.WriteText("branch"u8, outlet.Branch);
        json.WriteEndObject();
    }

    private static string? ReadName(ref JsonCursor cursor) => CustomerJson.ReadText(ref cursor, Outlet.LongestName);

    private static void CheckCode(ref JsonCursor cursor, string code)
    {
        if (CustomerJson.ReadUnit(ref cursor) is { } sent && sent != code)
        {
            cursor.Fault("outlet.code-mismatch", $"the code is not that of the address, '{code}'; leave it out", $"代码与地址中的“{code}”不一致，可省略");
        }
    }
}
