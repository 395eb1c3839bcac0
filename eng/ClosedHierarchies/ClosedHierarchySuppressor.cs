using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kehu.ClosedHierarchies;

/// <summary>
/// Silences CS8509 for a switch expression that names every case of a closed hierarchy: an abstract record
/// whose only constructors are private (and the copy constructor), with its cases as sealed nested records.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClosedHierarchySuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Rule =
        new("FN0001", "CS8509", "every case of the closed hierarchy is handled");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => ImmutableArray.Create(Rule);

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            var tree = diagnostic.Location.SourceTree;
            var node = tree?.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<SwitchExpressionSyntax>();
            if (node is null)
            {
                continue;
            }

            var model = context.GetSemanticModel(tree);
            if (model.GetTypeInfo(node.GoverningExpression, context.CancellationToken).Type is INamedTypeSymbol root
                && IsClosed(root)
                && !Cases(root).Except(node.Arms.Where(arm => arm.WhenClause is null).SelectMany(arm => Covered(arm.Pattern, model)), SymbolEqualityComparer.Default).Any())
            {
                context.ReportSuppression(Suppression.Create(Rule, diagnostic));
            }
        }
    }

    private static bool IsClosed(INamedTypeSymbol root) =>
        root.IsRecord && root.IsAbstract
        && root.InstanceConstructors.All(c => c.DeclaredAccessibility == Accessibility.Private || IsCopy(c, root));

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol root) =>
        constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, root);

    private static IEnumerable<ISymbol> Cases(INamedTypeSymbol root) =>
        root.GetTypeMembers()
            .Where(t => SymbolEqualityComparer.Default.Equals(t.BaseType?.OriginalDefinition, root.OriginalDefinition))
            .Select(t => t.OriginalDefinition);

    private static IEnumerable<ISymbol> Covered(PatternSyntax pattern, SemanticModel model) => pattern switch
    {
        DeclarationPatternSyntax p => Named(model.GetTypeInfo(p.Type).Type),
        TypePatternSyntax p => Named(model.GetTypeInfo(p.Type).Type),
        ConstantPatternSyntax p => Named(model.GetSymbolInfo(p.Expression).Symbol),
        BinaryPatternSyntax p when p.IsKind(SyntaxKind.OrPattern) => Covered(p.Left, model).Concat(Covered(p.Right, model)),
        RecursivePatternSyntax { Type: { } type } p when Parts(p).All(part => part is VarPatternSyntax or DiscardPatternSyntax) =>
            Named(model.GetTypeInfo(type).Type),
        _ => Enumerable.Empty<ISymbol>(),
    };

    private static IEnumerable<PatternSyntax> Parts(RecursivePatternSyntax pattern) =>
        (pattern.PositionalPatternClause?.Subpatterns ?? default).Concat(pattern.PropertyPatternClause?.Subpatterns ?? default)
            .Select(part => part.Pattern);

    private static IEnumerable<ISymbol> Named(ISymbol symbol) =>
        symbol is null ? Enumerable.Empty<ISymbol>() : new[] { symbol.OriginalDefinition };
}
