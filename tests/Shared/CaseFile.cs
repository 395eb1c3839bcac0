using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LanguageExt;

namespace Kehu.Shared;

/// <summary>One case of a rule author: a customer on a date, and what the policy is to say. Expected and found are written alike.</summary>
internal sealed record PolicyCase(string File, int Line, Customer Customer, DateOnly AsOf, string Expected);

/// <summary>The cases of one policy, or every fault of the file as <c>file:line: what is wrong and what to write</c>.</summary>
internal sealed record CaseFile(IReadOnlyList<PolicyCase> Cases, IReadOnlyList<string> Faults)
{
    private const string Form = "write \"expected | fact value, fact value\", as in \"vip | deposits 200000\"";

    /// <summary>Reads the text of a file of cases. The header lines hold for the cases below them.</summary>
    public static CaseFile Read(string file, string text, Policy policy)
    {
        var (cases, faults) = (new List<PolicyCase>(), new List<string>());
        CustomerKind? kind = null;
        DateOnly? asOf = null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            void Fault(string what) => faults.Add($"{file}:{at + 1}: {what}");
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (Header(line, "kind") is { } written)
            {
                kind = CustomerKinds.All.Find(known => known.Code() == written).MatchUnsafe(known => known, () => (CustomerKind?)null);
                _ = kind is null ? Wrong(Fault, "the kind is unknown; write \"kind: personal\" or \"kind: enterprise\"")
                    : policy.ScopeOf(kind.Value).IsNone && Wrong(Fault, $"'{policy.Id}' is not for {kind.Value.Label().En}; write one of its kinds");
            }
            else if (Header(line, "as of") is { } date)
            {
                asOf = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
                _ = asOf is null && Wrong(Fault, "the date is none; write \"as of: 2026-11-21\"");
            }
            else if (line.IndexOf('|', StringComparison.Ordinal) is var bar && bar < 0)
            {
                Fault($"the line has no bar; {Form}");
            }
            else if (kind is not { } ofKind || asOf is not { } onDay)
            {
                Fault("a case needs \"kind: personal\" (or enterprise) and \"as of: 2026-11-21\" on lines above it");
            }
            else
            {
                var before = faults.Count;
                var expected = Expected(line[..bar].Trim(), policy, Fault);
                var customer = new Customer(ofKind, Facts(line[(bar + 1)..].Trim(), ofKind, Fault));
                customer.FaultsOn(onDay).Iter(fault => Fault(fault.Detail.En));
                if (faults.Count == before)
                {
                    cases.Add(new PolicyCase(file, at + 1, customer, onDay, expected));
                }
            }
        }

