namespace Kehu.Domain;

/// <summary>The outcome of one version of a policy, named by its content hash.</summary>
public sealed record Decision(CompiledPolicy By, Outcome Outcome);
