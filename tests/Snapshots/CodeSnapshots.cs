using Kehu.Shared;
using VerifyXunit;

namespace Kehu.Snapshots;

/// <summary>The codes of every enumeration: clients and stores hold them, so that a change of one breaks both.</summary>
public sealed class CodeSnapshots
{
    [Xunit.Fact]
    public async Task The_codes_are_these() =>
        await Verifier.Verify(string.Concat(EnumCodes.All.Select(codes =>
            $"{codes.Name}\n{string.Concat(codes.Members.Select(member => $"  {member.Member}: {member.Code}\n"))}")));
}
