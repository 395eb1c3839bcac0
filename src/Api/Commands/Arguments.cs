using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>What a command takes, said once: the parts that help shows, and how they are read, with everything that is wrong.</summary>
internal sealed record Arguments<T>(Arr<Part> Parts, Func<Given, Validation<Label, T>> Read)
{
    /// <summary>The same parts, read as something else.</summary>
    public Arguments<TOther> Map<TOther>(Func<T, TOther> map) => new(Parts, given => Read(given).Map(map));

    /// <summary>The same parts with a rule that they keep together.</summary>
    public Arguments<TOther> Bind<TOther>(Func<T, Validation<Label, TOther>> rule) => new(Parts, given => Read(given).Bind(rule));

    /// <summary>These parts and others.</summary>
    public Arguments<(T, TOther)> And<TOther>(Arguments<TOther> other) =>
        new(Parts + other.Parts, given => (Read(given), other.Read(given)).Apply((one, two) => (one, two)));
}

/// <summary>The arguments there are, one by one.</summary>
internal static class Arguments
{
    /// <summary>Nothing.</summary>
    public static Arguments<Unit> None { get; } = new(default, _ => unit);

    /// <summary>An option that is there or not.</summary>
    public static Arguments<bool> Switch(string name, Label says) =>
        new(Array<Part>(new Part.Switch(name, says)), given => Once(name, given).Map(part => part.Times > 0));

    /// <summary>An option that may be left out.</summary>
    public static Arguments<Option<T>> Maybe<T>(string name, string value, Label says, ArgumentForm<T> form) =>
        new(Array<Part>(new Part.Valued(name, value, Needed: false, says)), given => Value(name, given, form));

    /// <summary>An option that is needed.</summary>
    public static Arguments<T> Needed<T>(string name, string value, Label says, ArgumentForm<T> form) => new(
        Array<Part>(new Part.Valued(name, value, Needed: true, says)),
        given => Value(name, given, form).Bind(one => one.ToValidation(Label.Same(name) + new Label(" is needed: ", " 必须提供：") + form.Wanted)));

    /// <summary>A word in its place.</summary>
    public static Arguments<string> Operand(string name, Label says) => new(
        Array<Part>(new Part.Operand(name, Needed: true, says)),
        given => given.Of(name).Values.HeadOrNone().ToValidation(Label.Same(name) + new Label(" is needed: ", " 必须提供：") + says));

    /// <summary>A word in its place that may be left out.</summary>
    public static Arguments<Option<string>> MaybeOperand(string name, Label says) =>
        new(Array<Part>(new Part.Operand(name, Needed: false, says)), given => given.Of(name).Values.HeadOrNone());

    /// <summary>The settings of the service, of which the command reads these.</summary>
    public static Arguments<Arr<string>> Settings(Arr<SettingKey> read) => new(Array<Part>(new Part.Settings(read)), given => given.Settings);

    private static Validation<Label, Option<T>> Value<T>(string name, Given given, ArgumentForm<T> form) => Once(name, given).Bind(part =>
        part.Times == 0 ? Success<Label, Option<T>>(Option<T>.None)
        : part.Values.HeadOrNone().Case is not string text ? Fail<Label, Option<T>>(Label.Same(name) + new Label(" needs a value: ", " 需要一个值：") + form.Wanted)
        : form.Read(text).ToValidation(Label.Same(name) + new Label(" is ", " 须为：") + form.Wanted + new Label($", not '{text}'", $"，而不是“{text}”")).Map(Some));

    private static Validation<Label, GivenPart> Once(string name, Given given) => given.Of(name) is { Times: <= 1 } once
        ? once
        : new Label($"{name} is given twice", $"{name} 重复出现");
}

/// <summary>How the value of an option is written and read.</summary>
internal sealed record ArgumentForm<T>(Label Wanted, Func<string, Option<T>> Read);
