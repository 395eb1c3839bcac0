using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Kehu.Properties;

/// <summary>
/// The catalogue of facts is handed in: the sources name the shipped one where the service is put together and in the places listed here, each with
/// its reason. Whoever needs it elsewhere takes it as an argument.
/// </summary>
public sealed class CatalogueStructure
{
    private static readonly string Sources = Path.GetFullPath(Path.Combine(
        typeof(CatalogueStructure).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectDirectory").Value!, "..", "..", "src"));

    /// <summary>What stands for a catalogue that nobody handed in, and the files that may name it.</summary>
    public static TheoryData<string, string[]> Named => new()
    {
        {
            @"FactCatalogue\s*\.\s*Shipped\b",
            [
                "Api/Commands/PolicyCommands.cs", // a command: reads the approved versions of the shipped policies
                "Api/Commands/RestoredErasures.cs", // a command: a backup is restored before the service is put together
                "Api/Customers/FactAgeSettings.cs", // settings are read before there is a catalogue of the bank's own
                "Api/Hosting/Composition.cs", // the service is put together here
                "Api/Sample/FactSheet.cs", // the invented bank of the sample is written in the shipped facts, whatever a bank adds
                "Domain/Policies/ShippedPolicies.cs", // the shipped policies name shipped facts
            ]
        },
        { @"ShippedPolicies\s*\.\s*All\b", ["Api/Commands/PolicyCommands.cs", "Api/Hosting/Composition.cs"] },
        { @"\b(ShippedFacts|SharedFacts|PersonalFacts|EnterpriseFacts)\s*\.\s*All\b", ["Domain/Facts/FactCatalogue.cs", "Domain/Facts/ShippedFacts.cs"] },
        { @"\bDerivedFacts\s*\.\s*All\b", ["Domain/Facts/FactCatalogue.cs"] },
        { @"FactSheet\s*\.\s*Catalogue\b", ["Api/Sample/SampleCommand.cs"] },
        { @"using\s+static\s+Kehu\.Domain\.(FactCatalogue|ShippedFacts|ShippedPolicies)\b", [] },
        {
            // A list of products that is not the catalogue's: the later issue of a bank's own products has to look here.
            @"SharedFacts\s*\.\s*Products\s*\.\s*(Options|Members|PlaceOf|WordsOf|Domain)\b",
            [
                "Api/Documentation/ForGenerators.cs", // the name of the list in the document
                "Api/Pages/PolicyTable.cs", // words of a product on the page of a shipped policy
                "Api/Sample/SamplePurchases.cs", // the sample is written in the shipped facts
                "Domain/Contracts/Forms.cs", // purchases are read without a catalogue as yet
                "Domain/Evaluation/ProductCodes.cs", // a house number that names shipped products
                "Domain/Standards/Obligations/ObligationWords.cs", // words of a product in a shipped standard
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void Only_these_files_name_what_was_not_handed_in(string named, string[] files) => Assert.Equal(
        files.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Sources, file).Replace('\\', '/'), file))
            .Where(file => !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file.file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, named)))
            .Select(file => file.Name).Order(StringComparer.Ordinal));
}
