namespace Kehu.Domain;

/// <summary>A key that is asked for: for a person or a system, with roles, of the whole bank or of what lies under a unit.</summary>
public sealed record AccessKeyRequest(Option<string> Person, Option<string> System, AccessRoles Roles, Option<string> Unit, Option<DateOnly> Expires)
{
    private static readonly Field<Option<string>, string> OfScope = Fields<Option<string>>.Needed(
        "unit", Forms.Unit, unit => unit.IfNone(""), (_, code) => Some(code));

    private static readonly Field<AccessKeyRequest, string> OfPerson = Fields<AccessKeyRequest>.Optional(
        "person", Forms.Unit, asked => asked.Person, (asked, code) => asked with { Person = code }) with
    { Says = "The code of the person in the register of staff." };

    private static readonly Field<AccessKeyRequest, string> OfSystem = Fields<AccessKeyRequest>.Optional(
        "system", Forms.Unit, asked => asked.System, (asked, code) => asked with { System = code }) with
    { Says = "The code of the system." };

    private static readonly Field<AccessKeyRequest, Arr<AccessRole>> OfRoles = Fields<AccessKeyRequest>.Needed(
        "roles",
        Forms.Several<AccessRole>(AccessRoleCodes.Code),
        asked => asked.Roles.OneByOne(),
        (asked, roles) => asked with { Roles = roles.Together() });

    private static readonly Field<AccessKeyRequest, Option<string>> ScopeField = Fields<AccessKeyRequest>.Optional(
        "scope", UnitForm, asked => asked.Unit.Map(Some), (asked, unit) => asked with { Unit = unit }) with
    { Says = "The unit whose customers the caller sees, with all below it; the whole bank where left out." };

    private static Form<Option<string>> UnitForm => new Contract<Option<string>>("A part of the bank.", None, OfScope);

    /// <summary>Roles on the wire.</summary>
    internal static Form<Arr<AccessRole>> RoleCodes => OfRoles.Form;

    /// <summary>The unit of a scope, as it is answered.</summary>
    internal static Form<string> UnitOfScope { get; } =
        Answered<string>.Object("A part of the bank.", Answered<string>.Always("unit", Forms.Plain, unit => unit));

    /// <summary>The request on the wire.</summary>
    public static Contract<AccessKeyRequest> Contract { get; } = new(
        "A key to be made.",
        new AccessKeyRequest(None, None, AccessRoles.None, None, None),
        OfPerson,
        OfSystem,
        OfRoles,
        ScopeField,
        Fields<AccessKeyRequest>.Optional("expires", Forms.Day, asked => asked.Expires, (asked, day) => asked with { Expires = day }) with
        { Says = "The first day on which it no longer counts." })
    {
        Name = "AccessKeyRequest",
        Rules = Array(
            new Rule<AccessKeyRequest>(Arr<Field<AccessKeyRequest>>.Empty, asked => asked.Person.IsSome != asked.System.IsSome ? Seq<Fault>() : Seq1(Fault.At(
                "", "key.holder", "name either the person or the system that holds the key", "请给出持有密钥的 person 或 system 之一"))),
            new Rule<AccessKeyRequest>(Array<Field<AccessKeyRequest>>(OfSystem), asked => !asked.System.Exists(Caller.IsReserved) ? Seq<Fault>()
                : Seq1(OfSystem.Fault("key.reserved-name", "the audit uses this name for the service's own doings; take another", "审计以该名称指称本服务自身；请换用其他名称"))),
            new Rule<AccessKeyRequest>(Array<Field<AccessKeyRequest>>(OfRoles), asked => asked.Roles != AccessRoles.None ? Seq<Fault>() : Seq1(OfRoles.Fault(
                "key.no-role", "name at least one role", "请至少给出一个角色"))),
            new Rule<AccessKeyRequest>(
                Array<Field<AccessKeyRequest>>(OfRoles, OfSystem),
                asked => asked.System.IsNone || (asked.Roles & OfPersons) == AccessRoles.None ? Seq<Fault>() : Seq1(OfRoles.Fault(
                    "key.role-of-persons", "staff and approver are roles of persons, not of systems", "staff、approver 为人员角色，系统不能持有"))),
            new Rule<AccessKeyRequest>(
                Array<Field<AccessKeyRequest>>(OfRoles, ScopeField),
                asked => (asked.Roles & AccessRoleCodes.Scoped) != AccessRoles.None ? Seq<Fault>() : Seq1(ScopeField.Fault(
                    "key.scope-unbound",
                    "none of these roles is bound by a scope: they are of the whole bank; leave scope out",
                    "所列角色均不受范围限制，适用于全行；请省略 scope")))
            {
                Beside = Array<Field<AccessKeyRequest>>(ScopeField),
            }),
    };

    /// <summary>All that is wrong with a request that was not read from JSON.</summary>
    public static Seq<Fault> FaultsOf(AccessKeyRequest asked) => Contract.Rules.ToSeq().Bind(rule =>
        rule.Beside.Contains(ScopeField) && asked.Unit.IsNone ? Seq<Fault>() : rule.Faults(asked));

    /// <summary>A fault of the person.</summary>
    public static Fault OfItsPerson(string code, string en, string zh) => OfPerson.Fault(code, en, zh);

    /// <summary>A fault of the roles.</summary>
    public static Fault OfItsRoles(string code, string en, string zh) => OfRoles.Fault(code, en, zh);

    /// <summary>A fault of the unit.</summary>
    public static Fault OfItsUnit(string code, string en, string zh) => OfScope.Fault(code, en, zh).Under(ScopeField.Pointer);

    /// <summary>What no system can be: it has no customers, and four eyes are about persons.</summary>
    private const AccessRoles OfPersons = AccessRoles.Staff | AccessRoles.Approver;
}
