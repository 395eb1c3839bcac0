using FsCheck.Fluent;
using static Kehu.Properties.Simulations.SimulationGenerators;

namespace Kehu.Properties.Simulations;

/// <summary>Customers in columns are the customers that were put in, and are decided as they are one by one.</summary>
public sealed class BlockLaws
{
    [Law]
    public Property A_column_holds_what_was_put_in() =>
        Law.ForAll(
            from rows in Gen.Choose(1, 200)
            from low in Gen.Elements(0L, -5L, 700_000L, long.MinValue, Money.Limit.Fen)
            from bits in Gen.Choose(0, 63)
            from draws in Gen.Choose(0, int.MaxValue).ArrayOf(2 * rows)
            from percent in Gen.Elements(0, 1, 50, 100)
            from unknown in Gen.Choose(1, 100).ArrayOf(rows)
            select (low, bits, draws, unknown: unknown.Select(one => one <= percent).ToArray()),
            drawn =>
            {
                var rows = drawn.unknown.Length;
                var values = Enumerable.Range(0, rows).Select(row => unchecked(drawn.low + (long)((((ulong)drawn.draws[row] << 33) | (uint)drawn.draws[row + rows]) & ((1UL << drawn.bits) - 1)))).ToArray();
                var known = new ulong[Bits.Words(rows)];
                foreach (var row in Enumerable.Range(0, rows).Where(row => !drawn.unknown[row]))
                {
                    Bits.Set(known, row);
                }

                var column = Column.Of(values, known);
                var (read, marked) = (new long[3 * rows], new ulong[known.Length]);
                column.Read(read, 3, rows);
                column.MarkUnknown(marked);
                return Enumerable.Range(0, rows).All(row =>
                    column.TryGet(row, out var value) != drawn.unknown[row]
                    && Bits.Has(marked, row) == drawn.unknown[row]
                    && (drawn.unknown[row] || (value == values[row] && read[3 * row] == values[row])));
            });

    [Law]
    public Property A_block_gives_back_its_customers() =>
        Law.ForAll(
            from day in Days
            from customers in Customers(day, 12)
            select customers,
            customers => customers.Blocks(5).All(block =>
                block.Customers.SequenceEqual(customers.Filter(customer => block.Find(customer.Id) >= 0).OrderBy(customer => customer.Id, StringComparer.Ordinal))
                && block.Latest == block.Customers.Max(customer => customer.AsOf)
                && Enumerable.Range(0, block.Count).All(row => block.Find(block.IdOf(row)) == row && block.Find(block.IdOf(row) + "_") < 0))
                && customers.Blocks(5).Sum(block => block.Count) == customers.Count);

    [Law(1_500)]
    public Property A_block_decides_what_classify_decides() =>
        Law.ForAll(
            from pair in Pairs
            from day in Days
            from customers in Customers(day, 12)
            select (pair.Candidate, day, customers),
            drawn => drawn.customers.Blocks().All(block =>
            {
                var answers = new byte[block.Count];
                using var reading = new BlockReading(block, drawn.Candidate, drawn.day);
                reading.Decide(answers);
                return block.Customers.Select((customer, row) => (customer, row)).All(one => answers[one.row] == Plainly(one.customer.Customer, drawn.Candidate, drawn.day));
            }));

    private static int Plainly(Customer customer, CompiledPolicy policy, DateOnly day) => customer.By(policy, day, ask: false).Outcome switch
    {
        Outcome.Decided(_, var place) => place,
        Outcome.Open => PlacementOrder.Open,
        Outcome.NotApplicable => PlacementOrder.NotApplicable,
    };
}