        return new CaseFile(cases, faults);
    }

    /// <summary>An outcome as a case writes it: <c>vip</c>, <c>not applicable</c>, <c>vip or ordinary, missing deposits</c>.</summary>
    public static string Written(Kehu.Domain.Outcome outcome) => outcome switch
    {
        Kehu.Domain.Outcome.Decided(var assigned, _) => assigned.Code.Value,
        Kehu.Domain.Outcome.NotApplicable => "not applicable",
        Kehu.Domain.Outcome.Open(var possible, var mayNotApply, var missing, _) =>
            $"{string.Join(" or ", possible.Map(c => c.Code.Value).Concat(mayNotApply ? ["not applicable"] : []))}, missing {string.Join(", ", missing.Map(fact => fact.Name))}",
    };

    private static string? Header(string line, string name) =>
        line.StartsWith($"{name}:", StringComparison.Ordinal) ? line[(name.Length + 1)..].Trim() : null;

    private static bool Wrong(Action<string> fault, string what)
    {
        fault(what);
        return true;
    }

    /// <summary>What is expected, classes in the policy's order and facts by name, so that the order in the file does not matter.</summary>
    private static string Expected(string text, Policy policy, Action<string> fault)
    {
        var parts = text.Split(", missing ", 2);
        var answers = parts[0].Split(" or ").Select(answer => answer.Trim()).ToList();
        var codes = policy.Classes.Map(c => c.Code.Value).Add("not applicable").ToList();
        var missing = parts.Length == 1 ? [] : parts[1].Split(',').Select(name => name.Trim()).ToList();
        foreach (var unknown in answers.Except(codes))
        {
            fault($"'{unknown}' is no class of '{policy.Id}'; write one of {string.Join(", ", codes)}");
        }

        foreach (var unknown in missing.Where(name => FactCatalogue.Shipped.Find(name).IsNone))
        {
            fault($"there is no fact '{unknown}'; {Near(unknown)}");
        }

        if (answers.Count > 1 && missing.Count == 0)
        {
            fault("several classes are possible only where a fact is missing; write \"vip or ordinary, missing deposits\"");
        }

        return string.Join(" or ", answers.OrderBy(codes.IndexOf)) + (missing.Count == 0 ? "" : $", missing {string.Join(", ", missing.Order(StringComparer.Ordinal))}");
    }

    /// <summary>The facts of a case, read as those of a line of CSV are.</summary>
    private static KnownFacts Facts(string text, CustomerKind kind, Action<string> fault)
    {
        var (columns, fields) = (new List<CsvColumn>(), new List<string>());
        foreach (var part in text.Length == 0 ? [] : text.Split(',').Select(part => part.Trim()))
        {
            var space = part.IndexOf(' ', StringComparison.Ordinal);
            var name = space < 0 ? part : part[..space];
            var column = CsvColumns.Of(FactCatalogue.Shipped).Find(known => known.Parent == "facts" && known.Member == name);
            _ = space < 0 ? Wrong(fault, $"'{part}' has no value; {Form}")
                : column.IsNone ? Wrong(fault, $"there is no fact '{name}'; {Near(name)}")
                : columns.Exists(known => known.Member == name) && Wrong(fault, $"'{name}' is there twice; write it once");
            column.Filter(known => space > 0 && !columns.Contains(known)).IfSome(known =>
            {
                columns.Add(known);
                fields.Add(part[(space + 1)..].Trim());
            });
        }

        return Facts(columns, fields, kind, fault);
    }

    private static KnownFacts Facts(List<CsvColumn> columns, List<string> fields, CustomerKind kind, Action<string> fault)
    {
        if (columns.Count == 0)
        {
            return FactCatalogue.Shipped.NothingKnown;
        }

        using var json = JsonDocument.Parse(new Arr<CsvColumn>(columns).ToJson(fields, new ArrayBufferWriter<byte>()).ToArray());
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json.RootElement.GetProperty("facts").GetRawText()));
        var facts = FactsJson.For(FactCatalogue.Shipped).Read(ref cursor);
        foreach (var wrong in cursor.Finish().Concat(facts.OfOtherKind(kind)))
        {
            fault($"{(wrong.Place is Place.Pointer(var at) ? at.TrimStart('/').Split('/')[0] : "")}: {wrong.Detail.En}");
        }

        return facts;
    }

    /// <summary>The names that look most like one.</summary>
    private static string Near(string name)
    {
        var near = FactCatalogue.Shipped.All.Map(fact => fact.Name)
            .Where(known => known.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(known, StringComparison.OrdinalIgnoreCase)
                || (name.Length >= 3 && known.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase))).ToList();
        return near.Count == 0 ? "GET /v1/facts lists the facts" : $"write {string.Join(" or ", near)}";
    }
}

/// <summary>The files of cases in the repository.</summary>
internal static class CaseFiles
{
    /// <summary>The cases of a policy; none and a fault where there is no file.</summary>
    public static CaseFile Of(string folder, Policy policy)
    {
        var path = Path.Combine(folder, $"{policy.Id}.cases");
        return File.Exists(path)
            ? CaseFile.Read(Path.GetFileName(path), File.ReadAllText(path), policy)
            : new CaseFile([], [$"{Path.GetFileName(path)}: the policy has no cases; write the file in {folder}"]);
    }
}
