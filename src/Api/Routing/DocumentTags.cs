namespace Kehu.Api;

/// <summary>The parts of the document, in their order.</summary>
internal static class DocumentTags
{
    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        ("Classify", "Decide without storing: which class, why, and what is missing."),
        ("Catalogue", "The facts a rule may read and the policies in force."),
        ("Policies", "What is proved of policies before they are stored."),
        ("Simulation", "What a changed policy would do to the customers on file."),
        ("Customers", "Customers on file: snapshots by date, with everything that was known when."),
        ("Consents", "What customers allow and do not: a log of what they said, from which every list is judged."),
        ("Standards", "What the bank owes the customers of each class, the duties that follow, and the calendar they are kept by."),
        ("Duties", "What every customer on file is owed, what was done, and whether it was kept."),
        ("Cases", "Requests and complaints, from the counter to the follow-up."),
        ("Surveys", "Whether customers are satisfied, what could be improved, and what they buy."),
        ("Evaluation", "Whether what is done pays."),
        ("Runs", "The whole portfolio decided at once, what changed since the run before, and the feed that says so."),
        ("Access", "Who calls, and the keys with which callers come."),
        ("Outlets", "The bank's outlets, and where they belong."),
        ("Organisation", "The bank's units in their tree, and who works there."),
        ("Audit", "Who changed what, and whether that is as it was written."),
        ("Service", "Health and version."),
    ];
}
