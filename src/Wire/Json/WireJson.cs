using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kehu.Wire;

/// <summary>How JSON is written: UTF-8 as it is, Chinese readable, nothing escaped that JSON does not require.</summary>
internal static class WireJson
{
    /// <summary>Compact, without the writer's own checks: the shapes are held by snapshots.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Nobody writes to it.</summary>
    private static readonly ArrayBufferWriter<byte> Nowhere = new();

    [ThreadStatic]
    private static Utf8JsonWriter? idle;

    /// <summary>A second one, for a value that is written while another is.</summary>
    [ThreadStatic]
    private static Utf8JsonWriter? inner;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? draft;

    private const int LargestDraft = 1 << 20;

    /// <summary>What was written as bytes.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var output = RentDraft();
        var json = Rent(output);
        write(json);
        Return(json);
        var bytes = output.WrittenSpan.ToArray();
        ReturnDraft(output);
        return bytes;
    }

    /// <summary>An empty buffer for what is handed on at once, made once a thread. Give it back.</summary>
    public static ArrayBufferWriter<byte> RentDraft()
    {
        var output = draft ?? new ArrayBufferWriter<byte>();
        draft = null;
        output.ResetWrittenCount();
        return output;
    }

    /// <summary>Keeps a buffer for the thread's next use.</summary>
    public static void ReturnDraft(ArrayBufferWriter<byte> output) => draft = output.Capacity <= LargestDraft ? output : null;

    /// <summary>A writer onto the output, made once a thread. Give it back.</summary>
    public static Utf8JsonWriter Rent(IBufferWriter<byte> output)
    {
        var json = idle ?? inner ?? new Utf8JsonWriter(output, Options);
        (idle, inner) = (null, idle is null ? null : inner);
        json.Reset(output);
        return json;
    }

    /// <summary>Flushes the writer and keeps it for the thread's next use, without what it wrote to.</summary>
    public static void Return(Utf8JsonWriter json)
    {
        json.Flush();
        json.Reset(Nowhere);
        (idle, inner) = (json, idle ?? inner);
    }
}
