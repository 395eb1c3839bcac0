using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Kehu.Wire;

/// <summary>
/// The way from the document's root to where the cursor stands: one step an open object or array. Steps are places in the text;
/// the JSON Pointer is only written out when a fault needs it.
/// </summary>
internal struct JsonPath
{
    /// <summary>How deep a document may nest.</summary>
    public const int MaxDepth = 64;

    private const int Index = -1;
    private const int Nowhere = -2;

    private Steps steps;

    /// <summary>How many objects and arrays are open.</summary>
    public int Depth { get; private set; }

    public void Enter() => steps[Depth++] = new Step(0, Nowhere);

    public void Leave() => Depth--;

    /// <summary>Between two members: the pointer is the object's own.</summary>
    public void Between() => steps[Depth - 1] = new Step(0, Nowhere);

    /// <summary>At the member whose name stands there in the text, still escaped.</summary>
    public void AtMember(int start, int length) => steps[Depth - 1] = new Step(start, length);

    /// <summary>At the next element of the innermost array; its index.</summary>
    public int AtNextElement()
    {
        var next = steps[Depth - 1].Length == Index ? steps[Depth - 1].Start + 1 : 0;
        steps[Depth - 1] = new Step(next, Index);
        return next;
    }

    /// <summary>The path as a JSON Pointer (RFC 6901).</summary>
    public readonly string Pointer(ReadOnlySpan<byte> text)
    {
        var pointer = new StringBuilder();
        for (var i = 0; i < Depth; i++)
        {
            var step = steps[i];
            if (step.Length == Index)
            {
                pointer.Append('/').Append(step.Start.ToString(CultureInfo.InvariantCulture));
            }
            else if (step.Length != Nowhere)
            {
                pointer.Append(Place.Pointer.Token(JsonText.Unescape(text.Slice(step.Start, step.Length), out _)));
            }
        }

        return pointer.ToString();
    }

    /// <summary>The name of the member the cursor is at.</summary>
    public readonly string Name(ReadOnlySpan<byte> text) => JsonText.Unescape(text.Slice(steps[Depth - 1].Start, steps[Depth - 1].Length), out _);

    private readonly record struct Step(int Start, int Length);

    [InlineArray(MaxDepth)]
    private struct Steps
    {
        private Step first;
    }
}
