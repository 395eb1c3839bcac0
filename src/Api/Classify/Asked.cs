namespace Kehu.Api;

/// <summary>What is asked for beside the decisions: their evidence, and of open ones the fact to ask next.</summary>
internal readonly record struct Asked(bool Evidence, bool Ask)
{
    /// <summary>The parameters that say so, both with the same default.</summary>
    public static Param<Asked> Of(bool byDefault)
    {
        var (evidence, ask) = (Params.Evidence(byDefault), Params.Ask(byDefault));
        return Params.Together(call => new Asked(evidence.Of(call), ask.Of(call)), evidence, ask);
    }
}
