using System.Text.Json;

namespace Kehu.Wire;

/// <content>Objects whose form or whose members are not known beforehand.</content>
internal ref partial struct JsonCursor
{
    /// <summary>The value here is a number.</summary>
    public readonly bool IsNumber => !Stopped && reader.TokenType == JsonTokenType.Number;

    /// <summary>The value here is a string; it has yet to be read.</summary>
    public readonly bool IsString => !Stopped && reader.TokenType == JsonTokenType.String;

    /// <summary>The value here is an object; it has yet to be read.</summary>
    public readonly bool IsObject => !Stopped && reader.TokenType == JsonTokenType.StartObject;

    /// <summary>The value here is an array; it has yet to be read.</summary>
    public readonly bool IsArray => !Stopped && reader.TokenType == JsonTokenType.StartArray;

    /// <summary>
    /// Looks ahead which of the names the object here has with a value, without leaving the place: of two forms of an object the one that is meant.
    /// Null is left out. Broken text ends the look; reading it reports it.
    /// </summary>
    public readonly MemberSet Ahead(NameTable names)
    {
        var there = default(MemberSet);
        if (!IsObject)
        {
            return there;
        }

        var ahead = reader;
        var depth = reader.CurrentDepth + 1;
        try
        {
            while (ahead.Read() && ahead.CurrentDepth >= depth)
            {
                if (ahead.TokenType == JsonTokenType.PropertyName && ahead.CurrentDepth == depth && names.Find(ahead.ValueSpan) is >= 0 and var name
                    && ahead.Read() && ahead.TokenType != JsonTokenType.Null)
                {
                    there.Add(name);
                }
            }
        }
        catch (JsonException)
        {
            return there;
        }

        return there;
    }

    /// <summary>Goes to the value of the next member of an object whose names are the caller's own, each once; false at the end of the object.</summary>
    public bool NextNamed(HashSet<string> seen, out string name)
    {
        while (NextName())
        {
            name = path.Name(text);
            var lone = false;
            _ = reader.ValueIsEscaped ? JsonText.Unescape(reader.ValueSpan, out lone) : "";
            if (!Advance())
            {
                return false;
            }

            if (!lone && seen.Add(name))
            {
                return true;
            }

            var pointer = Pointer;
            Report(lone ? JsonFaults.Surrogate(pointer) : JsonFaults.Duplicate(pointer, FaultWords.Quoted(name)));
            Skip();
        }

        name = "";
        if (!Stopped)
        {
            path.Leave();
        }

        return false;
    }
}
