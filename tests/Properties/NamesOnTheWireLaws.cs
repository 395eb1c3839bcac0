using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Kehu.Properties;

/// <summary>
/// What a thing on the wire is, is said once: names of members are typed in contracts and nowhere else, except in the files listed here, each with its reason
/// and with a law that ties what it writes to what the document says.
/// </summary>
public sealed class NamesOnTheWireLaws
{
    private const string Policies = "policies are read and written by hand: their faults speak of the rule (PolicyWireLaws, PolicySchemaLaws)";

    private const string Hot = "written for every decision (WrittenByHandLaws)";

    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["Wire/Codecs/ContractCodec.cs"] = "the one table of members, made from a contract",
        ["Wire/Policies/CitationJson.cs"] = Policies,
        ["Wire/Policies/CriterionJson.cs"] = Policies,
        ["Wire/Policies/CriterionMembers.cs"] = Policies,
        ["Wire/Policies/LabelJson.cs"] = Policies,
        ["Wire/Policies/NoteJson.cs"] = Policies,
        ["Wire/Policies/OfferJson.cs"] = Policies,
        ["Wire/Policies/PolicyJson.cs"] = Policies,
        ["Wire/Policies/PolicyRefJson.cs"] = Policies,
        ["Wire/Policies/PolicySchema.cs"] = Policies,
        ["Wire/Policies/PopulationJson.cs"] = Policies,
        ["Wire/Policies/RungJson.cs"] = Policies,
        ["Wire/Policies/ScopeJson.cs"] = Policies,
        ["Wire/Policies/ScorecardJson.cs"] = Policies,
        ["Wire/Policies/PolicyComponents.cs"] = Policies,
        ["Wire/Policies/PolicySchemas.cs"] = Policies,
        ["Wire/Schemas/SchemaUnion.cs"] = Policies,
        ["Wire/Decisions/ClassifyJson.cs"] = Hot,
        ["Wire/Decisions/DecisionJson.cs"] = Hot,
        ["Wire/Decisions/EvidenceJson.cs"] = Hot,
        ["Wire/Decisions/EvidenceTexts.cs"] = Hot,
        ["Api/Runs/RunLines.cs"] = "written for every customer of a run (RunLineLaws)",
        ["Api/Http/ProblemWriter.cs"] = "written where nothing else may fail (WrittenByHandLaws)",
        ["Api/Documentation/DocumentSchemas.cs"] = "the schemas of what is written by hand (WrittenByHandLaws)",
    };

    private static readonly string Sources = Path.GetFullPath(Path.Combine(
        typeof(NamesOnTheWireLaws).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectDirectory").Value!, "..", "..", "src"));

    [Xunit.Fact]
    public void Names_of_members_are_typed_in_contracts_alone()
    {
        Regex[] typed =
        [
            new("""\.(Write[A-Z][A-Za-z]*)\("[a-z][A-Za-z]*"(u8)?[,)]"""),
            new("""JsonMembers(\(| [A-Za-z]+ = new\()\[?"?"""),
            new("""^\s*\["[a-z][A-Za-z]*"\] = (Text|Of|Long|Array|Object|OneOf|Nullable|Ref|List|new OpenApiSchema|new JsonObject|Some|Cited)\b"""),
            new("""^\s*case [0-9]+:"""),
            new("""(^\s*new|JsonMember<[A-Za-z]+>( [A-Za-z]+ (\{ get; \} )?= new)?)\("[a-z][A-Za-z]*", (static )?\(ref cursor"""),
            new("""JsonMember<[A-Za-z]+>( [A-Za-z]+ (\{ get; \} )?= new)?\($"""),
        ];
        Assert.Equal(
            Allowed.Keys.Append("Wire/Json/JsonMembers.cs").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
                .Select(file => (Name: Path.GetRelativePath(Sources, file).Replace('\\', '/'), Lines: File.ReadLines(file)))
                .Where(file => !file.Name.StartsWith("Domain/", StringComparison.Ordinal) && !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/bin/", StringComparison.Ordinal))
                .Where(file => file.Lines.Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && typed.Any(pattern => pattern.IsMatch(line))))
                .Select(file => file.Name)
                .Order(StringComparer.Ordinal));
    }

    /// <summary>The numbers of the stored form are never given anew: this is what stores of earlier versions hold.</summary>
    [Xunit.Fact]
    public void Stored_numbers_stay() => Assert.Equal(
        [
            "engagement: channel 0, kind 1, by 2, level 3, occasion 4, staff 5, note 6",
            "purchase: product 0, amount 1",
            "survey: answer 0, comment 1, channel 2, staff 3",
        ],
        [Stored("engagement", Engagement.Contract), Stored("purchase", Purchase.Contract), Stored("survey", Survey.Contract)]);

    /// <summary>Every field of an event is kept in the row, or is part of its key.</summary>
    [Xunit.Fact]
    public void Every_field_of_an_event_is_kept()
    {
        AllKept(Engagement.Contract);
        AllKept(Purchase.Contract);
        AllKept(Survey.Contract);
    }

    private static void AllKept<T>(Contract<T> contract) =>
        Assert.Equal("id date", string.Join(' ', contract.Fields.Filter(field => field.Stored.IsNone).Map(field => field.Name)));

    private static string Stored<T>(string name, Contract<T> contract) =>
        $"{name}: {string.Join(", ", contract.Fields.Filter(field => field.Stored.IsSome).OrderBy(field => field.Stored.IfNone(0)).Select(field => $"{field.Name} {field.Stored.IfNone(0)}"))}";
}
