namespace Kehu.Api;

/// <summary>How the document tells the routes of events of one sort.</summary>
/// <param name="Tag">The part of the document in which they stand.</param>
/// <param name="Schema">What one is called among the schemas.</param>
/// <param name="Lines">An example of lines to import.</param>
/// <param name="Id">An example of an id.</param>
/// <param name="Listed">What those of a customer are.</param>
/// <param name="Found">What one of them is.</param>
/// <param name="TakenBack">What withdrawing one is for.</param>
/// <param name="Correcting">What withdrawing does, and how one is corrected.</param>
internal sealed record EventTexts(string Tag, string Schema, string Lines, string Id, string Listed, string Found, string TakenBack, string Correcting);
