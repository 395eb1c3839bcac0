using FsCheck.Fluent;

namespace Kehu.Properties;

/// <summary>Portions hold all rows in their order, and never much.</summary>
public sealed class RowPortionLaws
{
    [Law]
    public Property All_rows_in_order_and_no_portion_beyond_its_bounds() =>
        Law.ForAll(
            from sizes in Gen.Choose(0, 5).ListOf()
            from most in Gen.Choose(1, 4)
            from bytes in Gen.Choose(0, 9)
            select (sizes, most, bytes),
            async drawn =>
            {
                Row[] rows = [.. drawn.sizes.Select((size, at) => new Row($"{at:D3}", 1, new byte[size]))];
                var portions = await rows.ToAsyncEnumerable().Portions(drawn.most, drawn.bytes, row => row.Body.Length).ToListAsync();
                return portions.SelectMany(portion => portion).SequenceEqual(rows)
                    && portions.All(portion => portion.Count > 0 && portion.Count <= drawn.most && portion.SkipLast(1).Sum(row => row.Body.Length) <= drawn.bytes)
                    && portions.SkipLast(1).All(portion => portion.Count == drawn.most || portion.Sum(row => row.Body.Length) > drawn.bytes);
            });
}
