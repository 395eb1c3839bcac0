using Kehu.Api.Contracts.Json;
using Kehu.Domain;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Kehu.Api.Contracts;

/// <summary>A call that opens a case. No id: the service makes one; no moment: now.</summary>
internal readonly record struct CaseOpening(string? Id, CustomerId Customer, CaseType Type, CaseSubject Subject, Urgency Urgency, string Text, DateTime? At);

/// <summary>A call that does something with a case: what, once it is known when. No moment: now.</summary>
internal readonly record struct CaseDoing(Func<DateTime, CaseCommand> Command, DateTime? At);

/// <summary>What is asked of cases, on the wire.</summary>
internal static class CaseRequests
{
    private static readonly JsonMembers OpeningMembers = new("id?", "customer", "type", "subject", "urgency?", "text", "at?");

    private static readonly JsonMembers DoingMembers = new("event", "handler?", "handledBy?", "step?", "note?", "reason?", "at?");

    private static readonly NameTable Types = NameTable.Of<CaseType>(type => type.Code());

    private static readonly NameTable Subjects = NameTable.Of<CaseSubject>(subject => subject.Code());

    private static readonly NameTable Urgencies = NameTable.Of<Urgency>(urgency => urgency.Code());

    private static readonly NameTable Steps = NameTable.Of<CaseStep>(step => step.Code());

    private static readonly NameTable Handlers = NameTable.Of<Role>(role => role.Code());

    private static readonly NameTable Events = new("acknowledge", "step", "close", "reopen");

    /// <summary>The members that each event has beside the moment, and whether it needs them.</summary>
    private static readonly (int Member, bool Needed)[][] MembersOf = [[(Handler, true), (HandledBy, false)], [(Step, true), (Note, false)], [], [(Reason, true)]];

    private const int Handler = 1;
    private const int HandledBy = 2;
    private const int Step = 3;
    private const int Note = 4;
    private const int Reason = 5;

    /// <summary>A case to open, or all that is wrong with it.</summary>
    public static IReadOnlyList<Fault> ReadOpening(ReadOnlySpan<byte> body, out CaseOpening request)
    {
        var cursor = new JsonCursor(body);
        request = default;
        if (cursor.StartObject())
        {
            var seen = default(MemberSet);
            while (cursor.NextMember(OpeningMembers, ref seen, out var member))
            {
                request = member switch
                {
                    0 => request with { Id = ReadId(ref cursor, text => CaseId.From(text).Map(id => id.Value)) },
                    1 => request with { Customer = ReadCustomer(ref cursor) },
                    2 => request with { Type = (CaseType)ReadCode(ref cursor, Types) },
                    3 => request with { Subject = (CaseSubject)ReadCode(ref cursor, Subjects) },
                    4 => request with { Urgency = (Urgency)ReadCode(ref cursor, Urgencies) },
                    5 => request with { Text = ReadText(ref cursor, CaseHandling.LongestText) },
                    _ => request with { At = MomentJson.Read(ref cursor) },
                };
            }
        }

        return cursor.Finish();
    }

    /// <summary>Something to do with a case, or all that is wrong with it.</summary>
    public static IReadOnlyList<Fault> ReadDoing(ReadOnlySpan<byte> body, out CaseDoing request)
    {
        var cursor = new JsonCursor(body);
        request = default;
        if (cursor.StartObject())
        {
            var (what, handler, by, step, note, reason) = (-1, "", Option<Role>.None, default(CaseStep), "", "");
            DateTime? at = null;
            var seen = default(MemberSet);
            while (cursor.NextMember(DoingMembers, ref seen, out var member))
            {
                switch (member)
                {
                    case 0: cursor.ReadCode(Events, out what); break;
                    case Handler: handler = ReadText(ref cursor, CaseHandling.LongestName); break;
                    case HandledBy: by = Some((Role)ReadCode(ref cursor, Handlers)); break;
                    case Step: step = (CaseStep)ReadCode(ref cursor, Steps); break;
                    case Note: note = ReadText(ref cursor, CaseHandling.LongestText); break;
                    case Reason: reason = ReadText(ref cursor, CaseHandling.LongestText); break;
                    default: at = MomentJson.Read(ref cursor); break;
                }
            }

            if (what >= 0)
            {
                ReportMembers(ref cursor, what, seen);
            }

            request = new CaseDoing(
                what switch
                {
                    0 => moment => new CaseCommand.Acknowledge(moment, handler, by),
                    1 => moment => new CaseCommand.Step(moment, step, note),
                    2 => moment => new CaseCommand.Close(moment),
                    _ => moment => new CaseCommand.Reopen(moment, reason),
                },
                at);
        }

        return cursor.Finish();
    }

    /// <summary>What the event lacks, and what it has that belongs to another.</summary>
    private static void ReportMembers(ref JsonCursor cursor, int what, in MemberSet seen)
    {
        for (var member = Handler; member <= Reason; member++)
        {
            var name = DoingMembers.Names[member];
            var place = System.Array.FindIndex(MembersOf[what], known => known.Member == member);
            if (place >= 0 && MembersOf[what][place].Needed && !seen.Contains(member))
            {
                cursor.FaultOf(name, "json.missing-member", $"the member '{name}' is needed for '{Events[what]}'", $"“{Events[what]}”缺少成员“{name}”");
            }
            else if (place < 0 && seen.Contains(member))
            {
                cursor.FaultOf(name, "case.member", $"'{Events[what]}' has no member '{name}'; leave it out", $"“{Events[what]}”没有成员“{name}”，请省略");
            }
        }
    }

    private static CustomerId ReadCustomer(ref JsonCursor cursor)
    {
        var text = ReadId(ref cursor, text => CustomerId.From(text).Map(id => id.Value));
        return text is null ? default : CustomerId.From(text).IfFail(default(CustomerId));
    }

    private static string? ReadId(ref JsonCursor cursor, Func<string, Validation<Fault, string>> grammar)
    {
        if (cursor.ReadString(4_096) is not { } text)
        {
            return null;
        }

        var id = grammar(text);
        foreach (var fault in id.Match(Succ: _ => Seq<Fault>(), Fail: faults => faults))
        {
            cursor.Fault(fault.Code, fault.Detail.En, fault.Detail.Zh);
        }

        return id.IsSuccess ? text : null;
    }

    /// <summary>The number of a code; 0 where a fault was reported.</summary>
    private static int ReadCode(ref JsonCursor cursor, NameTable codes) => cursor.ReadCode(codes, out var index) ? index : 0;

    /// <summary>A text that is not empty or all blanks; empty where a fault was reported.</summary>
    private static string ReadText(ref JsonCursor cursor, int longest)
    {
        var text = cursor.ReadString(longest);
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            cursor.Fault("json.empty", "a text is not empty", "文本不得为空");
        }

        return text ?? "";
    }
}
