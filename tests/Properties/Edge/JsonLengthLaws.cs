using System.Text;
using FsCheck.Fluent;

namespace Kehu.Properties.Edge;

/// <summary>Lengths are counted in characters, whatever plane they are of.</summary>
public sealed class JsonLengthLaws
{
    [Law]
    public Property A_text_is_too_long_by_its_characters_alone() =>
        Law.ForAll(
            from characters in Gen.Elements("a", "é", "户", "𠮷", "😀").ListOf()
            from most in Gen.Choose(0, 8)
            select (characters, most),
            drawn =>
            {
                var text = string.Concat(drawn.characters);
                var cursor = new JsonCursor(Encoding.UTF8.GetBytes($"\"{text}\""));
                var read = cursor.ReadString(drawn.most);
                var faults = cursor.Finish();
                var query = new QueryReader($"?q={Uri.EscapeDataString(text)}");
                var asked = query.Text("q", drawn.most);
                return (drawn.characters.Count <= drawn.most ? read == text && faults.Count == 0 : read is null && faults is [{ Code: "json.length" }])
                    && (drawn.characters.Count > 0 && drawn.characters.Count <= drawn.most ? asked == text : asked is null);
            });
}
