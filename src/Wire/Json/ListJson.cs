using System.Text.Json;
using LanguageExt;

namespace Kehu.Wire;

/// <summary>Reads the value where the cursor stands; null where a fault was reported.</summary>
internal delegate T? Reading<T>(ref JsonCursor cursor)
    where T : class;

/// <summary>Lists on the wire.</summary>
internal static class ListJson
{
    /// <summary>The elements of the array here, null where one was faulty, so that places stay; null where there is no array.</summary>
    public static IReadOnlyList<T?>? Read<T>(ref JsonCursor cursor, Reading<T> element)
        where T : class
    {
        if (!cursor.StartArray())
        {
            return null;
        }

        var elements = new List<T?>();
        while (cursor.NextElement(out _))
        {
            elements.Add(element(ref cursor));
        }

        return elements;
    }

    /// <summary>The same, where a list without elements says nothing and is a fault.</summary>
    public static IReadOnlyList<T?>? ReadSome<T>(ref JsonCursor cursor, Reading<T> element)
        where T : class
    {
        var elements = Read(ref cursor, element);
        if (elements is { Count: 0 } && !cursor.Stopped)
        {
            cursor.Fault("json.empty", "a list of at least one is expected", "列表至少须有一项");
        }

        return elements;
    }

    /// <summary>What was read without fault.</summary>
    public static Arr<T> Sound<T>(this IReadOnlyList<T?>? elements)
        where T : class => elements is null ? default : new Arr<T>(elements.OfType<T>());

    /// <summary>The list as a member.</summary>
    public static void WriteList<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Arr<T> elements, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var element in elements)
        {
            write(json, element);
        }

        json.WriteEndArray();
    }

    /// <summary>The list as a member, nothing where it is empty.</summary>
    public static void WriteAnyList<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Arr<T> elements, Action<Utf8JsonWriter, T> write)
    {
        if (!elements.IsEmpty)
        {
            json.WriteList(name, elements, write);
        }
    }
}
