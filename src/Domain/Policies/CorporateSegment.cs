using static Kehu.Domain.Author;
using static Kehu.Domain.EnterpriseFacts;
using static Kehu.Domain.SharedFacts;

namespace Kehu.Domain;

/// <summary>Corporate and institutional customers with and without loans, by market. Source 004, 银行公司机构客户细分及差别化服务方案 一（一）.</summary>
public static class CorporateSegment
{
    public static readonly PolicyId Id = new("corporate-segment");

    private static readonly Citation Source = Citation.From("004", "银行公司机构客户细分及差别化服务方案 一（一）分类");

    /// <summary>The smallest balance there is: one fen.</summary>
    private static readonly Criterion HasLoan = Loans.AtLeast(new Money(1), Source);

    private static readonly Criterion Company = Sector.OneOf(Source, "company");

    public static Policy Policy { get; } =
        Begin(Id, "Corporate segments", "公司机构客户分类", Ordering.Nominal, For(CustomerKind.Enterprise), Source)
            .Then(Class("has-loan-traditional", "Traditional company with loans", "传统公司客户（有贷户）"), Borrower("traditional"))
            .Then(Class("has-loan-emerging", "Emerging-market company with loans", "新兴市场客户（有贷户）"), Borrower("emerging"))
            .Then(Class("has-loan-real-estate", "Real-estate company with loans", "房地产客户（有贷户）"), Borrower("real-estate"))
            .Then(Class("has-loan-institution", "Institution with loans", "机构类客户（有贷户）"), AllOf(HasLoan, Sector.OneOf(Source, "institution")))
            .Then(Class("no-loan-company", "Company without loans", "公司类无贷户"), AllOf(HasLoan.Not(), Company))
            .Otherwise(Class("no-loan-institution", "Institution without loans", "机构类无贷户"))
            .Reading(
                "A credit balance is read as a loan balance above zero, from one fen on.",
                "“信贷余额”按贷款余额大于零（一分及以上）理解。")
            .Reading(
                "The source divides only companies with loans by market: the market of an institution, and of a company without loans, is not read.",
                "来源仅对有贷的公司类客户按市场细分；机构类客户及无贷公司的所属市场不参与判定。")
            .Reading(
                "A customer is a company or an institution, and a market is traditional, emerging or real estate: "
                    + "the last class is exactly the institutions without loans.",
                "客户非公司类即机构类，市场仅传统、新兴、房地产三种：最后一类恰为机构类无贷户。");

    private static Criterion Borrower(string market) => AllOf(HasLoan, Company, Market.OneOf(Source, market));
}
