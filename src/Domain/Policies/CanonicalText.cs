using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kehu.Domain;

/// <summary>
/// A policy written out in one unambiguous way, and its content hash. Every string is preceded by its length, so that no two policies
/// write alike; the policies referred to are covered through their hashes.
/// </summary>
public static class CanonicalText
{
    /// <summary>SHA-256 over the policy and, transitively, the policies it refers to, as 64 hexadecimal digits.</summary>
    public static string ContentHash(this Policy policy, PolicySet policies) => policy.ContentHash(policies, depth: 0, []);

    /// <summary>SHA-256 over a population policy, as 64 hexadecimal digits.</summary>
    public static string ContentHash(this PopulationPolicy policy)
    {
        var text = new StringBuilder("kehu-population-policy-1");
        text.Write(policy.Id.Value).Write(policy.Label).Many(policy.Kinds, kind => text.Write(kind.Code())).Write(policy.By.Name);
        text.Many(policy.Bands, band => text.Write(band.Class).Write(Number(band.Share.BasisPoints)).Write(band.Citation));
        text.Write(policy.Otherwise).Many(policy.Citations, citation => text.Write(citation)).Many(policy.Interpretations, reading => text.Write(reading));
        return Hash(text);
    }

    private static string Hash(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

    /// <summary>Each policy is written once for every depth at which it is met, however many references lead there.</summary>
    private static string ContentHash(this Policy policy, PolicySet policies, int depth, Dictionary<(PolicyId Id, int Depth), string> known)
    {
        if (known.TryGetValue((policy.Id, depth), out var hash))
        {
            return hash;
        }

        var text = new StringBuilder("kehu-policy-1");
        text.Write(policy);
        foreach (var reference in policy.References().OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            text.Write("refers").Write(reference.Value);
            text.Write(depth < PolicyLimits.DeepestReference
                ? policies.Find(reference).Match(Some: other => other.ContentHash(policies, depth + 1, known), None: () => "unknown")
                : "too deep");
        }

        return known[(policy.Id, depth)] = Hash(text);
    }

    private static void Write(this StringBuilder text, Policy policy)
    {
        text.Write("policy").Write(policy.Id.Value).Write(policy.Label).Write(policy.Ordering.ToString());
        text.Many(policy.Scopes, scope =>
        {
            text.Write(scope.Kind.Code());
            text.Maybe(scope.Applies, applies => text.Write(applies.Criterion).Write(applies.Otherwise));
        });
        text.Many(policy.Rungs, rung =>
        {
            text.Write(rung.Class).Write(rung.Criterion);
            text.Maybe(rung.ExceptAbove, citation => text.Write(citation));
        });
        text.Write(policy.Otherwise);
        text.Many(policy.Citations, citation => text.Write(citation));
        text.Many(policy.Interpretations, reading => text.Write(reading));
    }

    private static StringBuilder Write(this StringBuilder text, PolicyClass c)
    {
        text.Write(c.Code.Value).Write(c.Label);
        text.Many(c.Notes, note => text.Write(note.Code).Write(note.Label).Write(note.Value).Write(note.Citation));
        return text.Many(c.Offers, offer => text
            .Write(offer.Code).Write(offer.Label).Maybe(offer.Product, product => text.Write(product)).Write(offer.Citation));
    }

    private static StringBuilder Write(this StringBuilder text, Criterion criterion) => criterion switch
    {
        Criterion.Within(var quantity, var min, var max, var citation) => text.Write("within").Write(quantity.Name).Bounds(min, max).Write(citation),
        Criterion.OneOf(var fact, var codes, var citation) => text.Write("one-of").Write(fact.Name).Many(codes, code => text.Write(code)).Write(citation),
        Criterion.AtLeastGrade(var fact, var code, var citation) => text.Write("grade").Write(fact.Name).Write(code).Write(citation),
        Criterion.Is(var fact, var citation) => text.Write("is").Write(fact.Name).Write(citation),
        Criterion.Holds(var fact, var code, var citation) => text.Write("holds").Write(fact.Name).Write(code).Write(citation),
        Criterion.All(var parts) => text.Write("all").Many(parts, part => text.Write(part)),
        Criterion.Any(var parts) => text.Write("any").Many(parts, part => text.Write(part)),
        Criterion.AtLeast(var needed, var parts) => text.Write("at-least").Write(Number(needed)).Many(parts, part => text.Write(part)),
        Criterion.Not(var part) => text.Write("not").Write(part),
        Criterion.Cases(var fact, var branches) => text.Write("cases").Write(fact.Name)
            .Many(branches, branch => text.Write(branch.Code).Write(branch.Criterion)),
        Criterion.Score(var card, var min, var max, var citation) => text.Write("score").Write(card.Label)
            .Many(card.Items, item => text.Write(item)).Bounds(min, max).Write(citation),
        Criterion.Classified(var id, var classes, var citation) => text.Write("classified").Write(id.Value)
            .Many(classes, code => text.Write(code.Value)).Write(citation),
    };

    private static StringBuilder Write(this StringBuilder text, ScoreItem item) =>
        text.Write(item.Label).Many(item.Bins, bin => text.Write(Number(bin.Points)).Write(bin.Criterion));

    private static StringBuilder Write(this StringBuilder text, Citation citation) => citation switch
    {
        Citation.Source(var document, var section) => text.Write("source").Write(document).Write(section),
        Citation.House(var reason, var parameter) => text.Write("house").Write(reason).Maybe(parameter, name => text.Write(name)),
        Citation.External(var title) => text.Write("external").Write(title),
    };

    private static StringBuilder Bounds(this StringBuilder text, Option<long> min, Option<long> max)
    {
        text.Maybe(min, bound => text.Write(Number(bound)));
        return text.Maybe(max, bound => text.Write(Number(bound)));
    }

    private static StringBuilder Write(this StringBuilder text, Label label) => text.Write(label.En).Write(label.Zh);

    private static StringBuilder Write(this StringBuilder text, string value) =>
        text.Append(' ').Append(Number(value.Length)).Append(':').Append(value);

    private static StringBuilder Many<T>(this StringBuilder text, Arr<T> items, Action<T> write)
    {
        text.Append('[').Append(Number(items.Count));
        foreach (var item in items)
        {
            write(item);
        }

        return text.Append(']');
    }

    private static StringBuilder Maybe<T>(this StringBuilder text, Option<T> item, Action<T> write) => text.Many(item.ToArray().ToArr(), write);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
