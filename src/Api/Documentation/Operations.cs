using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>The parts of the document, and the parameters that many routes take.</summary>
internal static class Operations
{
    public static readonly ToldParameter Language = new("Accept-Language", ParameterLocation.Header, "zh-CN for Chinese; English otherwise.", Text());

    public static readonly ToldParameter Limit = new("limit", ParameterLocation.Query, "How many items, 1 to 500; 100 where left out.", Of(JsonSchemaType.Integer));

    public static readonly ToldParameter Cursor = new("cursor", ParameterLocation.Query, "The member next of the page before.", Text());

    public static readonly ToldParameter Key = new(
        "Idempotency-Key", ParameterLocation.Header, "A name for this call, 1 to 255 visible ASCII characters: sent again within seven days with the same body, the first answer is repeated and nothing is done twice.", Text());

    public static readonly ToldParameter IfMatch = new("If-Match", ParameterLocation.Header, "The ETag of the version to replace, or * for any.", Text());

    public static readonly ToldParameter IfNoneMatch = new("If-None-Match", ParameterLocation.Header, "* to create only.", Text(), Example: "*");

    public static IReadOnlyList<(string Name, string Description)> Tags { get; } =
    [
        ("Classify", "Decide without storing: which class, why, and what is missing."),
        ("Catalogue", "The facts a rule may read and the policies in force."),
        ("Policies", "What is proved of policies before they are stored."),
        ("Simulation", "What a changed policy would do to the customers on file."),
        ("Customers", "Customers on file: snapshots by date, with everything that was known when."),
        ("Standards", "What the bank owes the customers of each class, the duties that follow, and the calendar they are kept by."),
        ("Duties", "What every customer on file is owed, what was done, and whether it was kept."),
        ("Cases", "Requests and complaints, from the counter to the follow-up."),
        ("Surveys", "Whether customers are satisfied, what could be improved, and what they buy."),
        ("Evaluation", "Whether what is done pays."),
        ("Runs", "The whole portfolio decided at once, what changed since the run before, and the feed that says so."),
        ("Outlets", "The bank's outlets, and where they belong."),
        ("Service", "Health and version."),
    ];
}
