using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>Which way a customer moved between the classes of a policy.</summary>
internal enum Move
{
    Same = 0,
    Up,
    Down,

    /// <summary>Between classes of which none is higher, or from or to no class.</summary>
    Side,
    Came,
    Left,
}

/// <summary>
/// The moves of a period in order: where customers stood before and where they stand after, each place once, best class first, strangers last.
/// </summary>
internal sealed record ClassMoves
{
    private static readonly ClassStand Stranger = new(false, None);

    private readonly Dictionary<(ClassStand From, ClassStand To), long> counts;
    private readonly Policy policy;

    public ClassMoves(Policy policy, Arr<Migration> moves)
    {
        this.policy = policy;
        counts = moves.Map(move => (From: Known(move.From), To: Known(move.To), move.Customers))
            .Filter(move => move.From.IsCustomer || move.To.IsCustomer)
            .GroupBy(move => (move.From, move.To))
            .ToDictionary(same => same.Key, same => same.Sum(move => move.Customers));
        var met = counts.Where(move => move.Value > 0).SelectMany(move => new[] { move.Key.From, move.Key.To }).ToHashSet();
        Stands = new Arr<ClassStand>(
            policy.Classes.Map(one => new ClassStand(true, Some(one.Code)))
                .Concat(met.Where(stand => stand.Class.IsSome).OrderBy(stand => stand.Class.IfNone(default(ClassCode)).Value, StringComparer.Ordinal))
                .Concat(Optional(met.Contains(new ClassStand(true, None))).Filter(has => has).Map(_ => new ClassStand(true, None)))
                .Append(Stranger)
                .Distinct());
    }

    /// <summary>Every place that customers can come from or go to: the classes of the policy, no class where that is met, and beyond the bank.</summary>
    public Arr<ClassStand> Stands { get; }

    /// <summary>Everybody who was a customer before or is one after.</summary>
    public long All => counts.Values.Sum();

    /// <summary>How many went from one place to another.</summary>
    public long this[ClassStand from, ClassStand to] => counts.GetValueOrDefault((from, to));

    /// <summary>How many were in a place before.</summary>
    public long Before(ClassStand stand) => Stands.Sum(to => this[stand, to]);

    /// <summary>How many are in a place after.</summary>
    public long After(ClassStand stand) => Stands.Sum(from => this[from, stand]);

    /// <summary>How many moved so.</summary>
    public long Of(Move move) => counts.Where(one => Which(one.Key.From, one.Key.To) == move).Sum(one => one.Value);

    /// <summary>Which way it is from one place to another.</summary>
    public Move Which(ClassStand from, ClassStand to) =>
        !from.IsCustomer ? Move.Came
        : !to.IsCustomer ? Move.Left
        : from == to ? Move.Same
        : (Place(from), Place(to)) is ( >= 0 and var before, >= 0 and var after) && policy.Ordering == Ordering.Ranked ? after < before ? Move.Up : Move.Down
        : Move.Side;

    /// <summary>What a place is called; those beyond the bank came from there or left for it.</summary>
    public string NameOf(ClassStand stand, bool before, Language language) =>
        !stand.IsCustomer ? (before ? new Label("new customers", "新增客户") : new Label("left the bank", "流失客户")).In(language)
        : stand.Class.Match(
            Some: code => policy.Classes.Find(one => one.Code == code).Map(one => one.Label.In(language)).IfNone(code.Value),
            None: () => new Label("in no class", "无类别").In(language));

    /// <summary>A move in words.</summary>
    public static Label Words(Move move) => move switch
    {
        Move.Same => new Label("unchanged", "未变"),
        Move.Up => new Label("moved up", "升级"),
        Move.Down => new Label("moved down", "降级"),
        Move.Side => new Label("moved", "变动"),
        Move.Came => new Label("came", "新增"),
        Move.Left => new Label("left", "流失"),
    };

    /// <summary>The class of the style sheet.</summary>
    public static string Style(Move move) => move switch
    {
        Move.Same => "same",
        Move.Up => "up",
        Move.Down => "down",
        Move.Side => "side",
        Move.Came => "came",
        Move.Left => "left",
    };

    private int Place(ClassStand stand) => stand.Class.Match(
        Some: code => policy.Classes.AsEnumerable().ToList().FindIndex(one => one.Code == code),
        None: () => -1);

    private static ClassStand Known(ClassStand stand) => stand.IsCustomer ? stand : Stranger;
}
