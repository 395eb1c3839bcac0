using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>
/// Which members of a record stand in the text of a part, and which are null there. The text was read before, so that it is known to be right but for what is
/// null.
/// </summary>
internal static class NamedMembers
{
    /// <summary>The members given, and those that are null; an object that is null stands for all within.</summary>
    public static (Arr<string> Given, Arr<string> Nulls) Read(ReadOnlySpan<byte> json, RecordMembers members)
    {
        var (given, nulls, parent) = (new List<string>(), new List<string>(), "");
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                parent = "";
                continue;
            }

            var name = parent + reader.GetString();
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject && parent.Length == 0 && members.PlaceOf(name).IsNone && !members.Within(name).IsEmpty)
            {
                parent = name + ".";
                continue;
            }

            (reader.TokenType == JsonTokenType.Null ? nulls : given).AddRange(members.Within(name));
            reader.Skip();
        }

        return (new Arr<string>(given), new Arr<string>(nulls));
    }
}
