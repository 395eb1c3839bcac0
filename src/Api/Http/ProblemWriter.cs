using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kehu.Api;

/// <summary>
/// Writes problem documents: <c>type</c>, <c>title</c>, <c>status</c>, <c>detail</c>, <c>line</c> within a stream, <c>errors</c>,
/// <c>missing</c> facts, <c>requestId</c>.
/// </summary>
internal static class ProblemWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One document.</summary>
    public static void Write(IBufferWriter<byte> output, Problem problem, Language language, string requestId) =>
        Write(output, problem, language, requestId, null);

    /// <summary>One document in place of the answer to a line of a stream, with the newline after it.</summary>
    public static void WriteLine(IBufferWriter<byte> output, Problem problem, Language language, string requestId, long line)
    {
        Write(output, problem, language, requestId, line);
        output.Write("\n"u8);
    }

    private static void Write(IBufferWriter<byte> output, Problem problem, Language language, string requestId, long? line)
    {
        using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteString("type"u8, ProblemKinds.TypeOf(problem));
        json.WriteString("title"u8, StatusWords.Title(problem.Status).In(language));
        json.WriteNumber("status"u8, problem.Status);
        json.WriteString("detail"u8, ProblemKinds.Detail(problem).In(language));
        if (line is { } number)
        {
            json.WriteNumber("line"u8, number);
        }

        json.WriteStartArray("errors"u8);
        foreach (var fault in problem.Faults)
        {
            Write(json, fault, language);
        }

        json.WriteEndArray();
        if (problem.Missing.Count > 0)
        {
            json.WriteStartArray("missing"u8);
            foreach (var fact in problem.Missing)
            {
                json.WriteStringValue(fact);
            }

            json.WriteEndArray();
        }

        json.WriteString("requestId"u8, requestId);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Fault fault, Language language)
    {
        var (kind, name) = fault.Place switch
        {
            Place.Pointer(var path) => ("pointer", path),
            Place.Parameter(var parameter) => ("parameter", parameter),
            Place.Header(var header) => ("header", header),
        };
        json.WriteStartObject();
        json.WriteString("code"u8, fault.Code);
        json.WriteString("detail"u8, fault.Detail.In(language));
        json.WriteString(kind, name);
        json.WriteEndObject();
    }
}
