using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api;

/// <summary>What is to be done about keys.</summary>
internal abstract record KeyOrder
{
    private KeyOrder()
    {
    }

    /// <summary>To make one.</summary>
    public sealed record Add(AccessKeyRequest Asked) : KeyOrder;

    /// <summary>To list all.</summary>
    public sealed record List : KeyOrder;

    /// <summary>To revoke one.</summary>
    public sealed record Revoke(string Id) : KeyOrder;
}

/// <summary>How it is asked for on the command line.</summary>
internal static class KeyForms
{
    private const string Action = "ACTION";
    private const string Person = "--person";
    private const string System = "--system";
    private const string Roles = "--roles";
    private const string Scope = "--scope";
    private const string Expires = "--expires";
    private const string Id = "--id";

    private static readonly ArgumentForm<string> CodeForm = new(
        new Label("a code of letters, digits, '-', '_', '.'", "由字母、数字、“-”、“_”、“.”组成的代码"), text => Codes.IsCode(text, 64) ? Some(text) : None);

    private static readonly ArgumentForm<AccessRoles> RolesForm = new(
        new Label(
            $"roles with commas between: {string.Join(", ", Enum.GetValues<AccessRole>().Select(role => role.Code()))}",
            $"以逗号分隔的角色：{string.Join("、", Enum.GetValues<AccessRole>().Select(role => role.Code()))}"),
        text => toArray(text.Split(',').Select(Role)).Sequence().Map(roles => roles.Together()));

    private static readonly ArgumentForm<DateOnly> DateForm = new(
        new Label("a date yyyy-MM-dd", "日期 yyyy-MM-dd"),
        text => IsoDate.TryRead(global::System.Text.Encoding.UTF8.GetBytes(text), out var day) ? Some(day) : None);

    /// <summary>The action, and what goes with it.</summary>
    public static Arguments<KeyOrder> All { get; } =
        Arguments.Operand(Action, new Label("add, list or revoke", "add、list 或 revoke"))
            .And(Arguments.Maybe(Person, "CODE", new Label("add: the person who is to have the key", "add：持有密钥的人员"), CodeForm))
            .And(Arguments.Maybe(System, "CODE", new Label("add: the system that is to have it", "add：持有密钥的系统"), CodeForm))
            .And(Arguments.Maybe(Roles, "ROLES", new Label("add: what the caller may be", "add：调用方的角色"), RolesForm))
            .And(Arguments.Maybe(
                Scope, "UNIT", new Label("add: the unit whose customers it sees; the whole bank unless it is named", "add：可查看客户的机构；省略时为全行"), CodeForm))
            .And(Arguments.Maybe(Expires, "DATE", new Label("add: the first day on which it no longer counts", "add：失效首日"), DateForm))
            .And(Arguments.Maybe(Id, "ID", new Label("revoke: the id of the key", "revoke：密钥编号"), CodeForm))
            .Bind(given => Read(
                given.Item1.Item1.Item1.Item1.Item1.Item1,
                new AccessKeyRequest(
                    given.Item1.Item1.Item1.Item1.Item1.Item2,
                    given.Item1.Item1.Item1.Item1.Item2,
                    given.Item1.Item1.Item1.Item2.IfNone(AccessRoles.None),
                    given.Item1.Item1.Item2,
                    given.Item1.Item2),
                given.Item2));

    private static Validation<Label, KeyOrder> Read(string action, AccessKeyRequest asked, Option<string> id) => action switch
    {
        "add" => AccessKeyRequest.FaultsOf(asked) is { IsEmpty: false } faults
            ? Validation<Label, KeyOrder>.Fail(faults.Map(fault => fault.Detail).Strict())
            : new KeyOrder.Add(asked),
        "list" => new KeyOrder.List(),
        "revoke" => id.Match<Validation<Label, KeyOrder>>(
            Some: one => new KeyOrder.Revoke(one), None: () => new Label($"{Id} is needed: the id of the key", $"必须提供 {Id}：密钥编号")),
        _ => new Label($"{Action} is add, list or revoke, not '{action}'", $"{Action} 须为 add、list 或 revoke，而不是“{action}”"),
    };

    private static Option<AccessRole> Role(string text) => toArray(Enum.GetValues<AccessRole>()).Find(role => role.Code() == text.Trim());
}
