using LanguageExt;

namespace Kehu.Api;

/// <summary>What a register has under a code, and how it is told and kept: entering and striking off are the same for every register.</summary>
/// <param name="Codec">Its JSON.</param>
/// <param name="Subject">What the audit calls it.</param>
/// <param name="Code">Under which code.</param>
/// <param name="Address">Where it is found.</param>
/// <param name="Found">What the register has now.</param>
internal sealed record Entry<T>(ContractCodec<T> Codec, string Subject, string Code, string Address, Option<T> Found)
    where T : class
{
    /// <summary>The customer whose it is, in the version that was read: it is changed only while that is on file. None of what is of nobody.</summary>
    public Option<AboutCustomer> Customer { get; init; }

    private Option<string> Version => Found.Map(found => ContentVersion.Of(Codec, found));

    /// <summary>What entering a value comes to: nothing where the register has it so already.</summary>
    public Either<Problem, Effect> Enter(T sent, Precondition demanded, Func<Either<Problem, Arr<Write>>> writes) =>
        !demanded.IsMetBy(Version) ? demanded.Unmet(Found.IsSome)
        : Found == Prelude.Some(sent) ? Effect.Nothing(Answer(sent, StatusCodes.Status200OK))
        : writes().Map(unit => new Effect(
            unit,
            Answer(sent, Found.IsSome ? StatusCodes.Status200OK : StatusCodes.Status201Created),
            Told(AuditText.OfMembers(Body(Found), Body(sent)))));

    /// <summary>What striking it off comes to.</summary>
    public Either<Problem, Effect> Strike(Precondition demanded, Func<Problem> absent, Func<T, Either<Problem, Arr<Write>>> writes) => Found.Match(
        None: () => absent(),
        Some: found => !demanded.IsMetBy(Version)
            ? demanded.Unmet(isThere: true)
            : writes(found).Map(unit => new Effect(
                unit, KeptAnswer.Nothing with { Customer = Customer }, Told(AuditText.OfMembers(Body(Found), default)))));

    private Deed Told(AuditText text) => new(Subject, Code, Customer.Map(customer => customer.Id), text);

    private byte[] Body(Option<T> value) => value.Map(one => WireJson.Bytes(json => Codec.Write(json, one))).IfNone([]);

    private KeptAnswer Answer(T sent, int status) => KeptAnswer.Json(status, json => Codec.Write(json, sent)) with
    {
        ETag = ETags.Of(ContentVersion.Of(Codec, sent)),
        Location = status == StatusCodes.Status201Created ? Prelude.Some(Address) : Prelude.None,
        Customer = Customer,
    };
}
