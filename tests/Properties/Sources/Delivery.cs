using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties.Sources;

/// <summary>
/// What a source sends of one customer as of a date: members with their values as JSON, or null for what is unknown from then on. A whole record says so of
/// every member that it does not name.
/// </summary>
internal sealed record Delivery(string Source, DateOnly AsOf, bool IsWhole, Arr<(string Member, string? Value)> Says)
{
    /// <summary>The customer whom all of it is about.</summary>
    public const string Customer = "R-1";

    /// <summary>The day of the first record.</summary>
    public static readonly DateOnly First = new(2024, 2, 28);

    /// <summary>A few members of every sort, with values of each; an empty set is known.</summary>
    private static readonly (string Member, string[] Values)[] Members =
    [
        ("outlet", ["\"OUT-1\"", "\"OUT-2\""]), ("manager", ["\"M-1\"", "\"M-2\""]), ("name", ["\"王小明\"", "\"李\""]), ("contact.mobile", ["\"13800000000\"", "\"1\""]),
        ("contact.email", ["\"a@b.cn\""]), ("dossier.onFile", ["[\"name\"]", "[\"name\",\"mobile\"]"]), ("dossier.servicePlan", ["\"稳健\""]),
        ("facts.deposits", ["0", "0.01", "70000000000000"]), ("facts.products", ["[]", "[\"fund\"]"]), ("facts.birthDate", ["\"1980-02-29\""]), ("facts.riskLevel", ["\"c1\"", "\"c5\""]),
    ];

    public static readonly string[] Sources = ["core", "crm", "warehouse", ""];

    /// <summary>All members that are told of here.</summary>
    public static IEnumerable<string> Names => Members.Select(member => member.Member);

    /// <summary>What a first whole record says.</summary>
    public static Delivery Whole { get; } = new("", First, IsWhole: true, Prelude.Array<(string, string?)>(("outlet", "\"OUT-0\""), ("name", "\"王\""), ("facts.deposits", "100")));

    /// <summary>Deliveries of some days, in the order in which they arrive: of one member, date and source there is one word at most.</summary>
    public static Gen<Arr<Delivery>> Several { get; } =
        from all in One.ListOf()
        select new Arr<Delivery>(all.Take(12).Aggregate(new List<Delivery>(), (before, one) => [.. before, .. one.Without(before)]));

    /// <summary>One of them.</summary>
    private static Gen<Delivery> One =>
        from source in Gen.Elements(Sources)
        from days in Gen.Choose(0, 4)
        from isWhole in Gen.Choose(0, 5).Select(die => die == 0)
        from places in Gen.Choose(0, Members.Length - 1).NonEmptyListOf()
        from picks in Gen.Choose(0, 5).ListOf(Members.Length)
        select Made(source, days, isWhole, new Arr<(string Member, string? Value)>(
            places.Distinct().Select(place => (Members[place].Member, Picked(Members[place].Member, Members[place].Values, picks[place])))));

    /// <summary>The delivery as the lines or bodies of calls send it.</summary>
    public string Json(bool asPatch)
    {
        var json = new JsonObject { ["id"] = Customer, ["asOf"] = $"{AsOf:yyyy-MM-dd}" };
        if (IsWhole)
        {
            json["kind"] = "personal";
        }

        foreach (var (member, value) in Says.Filter(pair => asPatch || pair.Value is not null))
        {
            var way = member.Split('.');
            var parent = way.Length == 1 ? json : (JsonObject)(json[way[0]] ??= new JsonObject());
            parent[way[^1]] = value is null ? null : JsonNode.Parse(value);
        }

        if (!asPatch && Says.Exists(pair => pair.Value is null))
        {
            json["clear"] = new JsonArray([.. Says.Filter(pair => pair.Value is null).Map(pair => JsonValue.Create(pair.Member))]);
        }

        if (asPatch && Source.Length > 0)
        {
            json["source"] = Source;
        }

        return json.ToJsonString();
    }

    /// <summary>The same in pieces, one member in each; a whole record is one.</summary>
    public Arr<Delivery> InPieces() => IsWhole ? Prelude.Array(this) : Says.Map(pair => this with { Says = Prelude.Array(pair) });

    /// <summary>Nothing of it that was said before for its date by its source; nothing at all where one of the two is whole.</summary>
    private IEnumerable<Delivery> Without(List<Delivery> before)
    {
        var same = before.Prepend(Whole).Where(one => one.AsOf == AsOf && one.Source == Source).ToList();
        var rest = this with { Says = Says.Filter(pair => !same.Exists(one => one.Says.Exists(said => said.Member == pair.Member))) };
        return same.Exists(one => one.IsWhole) || (IsWhole && same.Count > 0) || rest.Says.IsEmpty ? [] : [rest];
    }

    private static Delivery Made(string source, int days, bool isWhole, Arr<(string Member, string? Value)> says)
    {
        var needed = isWhole && !says.Exists(pair => pair.Member == "outlet") ? says.Insert(0, ("outlet", "\"OUT-3\"")) : says;
        return new Delivery(source, First.AddDays(days), isWhole, needed.Filter(pair => !isWhole || pair.Value is not null));
    }

    private static string? Picked(string member, string[] values, int pick) => pick == 0 && member != "outlet" ? null : values[pick % values.Length];
}
