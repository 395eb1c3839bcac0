using System.Runtime.CompilerServices;

namespace Kehu.Wire;

/// <summary>What is made of a catalogue of facts: once for each, and kept for as long as the catalogue is. Asking allocates nothing.</summary>
internal sealed class PerCatalogue<T>(Func<FactCatalogue, T> make)
    where T : class
{
    private readonly ConditionalWeakTable<FactCatalogue, T> made = [];
    private readonly ConditionalWeakTable<FactCatalogue, T>.CreateValueCallback make = new(make);

    /// <summary>What was made of the catalogue, or is made now.</summary>
    public T Of(FactCatalogue facts) => made.GetValue(facts, make);
}
