using System.Reflection;
using LanguageExt;

namespace Kehu.Properties;

/// <summary>
/// Values of the domain with every member set, found by reflection: parameters of the constructor, members that can be set beside them, nested records
/// and optional values included. A new member is in at once; one of a type that is not known here fails whatever asks for it, by its name.
/// Every text is a marker with the way to it, so that it can be looked for; it is also a code.
/// </summary>
internal static class EveryMember
{
    /// <summary>The day of everything that is dated.</summary>
    public static readonly DateOnly Day = new(2026, 11, 20);

    private static readonly MethodInfo SomeOf = typeof(EveryMember).GetMethod(nameof(Some), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static readonly MethodInfo ArrOf = typeof(EveryMember).GetMethod(nameof(Several), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>A value with every member set; <paramref name="given"/> are values by type, where any will not do.</summary>
    public static T Of<T>(string marker, params IReadOnlyList<object> given) => (T)Fill(typeof(T), $"{marker}-{typeof(T).Name}", given);

    /// <summary>A record of a customer of a kind with every fact of the kind.</summary>
    public static CustomerRecord Customer(string id, CustomerKind kind, string marker) =>
        Of<CustomerRecord>(marker, CustomerId.From(id).IfFail(_ => throw new InvalidOperationException(id)), kind, Facts(kind));

    /// <summary>The markers in a value: every text in it that was made here.</summary>
    public static IReadOnlyList<string> Markers(object? value, string marker) => value switch
    {
        null => [],
        string text => text.StartsWith(marker, StringComparison.Ordinal) ? [text] : [],
        KnownFacts => [],
        IOptional option => option.IsSome ? option.MatchUntyped(some => Markers(some, marker), () => []) ?? [] : [],
        System.Collections.IEnumerable all => [.. all.Cast<object>().SelectMany(one => Markers(one, marker))],
        _ when value.GetType() is { IsEnum: false, IsPrimitive: false } type && type.Namespace!.StartsWith("Kehu.", StringComparison.Ordinal) =>
            [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(member => IsMember(type, member)).SelectMany(member => Markers(member.GetValue(value), marker))],
        _ => [],
    };

    /// <summary>Every fact of a kind, with a value that contradicts no other on the day.</summary>
    public static KnownFacts Facts(CustomerKind kind) => FactCatalogue.Shipped.Of(kind).Fold(FactCatalogue.Shipped.NothingKnown, (facts, fact) => facts.With(fact, fact switch
    {
        Fact.Day => new DateOnly(2024, 2, 29).DayNumber,
        Fact.Amount or Fact.Share or Fact.Count or Fact.Flag or Fact.Choice or Fact.Grade or Fact.Several => Math.Clamp(1_234, fact.Domain.Low, fact.Domain.High),
    }));

    private static object Fill(Type type, string way, IReadOnlyList<object> given) =>
        given.FirstOrDefault(value => value.GetType() == type) is { } fixedValue ? fixedValue
        : type == typeof(string) ? way
        : type == typeof(Provenance) ? Provenance.Whole(new Origin("crm", Day.AddYears(-1)))
        : type == typeof(bool) ? true
        : type == typeof(int) ? 7
        : type == typeof(long) ? 7L
        : type == typeof(DateOnly) ? Day
        : type == typeof(DateTime) ? Day.ToDateTime(new TimeOnly(9, 0))
        : type == typeof(Money) ? new Money(123_45)
        : type.IsEnum ? Enum.GetValues(type).Cast<object>().Last()
        : Nullable.GetUnderlyingType(type) is { } underlying ? Fill(underlying, way, given)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Option<>) ? Made(SomeOf, type, way, given)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Arr<>) ? Made(ArrOf, type, way, given)
        : type.Namespace!.StartsWith("Kehu.", StringComparison.Ordinal) && type.IsSealed && type.GetConstructors() is { Length: > 0 } constructors
            ? Record(type, constructors.MaxBy(constructor => constructor.GetParameters().Length)!, way, given)
        : throw new InvalidOperationException($"{way} is of type {type.Name}, which is not known how to fill: teach it to EveryMember");

    private static object Made(MethodInfo method, Type type, string way, IReadOnlyList<object> given) => method.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [way, given])!;

    private static Option<T> Some<T>(string way, IReadOnlyList<object> given) => Option<T>.Some((T)Fill(typeof(T), way, given));

    /// <summary>All codes of an enumeration, or one of anything else.</summary>
    private static Arr<T> Several<T>(string way, IReadOnlyList<object> given) => typeof(T).IsEnum
        ? new Arr<T>(Enum.GetValues(typeof(T)).Cast<T>())
        : new Arr<T>([(T)Fill(typeof(T), way, given)]);

    private static object Record(Type type, ConstructorInfo constructor, string way, IReadOnlyList<object> given)
    {
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([.. parameters.Select(parameter => Fill(parameter.ParameterType, $"{way}.{parameter.Name}", given))]);
        foreach (var member in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(member => member.SetMethod is not null && !parameters.Any(parameter => parameter.Name == member.Name)))
        {
            member.SetValue(made, Fill(member.PropertyType, $"{way}.{member.Name}", given));
        }

        return made;
    }

    private static bool IsMember(Type type, PropertyInfo member) =>
        member.GetIndexParameters().Length == 0 && (member.SetMethod is not null || type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.Name == member.Name)));
}
