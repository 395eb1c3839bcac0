namespace Kehu.Domain;

/// <summary>A node under a variable: child i holds for values from <c>Cuts[i - 1]</c> (the domain's low end for i = 0) up to below <c>Cuts[i]</c>.</summary>
internal readonly record struct DiagramNode(int Variable, long[] Cuts, int[] Children);
