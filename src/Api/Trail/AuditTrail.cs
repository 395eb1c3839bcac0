using System.Security.Cryptography;
using LanguageExt;

namespace Kehu.Api;

/// <summary>
/// Makes the entries of the audit: the writes that tell of a change, for the unit that does it, so that there is never one without the other.
/// The store links them as it does the units.
/// </summary>
internal sealed class AuditTrail(Moments moments, TimeProvider time)
{
    /// <summary>By less a clock may be behind because much was recorded at once (house).</summary>
    private static readonly TimeSpan LeastTold = TimeSpan.FromMilliseconds(10);

    /// <summary>The writes that tell of a deed, which was answered with a status; its moment is the one that the unit records, or now.</summary>
    public IReadOnlyList<Write> Told(AuditOrigin origin, Deed deed, int status, IEnumerable<Write> unit)
    {
        var at = unit.OfType<Write.Moment>().Select(moment => (DateTime?)moment.At).FirstOrDefault() ?? moments.Now;
        var entry = AuditEntry.Of(origin, at, deed.Subject, status) with
        {
            Clock = Clock(at),
            Record = deed.Record,
            Customer = deed.Customer,
            Counts = deed.Counts,
            Taken = deed.Taken,
        };
        return deed.Text.Match(Some: text => Told(entry, text, deed.Customer), None: () => [Line(entry)]);
    }

    private static IReadOnlyList<Write> Told(AuditEntry entry, AuditText text, Option<string> customer)
    {
        var (id, salted) = (RandomNumberGenerator.GetHexString(32, lowercase: true), Salted(text.Bytes));
        return [Line(entry with { Text = AuditMark.Of(id, salted) }), AuditRows.ToWrite(id, salted, customer)];
    }

    private static byte[] Salted(byte[] text)
    {
        var salted = new byte[AuditMark.SaltBytes + text.Length];
        RandomNumberGenerator.Fill(salted.AsSpan(0, AuditMark.SaltBytes));
        text.CopyTo(salted, AuditMark.SaltBytes);
        return salted;
    }

    private static Write Line(AuditEntry entry) => new Write.Append(Tables.Audit, AuditRows.ToBody(entry));

    /// <summary>What the clock says, where it is behind the moment.</summary>
    private Option<DateTime> Clock(DateTime at) => time.GetUtcNow().UtcDateTime is var now && at - now >= LeastTold ? now : Option<DateTime>.None;
}
