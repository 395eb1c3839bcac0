using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using LanguageExt;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using static LanguageExt.Prelude;
using Outcome = Kehu.Domain.Outcome;

namespace Kehu.Properties;

/// <summary>What must stay true of the code itself.</summary>
public sealed class ArchitectureTests
{
    private const string Shapes = """
        public abstract record Shape
        {
            private Shape() { }
            public sealed record Round(int Radius) : Shape;
            public sealed record Square(int Side) : Shape;
        }
        """;

    private static readonly Arr<string> Forbidden =
        Array("Microsoft.AspNetCore", "Microsoft.Extensions", "System.Text.Json", "System.Net", "System.Data", "Sqlite", "Npgsql");

    /// <summary>The widest line of the sources (house).</summary>
    private const int MostColumns = 160;

    private static readonly Assembly Domain = typeof(Policy).Assembly;

    private static readonly string Project = typeof(ArchitectureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    [Xunit.Fact]
    public void Every_case_of_a_sum_is_sealed_and_nested()
    {
        var sums = Domain.GetTypes().Where(type => type.IsAbstract && !type.IsSealed && type.IsClass && type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Any(made => made.IsPrivate)).ToList();
        Assert.Contains(typeof(Criterion), sums);
        Assert.Contains(typeof(Outcome), sums);
        Assert.All(sums, sum => Assert.All(
            Domain.GetTypes().Where(type => type.IsSubclassOf(sum)),
            type => Assert.True(type.IsSealed && type.DeclaringType == sum, $"{type} is a case of {sum} that is not sealed and nested")));
    }

    [Xunit.Fact]
    public void Every_abstract_class_of_the_domain_is_a_sum() => Assert.All(
        Domain.GetTypes().Where(type => type.IsAbstract && !type.IsSealed && type.IsClass),
        type => Assert.DoesNotContain(type.GetConstructors(BindingFlags.Instance | BindingFlags.Public), _ => true));

    [Xunit.Fact]
    public void The_domain_knows_neither_the_web_nor_json_nor_the_store() => Assert.DoesNotContain(
        Domain.GetReferencedAssemblies(),
        name => Forbidden.Exists(part => name.Name!.Contains(part, StringComparison.OrdinalIgnoreCase)));

    [Xunit.Fact]
    public void The_domain_has_no_static_field_that_can_be_assigned() => Assert.DoesNotContain(
        Domain.GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)),
        field => !field.IsInitOnly && !field.IsLiteral && !field.IsDefined(typeof(CompilerGeneratedAttribute)));

    [Xunit.Fact]
    public void No_line_is_wider_than_a_screen() => Assert.Empty(
        from file in Directory.EnumerateFiles(Path.Combine(Project, "..", "..", "src"), "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
        from line in File.ReadLines(file).Index()
        where line.Item.Length > MostColumns
        select $"{Path.GetFileName(file)}:{line.Index + 1}");

    [Theory]
    [InlineData("Shape.Round => 1, Shape.Square => 2", true)]
    [InlineData("Shape.Round(var radius) => radius, Shape.Square(_) => 2", true)]
    [InlineData("Shape.Round or Shape.Square => 1", true)]
    [InlineData("Shape.Round => 1", false)]
    [InlineData("Shape.Round => 1, Shape.Square(1) => 2", false)]
    [InlineData("Shape.Round => 1, Shape.Square when shape is not null => 2", false)]
    public async Task A_switch_that_leaves_a_case_out_fails_the_build(string arms, bool builds)
    {
        var faults = await Diagnostics($"public static class Use {{ public static int Of(Shape shape) => shape switch {{ {arms} }}; }}");
        Assert.Equal(builds ? [] : ["CS8509"], faults);
    }

    /// <summary>The faults of a small compilation with the analyzer of this build at work.</summary>
    private static async Task<IEnumerable<string>> Diagnostics(string use)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Collections.dll");
        var compilation = CSharpCompilation.Create(
            "small",
            [CSharpSyntaxTree.ParseText(Shapes), CSharpSyntaxTree.ParseText("using System;\n" + use)],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: [KeyValuePair.Create("CS8509", ReportDiagnostic.Error)]));
        var path = typeof(ArchitectureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ClosedHierarchies").Value!;
        var suppressor = (DiagnosticAnalyzer)Activator.CreateInstance(Assembly.LoadFrom(path).GetTypes().Single(type => type.IsSubclassOf(typeof(DiagnosticSuppressor))))!;
        var diagnostics = await compilation.WithAnalyzers(ImmutableArray.Create(suppressor)).GetAllDiagnosticsAsync();
        return diagnostics.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id);
    }
}
