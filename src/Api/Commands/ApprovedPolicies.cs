using System.Buffers;
using System.Text;
using System.Text.Json;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>The approved versions of the shipped policies: one JSON file each, in the form of the wire.</summary>
internal static class ApprovedPolicies
{
    /// <summary>Where they are, seen from the root of the repository.</summary>
    public const string Folder = "docs/policies";

    /// <summary>The file of a policy.</summary>
    public static string PathOf(string folder, PolicyId id) => Path.Combine(folder, $"{id}.json");

    /// <summary>A policy as its approved file holds it: the wire's form, indented.</summary>
    public static string Text(Policy policy)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, WireJson.Options with { Indented = true, NewLine = "\n" }))
        {
            PolicyJson.Write(json, policy);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan) + "\n";
    }

    /// <summary>The book of the approved versions, or everything wrong with them, each with its file.</summary>
    public static Validation<Fault, RuleBook> Read(string folder, FactCatalogue facts)
    {
        var read = Files(folder).Select(file => PolicyIn(file, facts)).ToList();
        var faults = Seq(read.SelectMany(file => file.Match(Succ: _ => [], Fail: all => all.ToList())));
        return faults.IsEmpty
            ? RuleBook.Of(new PolicySet(facts, new Arr<Policy>(read.SelectMany(file => file.Match(Succ: policy => new[] { policy }, Fail: _ => [])).ToArray())))
            : Validation<Fault, RuleBook>.Fail(faults);
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json").Where(file => !file.Contains(".received.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        : [];

    private static Validation<Fault, Policy> PolicyIn(string file, FactCatalogue facts)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(File.ReadAllText(file)));
        var policy = PolicyJson.Read(ref cursor, facts);
        var faults = cursor.Finish();
        return policy is not null && faults.Count == 0
            ? Success<Fault, Policy>(policy)
            : Validation<Fault, Policy>.Fail(Seq(faults.Select(fault => fault with
            {
                Detail = Label.Same($"{Path.GetFileName(file)}{(fault.Place is Place.Pointer(var at) ? at : "")}: ") + fault.Detail,
            })));
    }
}
