using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Kehu.Properties.Edge;

public sealed class JsonCursorLaws
{
    private static readonly string[] Ending = ["json.syntax", "json.utf8", "json.depth", "json.trailing", "body.empty"];

    private static readonly Gen<byte[]> AnyBytes = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();

    [Law(1_000)]
    public Property Every_planted_fault_is_reported_in_order_with_its_pointer() =>
        Law.ForAll(JsonDocuments.PlantedDocuments, document => Same(document.Faults, JsonDocuments.Read(Encoding.UTF8.GetBytes(document.Text))));

    [Law(2_000)]
    public Property A_text_is_refused_exactly_when_the_strict_document_reader_refuses_it() =>
        Law.ForAll(Gen.OneOf(JsonDocuments.Mutated, AnyBytes), text => JsonDocuments.Pass(text).Count == 0 == IsJson(text));

    [Law(2_000)]
    public Property Reading_a_broken_text_never_throws_and_ends_with_the_fault_that_ended_it() =>
        Law.ForAll(
            Gen.OneOf(JsonDocuments.Mutated, AnyBytes),
            text =>
            {
                var codes = JsonDocuments.Read(text).Select(fault => fault.Code).ToList();
                return codes.FindIndex(Ending.Contains) is var at && (IsJson(text) ? at < 0 : at == codes.Count - 1 && at >= 0);
            });

    [Theory]
    [InlineData("", "body.empty ")]
    [InlineData(" \r\n", "body.empty ")]
    [InlineData("{\"id\": NaN}", "json.syntax /id")]
    [InlineData("{\"id\": \"a\", // no\n}", "json.syntax ")]
    [InlineData("{\"id\": \"a\",}", "json.syntax ")]
    [InlineData("{\"id\": \"a\"} x", "json.trailing ")]
    [InlineData("{\"id\": \"a\", \"parts\": [{\"id\": tru", "json.syntax /parts/0/id")]
    [InlineData("{\"id\": \"a\", \"\\udc00\": 1}", "json.surrogate /\uFFFD")]
    [InlineData("{\"id\": \"\\ud83d\\ude00\"}", null)]
    [InlineData("null", "json.null ")]
    public void A_fault_has_this_code_and_place(string text, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Told(JsonDocuments.Read(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void A_syntax_fault_tells_line_and_byte() =>
        Assert.Contains("line 2, byte 8", Assert.Single(JsonDocuments.Read("{\n \"id\": x}"u8)).Detail.En, StringComparison.Ordinal);

    [Fact]
    public void Text_in_another_encoding_is_told_where_it_begins()
    {
        byte[] text = [.. "{\"count\": 500,\n \"id\": \"ok"u8, 0xC9, 0xCF, .. "\"}"u8];
        Assert.Equal(["json.range /count", "json.utf8 /id"], Told(JsonDocuments.Read(text)));
        Assert.Contains("line 2, byte 11", JsonDocuments.Read(text)[^1].Detail.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, "json.depth ")]
    [InlineData(100_000, "json.depth ")]
    public void Nesting_is_bounded(int depth, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Told(JsonDocuments.Pass(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth)))));

    [Fact]
    public void More_than_a_hundred_faults_end_the_reading()
    {
        var faults = JsonDocuments.Read(Encoding.UTF8.GetBytes("{" + string.Join(",", Enumerable.Range(0, 500).Select(i => $"\"x{i}\": 1")) + "}"));
        Assert.Equal(FaultList.Limit + 1, faults.Count);
        Assert.Equal("faults.truncated", faults[^1].Code);
    }

    [Fact]
    public void A_misspelt_member_is_met_with_the_nearest_known_one() =>
        Assert.Contains("did you mean 'count'?", Assert.Single(JsonDocuments.Read("{\"id\": \"a\", \"cuont\": 1}"u8)).Detail.En, StringComparison.Ordinal);

    [Fact]
    public void Reading_a_sound_document_allocates_its_strings_only()
    {
        var text = "{\"id\": \"ab\", \"count\": 3, \"on\": \"2026-11-21\", \"ok\": true, \"co/de~\": \"low\", \"parts\": [{\"id\": \"ab\"}]}"u8.ToArray();
        JsonDocuments.Read(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        JsonDocuments.Read(text);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64);
    }

    private static bool Same(IReadOnlyList<string> planted, IReadOnlyList<Fault> found) =>
        planted.Count > FaultList.Limit || planted.SequenceEqual(Told(found));

    private static IEnumerable<string> Told(IReadOnlyList<Fault> faults) =>
        faults.Select(fault => $"{fault.Code} {(fault.Place is Place.Pointer(var path) ? path : "?")}");

    private static bool IsJson(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = JsonPath.MaxDepth });
            return Utf8.IsValid(text);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
