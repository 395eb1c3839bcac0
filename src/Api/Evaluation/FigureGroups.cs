using Kehu.Domain;
using LanguageExt;

namespace Kehu.Api.Evaluation;

/// <summary>A group with its figures: an outlet, a manager, a class or a period; and the days they are about.</summary>
internal sealed record FigureGroup(string By, Option<string> Code, Option<string> Name, EvaluatedDays Days, Arr<Figure> Figures);

/// <summary>Figures of a period in groups; <paramref name="Name"/>: that of the outlet asked for.</summary>
internal sealed record FigureGroups(EvaluatedDays Days, UnitScope Whose, Option<string> Name, DateTime CountedAt, string By, PolicyId Policy, Arr<Figure> Whole, Arr<FigureGroup> Groups);
