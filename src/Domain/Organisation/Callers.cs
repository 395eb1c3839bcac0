namespace Kehu.Domain;

/// <summary>What callers may be and see, by the registers of units and staff. Source: governance, people, keys, roles.</summary>
public static class Callers
{
    /// <summary>
    /// Whoever comes with a key: a system as the key says; a person as far as the register says so too, on that day. None where it says nothing of the kind.
    /// </summary>
    public static Option<Caller> CallerOf(this Organisation organisation, AccessKey key, DateOnly today)
    {
        if (key.IsSystem)
        {
            return key.Caller;
        }

        var access = organisation.EntryOn(key.Holder, today).Bind(entry => entry.Access);
        return access
            .Map(may => key.Caller with { Roles = key.Roles & may.Roles, Unit = key.Unit || may.Scope })
            .Filter(caller => caller.Roles != AccessRoles.None);
    }

    /// <summary>
    /// The customers that a caller sees where it does what one of some roles may: all of them, or those of the outlets under its unit, or of the managers
    /// for whom it stands. Nobody where its unit or its entry is not on file.
    /// </summary>
    public static AccessScope ScopeOf(this Organisation organisation, Caller caller, AccessRoles needed, DateOnly today)
    {
        if (caller.SeesWholeBank(needed))
        {
            return AccessScope.Bank;
        }

        var roles = caller.Roles & needed;
        var outlets = (roles & AccessRoleCodes.OfUnits) == AccessRoles.None
            ? []
            : caller.Unit.Map(organisation.Units.OutletsUnder).IfNone([]);
        var managers = roles.HasFlag(AccessRoles.Staff) ? organisation.StandsFor(caller.Name, today) : Arr<string>.Empty;
        return AccessScope.Of(toSet(outlets), toSet(managers));
    }

    /// <summary>
    /// All that is wrong with making a key: a person is in the register and may be what the key says there; a unit is on file, within the person's own.
    /// </summary>
    public static Seq<Fault> Faults(this Organisation organisation, AccessKeyRequest asked, DateOnly today)
    {
        var unknown = asked.Unit.Filter(code => organisation.Units.Find(code).IsNone).Map(code => AccessKeyRequest.OfItsUnit(
            "key.unit-unknown", $"there is no unit '{code}'; enter it first", $"没有机构“{code}”；请先登记")).ToSeq();
        if (asked.Person.Case is not string person)
        {
            return unknown;
        }

        var access = organisation.EntryOn(person, today).Bind(entry => entry.Access);
        return unknown + access.Match(
            None: () => Seq1(AccessKeyRequest.OfItsPerson(
                "key.person-unknown",
                $"the register of staff has no entry '{person}' that holds today and has access; enter it first",
                $"员工登记中没有当前有效且可访问的“{person}”；请先登记")),
            Some: may =>
                ((asked.Roles & ~may.Roles) == AccessRoles.None ? Seq<Fault>() : Seq1(AccessKeyRequest.OfItsRoles(
                    "key.role-not-held", $"the entry '{person}' does not have all of these roles", $"“{person}”并不具有全部所列角色")))
                + asked.Unit.Filter(code => unknown.IsEmpty && may.Scope.Exists(own => !organisation.Units.IsWithin(code, own)))
                    .Map(code => AccessKeyRequest.OfItsUnit(
                    "key.unit-outside", $"'{code}' is not within the scope of the entry '{person}'", $"“{code}”不在“{person}”的权限范围内")).ToSeq());
    }
}
