using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Kehu.Properties;

/// <summary>That something in one folder rests on something in another, with one place where it does.</summary>
internal sealed record Use(string From, string To, string Example);

/// <summary>
/// What the folders of a project rest on, read off what the compiler made of it: bases, signatures and every member that code calls or reads. Constants
/// are not seen, which the compiler copies.
/// </summary>
internal sealed class CodeFolders
{
    /// <summary>Files of the project itself.</summary>
    public const string Itself = "(start)";

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Under which symbols name the files of types without code.</summary>
    private static readonly Guid TypeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(one => (OpCode)one.GetValue(null)!).ToDictionary(code => code.Value);

    private readonly Assembly assembly;
    private readonly string project;
    private readonly Dictionary<int, string> files = [];

    private CodeFolders(Assembly assembly, string project) => (this.assembly, this.project) = (assembly, project);

    /// <summary>What each folder of a project, by its name, rests on.</summary>
    public static IReadOnlyList<Use> Read(Assembly assembly, string project)
    {
        var folders = new CodeFolders(assembly, project);
        folders.ReadFiles();
        return [.. assembly.GetTypes().SelectMany(folders.UsesOf).GroupBy(use => (use.From, use.To)).Select(same => same.MinBy(use => use.Example, StringComparer.Ordinal)!)];
    }

    private void ReadFiles()
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        var reader = symbols.GetMetadataReader();
        foreach (var type in assembly.GetTypes())
        {
            var ofCode = type.GetMembers(All).OfType<MethodBase>()
                .Select(method => reader.GetMethodDebugInformation(MetadataTokens.MethodDebugInformationHandle(method.MetadataToken & 0xFFFFFF)).Document)
                .Where(document => !document.IsNil);
            if (ofCode.Concat(Told(reader, type)).FirstOrDefault() is { IsNil: false } found)
            {
                files[type.MetadataToken] = reader.GetString(reader.GetDocument(found).Name);
            }
        }
    }

    private static IEnumerable<DocumentHandle> Told(MetadataReader reader, Type type)
    {
        foreach (var handle in reader.GetCustomDebugInformation(MetadataTokens.EntityHandle(type.MetadataToken)))
        {
            var information = reader.GetCustomDebugInformation(handle);
            if (reader.GetGuid(information.Kind) == TypeDocuments)
            {
                yield return MetadataTokens.DocumentHandle(reader.GetBlobReader(information.Value).ReadCompressedInteger());
            }
        }
    }

    private IEnumerable<Use> UsesOf(Type type) => Folder(type) is not { } own ? [] :
        from used in Named(type).SelectMany(Parts).Distinct()
        where used.Assembly == assembly
        let to = Folder(used)
        where to is not null && to != own
        select new Use(own, to, $"{Outer(type).Name} names {Outer(used).Name}");

    private string? Folder(Type type)
    {
        for (var at = type; at is not null; at = at.DeclaringType)
        {
            if (files.TryGetValue(at.MetadataToken, out var file) && Within(file) is { } path && !path.StartsWith("obj/", StringComparison.Ordinal))
            {
                return path.LastIndexOf('/') is var end and > 0 ? path[..end] : Itself;
            }
        }

        return null;
    }

    /// <summary>Where a file stands in the project, wherever that was when it was built: a build for release names no folder of the machine.</summary>
    private string? Within(string file)
    {
        var (path, start) = (file.Replace('\\', '/'), $"/src/{project}/");
        return path.LastIndexOf(start, StringComparison.Ordinal) is var at and >= 0 ? path[(at + start.Length)..] : null;
    }

    private static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    /// <summary>The type and the types that it is made of.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static IEnumerable<Type> Named(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. type.GetFields(All).Select(field => field.FieldType),
        .. type.GetMembers(All).OfType<MethodBase>().SelectMany(Named),
    ];

    private static IEnumerable<Type> Named(MethodBase method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method is MethodInfo { ReturnType: var given } ? [given] : Type.EmptyTypes,
        .. method.GetMethodBody() is { } body ? body.LocalVariables.Select(local => local.LocalType).Concat(Called(method, body.GetILAsByteArray()!)) : [],
    ];

    /// <summary>What the code calls, reads, makes or casts to.</summary>
    private static IEnumerable<Type> Called(MethodBase method, byte[] code)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var operation = Codes[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod);
                var named = member is Type type ? [type]
                    : member is MethodInfo { IsGenericMethod: true } called ? called.GetGenericArguments().Append(member.DeclaringType!)
                    : ImmutableArray.Create(member!.DeclaringType!);
                foreach (var one in named)
                {
                    yield return one;
                }
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
