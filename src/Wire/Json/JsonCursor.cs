using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Kehu.Wire;

/// <summary>
/// One strict pass over a whole JSON text. The caller asks for what it expects; whatever else is there becomes a fault with its
/// JSON Pointer, is skipped, and reading goes on, so that all faults are found at once and in the order of the text. Only what
/// leaves no way on ends the reading: a syntax fault, bytes that are not UTF-8, too deep a nesting, too many faults. After that
/// every reader answers with nothing and reports nothing. Nothing is thrown. Pass it on by <c>ref</c>.
/// </summary>
/// <example><code>
/// var cursor = new JsonCursor(body);
/// var seen = default(MemberSet);
/// if (cursor.StartObject())
/// {
///     while (cursor.NextMember(Members, ref seen, out var member))
///     {
///         if (member == Id) { id = cursor.ReadString(64); } else { facts = ReadFacts(ref cursor); }
///     }
/// }
/// var faults = cursor.Finish();
/// </code></example>
internal ref partial struct JsonCursor
{
    private static readonly JsonReaderOptions Strict = new() { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = JsonPath.MaxDepth + 1 };

    private readonly ReadOnlySpan<byte> text;
    private readonly bool isUtf8;
    private Utf8JsonReader reader;
    private JsonPath path;
    private FaultList? faults;

    /// <summary>Stands before the text's one value.</summary>
    public JsonCursor(ReadOnlySpan<byte> text, bool isOnFile = false)
    {
        this.text = text;
        IsOnFile = isOnFile;
        isUtf8 = Utf8.IsValid(text);
        reader = new Utf8JsonReader(text, isFinalBlock: true, new JsonReaderState(Strict));
        if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            Stop(JsonFaults.EmptyBody);
        }
        else
        {
            Advance();
        }
    }

    /// <summary>The text comes from the store, which was checked when it was filed: amounts that were accepted then are read.</summary>
    public bool IsOnFile { get; }

    /// <summary>Nothing more can be read.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Where the cursor stands.</summary>
    public readonly string Pointer => path.Pointer(text);

    /// <summary>Enters the object here; anything else is a fault and is skipped.</summary>
    public bool StartObject()
    {
        if (!Expect(JsonTokenType.StartObject, Expected.Object))
        {
            return false;
        }

        path.Enter();
        return true;
    }

    /// <summary>
    /// Goes to the value of the next known member that was not there before; false at the end of the object.
    /// Unknown and repeated members are faults and are skipped; at the end, so are needed members that are missing.
    /// An optional member that is null is passed over as if it had been left out.
    /// </summary>
    public bool NextMember(JsonMembers members, ref MemberSet seen, out int member)
    {
        while (NextName())
        {
            member = FindName(members.Names, out var lone);
            if (!Advance())
            {
                return false;
            }

            if (member >= 0 && seen.Add(member))
            {
                if (!IsNull || !members.IsOptional(member))
                {
                    return true;
                }

                seen.LeaveOut(member);
                continue;
            }

            RefuseMember(members.Names, member, lone);
        }

        member = -1;
        if (!Stopped)
        {
            ReportMissing(members, seen);
            path.Leave();
        }

        return false;
    }

    /// <summary>Enters the array here; anything else is a fault and is skipped.</summary>
    public bool StartArray()
    {
        if (!Expect(JsonTokenType.StartArray, Expected.Array))
        {
            return false;
        }

        path.Enter();
        return true;
    }

    /// <summary>Goes to the next element and tells its index; false at the end of the array.</summary>
    public bool NextElement(out int index)
    {
        index = -1;
        if (!Advance())
        {
            return false;
        }

        Debug.Assert(
            reader.CurrentDepth == (reader.TokenType == JsonTokenType.EndArray ? path.Depth - 1 : path.Depth),
            "a value was not read to its end");
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            path.Leave();
            return false;
        }

        index = path.AtNextElement();
        return true;
    }

    /// <summary>Passes over the value here, whatever it is.</summary>
    public void Skip()
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        if (IsOnFile)
        {
            SkipUnseen();
            return;
        }

        var depth = reader.CurrentDepth;
        while (Advance() && reader.CurrentDepth > depth)
        {
        }
    }

    /// <summary>Sees that nothing follows the value, and hands over all faults in the order of the text.</summary>
    public IReadOnlyList<Fault> Finish()
    {
        if (!Stopped)
        {
            RefuseTrailing();
        }

        return faults?.Faults ?? [];
    }

    private bool NextName()
    {
        if (Stopped)
        {
            return false;
        }

        path.Between();
        if (!Advance() || reader.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        Debug.Assert(reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == path.Depth, "a value was not read to its end");
        path.AtMember((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        return true;
    }

    private readonly int FindName(NameTable names, out bool lone)
    {
        lone = false;
        return reader.ValueIsEscaped ? names.Find(Encoding.UTF8.GetBytes(JsonText.Unescape(reader.ValueSpan, out lone))) : names.Find(reader.ValueSpan);
    }
}
