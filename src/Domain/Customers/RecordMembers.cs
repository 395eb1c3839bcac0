using System.Collections.Frozen;

namespace Kehu.Domain;

/// <summary>
/// The members of a record that sources read, each by itself: every leaf of what the record is on the wire, but for what tells whose record it is and of when.
/// A set is one member. Made of the record's contract, so that a member that is added there is merged like the others.
/// </summary>
public sealed class RecordMembers
{
    private readonly FactCatalogue facts;
    private readonly Arr<RecordMember> others;
    private readonly FrozenDictionary<string, int> places;

    /// <summary>The members among fields of a record.</summary>
    public RecordMembers(FactCatalogue facts, Arr<Field<CustomerRecord>> fields)
    {
        this.facts = facts;
        others = fields.Bind(field => field.For(new Leaves()));
        Names = others.Map(member => member.Name) + facts.All.Map(fact => Provenance.Facts + fact.Name);
        places = Enumerable.Range(0, Names.Count).ToFrozenDictionary(place => Names[place], StringComparer.Ordinal);
    }

    /// <summary>The names of all members, in the order of the record.</summary>
    public Arr<string> Names { get; }

    /// <summary>The place of a member by its name; none where there is no such member.</summary>
    public Option<int> PlaceOf(string name) => places.TryGetValue(name, out var place) ? Some(place) : None;

    /// <summary>The members that a name stands for: itself, or all that lie within.</summary>
    public Arr<string> Within(string name) => places.ContainsKey(name)
        ? Array(name)
        : Names.Filter(member => member.Length > name.Length && member[name.Length] == '.' && member.StartsWith(name, StringComparison.Ordinal));

    /// <summary>The group of one member.</summary>
    public MemberGroup At(int place) => place < others.Count
        ? new MemberGroup(1UL << place, default)
        : new MemberGroup(0, default(FactGroup).With(place - others.Count));

    /// <summary>Whether a member is in a group.</summary>
    public bool Has(MemberGroup group, int place) =>
        place < others.Count ? (group.Others >> place & 1) != 0 : group.Facts.Has(place - others.Count);

    /// <summary>The members that a record knows.</summary>
    public MemberGroup KnownIn(CustomerRecord record)
    {
        var bits = 0UL;
        for (var place = 0; place < others.Count; place++)
        {
            bits |= others[place].IsKnown(record) ? 1UL << place : 0;
        }

        return new MemberGroup(bits, record.Facts.Known);
    }

    /// <summary>Those of the members that both records know alike, or neither does.</summary>
    public MemberGroup Alike(CustomerRecord one, CustomerRecord other)
    {
        var bits = 0UL;
        for (var place = 0; place < others.Count; place++)
        {
            bits |= others[place].IsAlike(one, other) ? 1UL << place : 0;
        }

        return new MemberGroup(bits, one.Facts.Alike(other.Facts));
    }

    /// <summary>A record with some members of one and all others of another; whose it is and of when is as in the latter.</summary>
    public CustomerRecord Chosen(CustomerRecord some, MemberGroup of, CustomerRecord rest)
    {
        var chosen = rest with
        {
            Outlet = "",
            Manager = None,
            Name = None,
            Contact = Contact.Unknown,
            Dossier = Dossier.Unknown,
            Facts = rest.Facts.With(some.Facts, of.Facts),
        };
        for (var place = 0; place < others.Count; place++)
        {
            chosen = others[place].Taken((of.Others >> place & 1) != 0 ? some : rest, chosen);
        }

        return chosen;
    }

    /// <summary>Where each member comes from, by its place, and whether the provenance names it.</summary>
    public (Option<Origin> Origin, bool IsNamed)[] Origins(Provenance provenance)
    {
        var origins = new (Option<Origin> Origin, bool IsNamed)[Names.Count];
        foreach (var one in provenance.All)
        {
            foreach (var name in one.Members)
            {
                if (name == Provenance.Rest)
                {
                    Fill(origins, one.Origin);
                }
                else if (places.TryGetValue(name, out var place))
                {
                    origins[place] = (one.Origin, true);
                }
            }
        }

        return origins;
    }

    private static void Fill((Option<Origin> Origin, bool IsNamed)[] origins, Origin rest)
    {
        for (var place = 0; place < origins.Length; place++)
        {
            origins[place] = origins[place].IsNamed ? origins[place] : (rest, false);
        }
    }

    /// <summary>The one provenance of members that come from there: what most of them have in common is the rest, if each was read.</summary>
    public Provenance ProvenanceOf(Arr<Option<Origin>> origins)
    {
        var named = Enumerable.Range(0, Names.Count)
            .SelectMany(place => origins[place].Map(origin => (Origin: origin, Name: Names[place])).AsEnumerable())
            .GroupBy(read => read.Origin, read => read.Name)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key.On).ThenBy(group => group.Key.Source, StringComparer.Ordinal)
            .Select(group => new OriginOf(group.Key, new Arr<string>(group)))
            .ToArray();
        var all = origins.ForAll(origin => origin.IsSome) && named.Length > 0
            ? named.Skip(1).Prepend(named[0] with { Members = Array(Provenance.Rest) })
            : named;
        return new Provenance(new Arr<OriginOf>(all.OrderBy(one => one.Origin.Source, StringComparer.Ordinal).ThenBy(one => one.Origin.On)));
    }

    private sealed class Leaves : IFields<CustomerRecord, Arr<RecordMember>>
    {
        public Arr<RecordMember> Of<V>(Field<CustomerRecord, V> field) => field.Form switch
        {
            Form.Facts => Array<RecordMember>(),
            Contract<V> inner => inner.Fields.Map(leaf => leaf.For(new Leaf<V>(field, inner))),
            _ => Array<RecordMember>(new RecordMember<V>(field)),
        };
    }

    private sealed class Leaf<V>(Field<CustomerRecord, V> field, Contract<V> inner) : IFields<V, RecordMember>
    {
        public RecordMember Of<W>(Field<V, W> leaf) => new RecordMember<W>(new Field<CustomerRecord, W>(
            $"{field.Name}.{leaf.Name}",
            Occurrence.Optional,
            leaf.Form,
            record => field.TryGet(record, out var whole) && leaf.TryGet(whole, out var value) ? Some(value) : None,
            (record, value) => field.With(record, leaf.With(field.TryGet(record, out var whole) ? whole : inner.Blank, value))));
    }
}

/// <summary>One member of a record that is no fact.</summary>
internal abstract record RecordMember(string Name)
{
    public abstract bool IsKnown(CustomerRecord record);

    public abstract bool IsAlike(CustomerRecord one, CustomerRecord other);

    /// <summary>A record that does not know the member yet, with what another knows of it.</summary>
    public abstract CustomerRecord Taken(CustomerRecord from, CustomerRecord into);
}

/// <summary>A member whose value has a type.</summary>
internal sealed record RecordMember<V>(Field<CustomerRecord, V> Field) : RecordMember(Field.Name)
{
    public override bool IsKnown(CustomerRecord record) => Field.TryGet(record, out var value) && value is not "";

    public override bool IsAlike(CustomerRecord one, CustomerRecord other) =>
        Field.TryGet(one, out var value) == Field.TryGet(other, out var same) && EqualityComparer<V>.Default.Equals(value, same);

    public override CustomerRecord Taken(CustomerRecord from, CustomerRecord into) => Field.TryGet(from, out var value) ? Field.With(into, value) : into;
}
