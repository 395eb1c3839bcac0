namespace Kehu.Domain;

/// <summary>The forms that the contracts of cases are made of.</summary>
internal static class CaseForms
{
    public static Form<CaseType> Type { get; } = Forms.One<CaseType>(CaseWords.Code);

    public static Form<CaseSubject> Subject { get; } = Forms.One<CaseSubject>(CaseWords.Code);

    public static Form<Urgency> Urgency { get; } = Forms.One<Urgency>(CaseWords.Code);

    public static Form<CaseStep> Step { get; } = Forms.One<CaseStep>(CaseWords.Code);

    public static Form<CasePhase> Phase { get; } = Forms.One<CasePhase>(CaseWords.Code);

    public static Form<Role> Role { get; } = Forms.One<Role>(Roles.Code);

    /// <summary>What was written down of a case.</summary>
    public static Form<string> Text { get; } = Forms.Written(CaseHandling.LongestText);

    /// <summary>The name of a handler.</summary>
    public static Form<string> Name { get; } = Forms.Written(CaseHandling.LongestName);
}
