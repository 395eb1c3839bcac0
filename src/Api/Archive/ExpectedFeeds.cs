using LanguageExt;

namespace Kehu.Api;

/// <summary>The feeds that a bank expects, by source.</summary>
internal sealed record ExpectedFeeds(Arr<ExpectedFeed> All);
