namespace Kehu.Domain;

/// <summary>A part of the bank that is asked for: an outlet, a sub-branch or a branch, by its code. Source: facts, organisation and staff.</summary>
public readonly record struct UnitAsked(UnitLevel Level, string Code)
{
    /// <summary>The levels that can be asked for, lowest first: whoever names none asks for the bank.</summary>
    public static Arr<UnitLevel> Levels { get; } = Array(UnitLevel.Outlet, UnitLevel.SubBranch, UnitLevel.Branch);

    /// <summary>Why a second one is refused.</summary>
    public static Label OneOnly { get; } = new("send one of outlet, subBranch and branch", "outlet、subBranch、branch 只能给出其一");

    /// <summary>The code, where it is that of a unit of a level.</summary>
    public Option<string> At(UnitLevel level) => Level == level ? Some(Code) : None;

    /// <summary>A text that two units share only if they are the same; an outlet's is its code.</summary>
    public string Key => Level == UnitLevel.Outlet ? Code : $"{Level.Code()} {Code}";

    /// <summary>The members that say which unit was asked for, of which one is there at most.</summary>
    public static Arr<Field<T>> Told<T>(Func<T, Option<UnitAsked>> asked) => Levels.Map(level => At(level, asked));

    /// <summary>The same, with an outlet of null where none was asked for.</summary>
    public static Arr<Field<T>> ToldOrNull<T>(Func<T, Option<UnitAsked>> asked) => Levels.Map(level => level == UnitLevel.Outlet
        ? Answered<T>.Nullable(level.Member(), Forms.Plain, whole => asked(whole).Bind(unit => unit.At(level)))
        : At(level, asked));

    private static Field<T> At<T>(UnitLevel level, Func<T, Option<UnitAsked>> asked) =>
        Answered<T>.Optional(level.Member(), Forms.Plain, whole => asked(whole).Bind(unit => unit.At(level)));
}

/// <summary>The members of a body that ask for a unit: an outlet, a sub-branch or a branch, of which one may be sent.</summary>
public sealed class UnitMembers<T>
{
    /// <summary>The members of an object that has <paramref name="asked"/>, to which each adds.</summary>
    public UnitMembers(Func<T, Arr<UnitAsked>> asked, Func<T, UnitAsked, T> with)
    {
        Fields = UnitAsked.Levels.Map(level => (Field<T>)(Sent<T>.Optional(
            level.Member(), Forms.Unit, (whole, code) => with(whole, new UnitAsked(level, code))) with
        { Says = Says(level) }));
        Once = new Rule<T>(Array<Field<T>>(), whole => toSeq(asked(whole).OrderBy(unit => unit.Level).Skip(1).Select(unit => Fault.At(
            $"/{unit.Level.Member()}", "unit.several", UnitAsked.OneOnly.En, UnitAsked.OneOnly.Zh))));
    }

    /// <summary>The members, lowest level first.</summary>
    public Arr<Field<T>> Fields { get; }

    /// <summary>One at most: whatever is sent besides is at fault.</summary>
    public Rule<T> Once { get; }

    private static string Says(UnitLevel level) => level == UnitLevel.Outlet
        ? "Only customers of this outlet."
        : $"Only customers of this {level.Code()}. One of outlet, subBranch and branch.";
}
