using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Kehu.Wire;

/// <content>Going from token to token, and what ends it.</content>
internal ref partial struct JsonCursor
{
    /// <summary>To the next token; false when reading has stopped.</summary>
    private bool Advance()
    {
        if (Stopped)
        {
            return false;
        }

        try
        {
            reader.Read();
        }
        catch (JsonException broken)
        {
            return Stop(JsonFaults.Syntax(Pointer, Line(broken), Column(broken)));
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject or JsonTokenType.StartArray => reader.CurrentDepth < JsonPath.MaxDepth || Stop(JsonFaults.Depth(Pointer)),
            JsonTokenType.String or JsonTokenType.PropertyName => isUtf8 || Utf8.IsValid(reader.ValueSpan) || StopAtBadByte(),
            JsonTokenType.None or JsonTokenType.EndObject or JsonTokenType.EndArray or JsonTokenType.Comment
                or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null => true,
        };
    }

    /// <summary>To the end of the value here, whose tokens were looked at one by one when it was filed.</summary>
    private void SkipUnseen()
    {
        try
        {
            reader.Skip();
        }
        catch (JsonException broken)
        {
            Stop(JsonFaults.Syntax(Pointer, Line(broken), Column(broken)));
        }
    }

    private void RefuseTrailing()
    {
        Debug.Assert(path.Depth == 0 && reader.CurrentDepth == 0, "the value was not read to its end");
        try
        {
            reader.Read();
        }
        catch (JsonException broken)
        {
            Stop(JsonFaults.Trailing(Line(broken), Column(broken)));
        }
    }

    private bool Stop(Fault last)
    {
        Report(last);
        Stopped = true;
        return false;
    }

    private bool StopAtBadByte()
    {
        var at = (int)reader.TokenStartIndex;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        var line = text[..at].Count((byte)'\n') + 1;
        return Stop(JsonFaults.Utf8(Pointer, line, at - text[..at].LastIndexOf((byte)'\n')));
    }

    private static long Line(JsonException broken) => broken.LineNumber.GetValueOrDefault() + 1;

    private static long Column(JsonException broken) => broken.BytePositionInLine.GetValueOrDefault() + 1;
}
