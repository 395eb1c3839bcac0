using LanguageExt;

namespace Kehu.Api;

/// <summary>Which customers on file are wanted: whose they are, how the last run answered for them, and which part of the list.</summary>
internal sealed record CustomerQuery(Option<UnitAsked> Unit, string? Manager, PlacementQuery Answer, Page Page)
{
    private static readonly Param<string?> OfManager = Params.Unit("manager");

    /// <summary>The parameters that say so. Whoever names a policy names an answer of it too.</summary>
    public static Param<CustomerQuery> Param { get; } = Params.Together(Read, Params.OfUnit, OfManager, PlacementQuery.Param, Params.Page);

    private static CustomerQuery Read(CallReader call)
    {
        var read = new CustomerQuery(Params.OfUnit.Of(call), OfManager.Of(call), PlacementQuery.Param.Of(call), Params.Page.Of(call));
        if (read.Answer is { Policy: not null, Class: null, Outcome: null })
        {
            call.Query.Report("class", "query.missing", "name a class of the policy, or an outcome", "请写明该办法的类别（class）或结论（outcome）");
        }

        return read;
    }
}
