using System.Reflection;
using System.Text.RegularExpressions;
using Kehu.Domain;
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
        ["Api/Codecs/ContractCodec.cs"] = "the one table of members, made from a contract",
        ["Api/Contracts/CitationJson.cs"] = Policies,
        ["Api/Contracts/CriterionJson.cs"] = Policies,
        ["Api/Contracts/CriterionMembers.cs"] = Policies,
        ["Api/Contracts/LabelJson.cs"] = Policies,
        ["Api/Contracts/NoteJson.cs"] = Policies,
        ["Api/Contracts/OfferJson.cs"] = Policies,
        ["Api/Contracts/PolicyJson.cs"] = Policies,
        ["Api/Contracts/PolicyRefJson.cs"] = Policies,
        ["Api/Contracts/PolicySchema.cs"] = Policies,
        ["Api/Contracts/PopulationJson.cs"] = Policies,
        ["Api/Contracts/RungJson.cs"] = Policies,
        ["Api/Contracts/ScopeJson.cs"] = Policies,
        ["Api/Contracts/ScorecardJson.cs"] = Policies,
        ["Api/Documentation/PolicyComponents.cs"] = Policies,
        ["Api/Documentation/PolicySchemas.cs"] = Policies,
        ["Api/Documentation/SchemaUnion.cs"] = Policies,
        ["Api/Contracts/ClassifyJson.cs"] = Hot,
        ["Api/Contracts/DecisionJson.cs"] = Hot,
        ["Api/Contracts/EvidenceJson.cs"] = Hot,
        ["Api/Contracts/EvidenceTexts.cs"] = Hot,
        ["Api/Contracts/RunLines.cs"] = "written for every customer of a run (RunLineLaws)",
        ["Api/Http/ProblemWriter.cs"] = "written where nothing else may fail (WrittenByHandLaws)",
        ["Api/Documentation/Schemas.cs"] = "the schemas of what is written by hand (WrittenByHandLaws)",
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
            Allowed.Keys.Append("Api/Contracts/Json/JsonMembers.cs").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
                .Select(file => (Name: Path.GetRelativePath(Sources, file).Replace('\\', '/'), Lines: File.ReadLines(file)))
                .Where(file => file.Name.StartsWith("Api/", StringComparison.Ordinal) && !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/bin/", StringComparison.Ordinal))
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
