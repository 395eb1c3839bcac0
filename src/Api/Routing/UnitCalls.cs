using LanguageExt;

namespace Kehu.Api;

/// <summary>Calls that ask for a unit of the bank: which outlets it means is read off the register of units, as it is now.</summary>
internal static class UnitCalls
{
    /// <summary>Answers of the outlets that the parameters ask for (none: of all), or says that there is no such unit.</summary>
    public static Task<IResult> Of(this Call call, Option<UnitAsked> asked, Func<Option<OutletsAsked>, Task<IResult>> answer) =>
        call.Of(asked, name => new Place.Parameter(name), (outlets, _) => answer(outlets));

    /// <summary>The same with the registers off which that was read: whatever else is told of them is of the same moment.</summary>
    public static Task<IResult> OfBank(this Call call, Option<UnitAsked> asked, Func<Option<OutletsAsked>, Organisation, Task<IResult>> answer) =>
        call.Of(asked, name => new Place.Parameter(name), answer);

    /// <summary>The same of members of the body.</summary>
    public static Task<IResult> OfSent(this Call call, Option<UnitAsked> asked, Func<Option<OutletsAsked>, Task<IResult>> answer) =>
        call.Of(asked, name => new Place.Pointer(Place.Pointer.Token(name)), (outlets, _) => answer(outlets));

    private static async Task<IResult> Of(
        this Call call, Option<UnitAsked> asked, Func<string, Place> at, Func<Option<OutletsAsked>, Organisation, Task<IResult>> answer)
    {
        var bank = await call.Http.RequestServices.GetRequiredService<OrganisationArchive>().Current(call.Stop);
        if (asked.Case is not UnitAsked unit)
        {
            return await answer(Option<OutletsAsked>.None, bank);
        }

        return await bank.Meant(unit, call.Sees).MatchAsync<IResult>(
            Left: unknown => Problem.Refused(new Fault("unit.unknown", at(unit.Level.Member()), unknown)),
            RightAsync: meant => answer(meant, bank));
    }
}
