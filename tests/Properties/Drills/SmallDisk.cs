using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Kehu.Properties.Drills;

/// <summary>
/// A small disk for one process: a mount in memory over a folder, which that process alone sees and which goes with it. Needs Linux and the right to make
/// namespaces; where a machine does not give it, the drills that need one are passed over and say so.
/// </summary>
internal sealed class SmallDisk(string folder, int kilobytes, bool readOnly = false)
{
    private static readonly Lazy<bool> Allowed = new(Try);

    /// <summary>Why there can be none here; null where there can.</summary>
    public static string? Missing => Allowed.Value ? null : "this machine does not let a test mount a disk of its own (unshare -Urm and mount are needed)";

    /// <summary>The folder it lies over.</summary>
    public string Folder => folder;

    /// <summary>The command with the disk around it; the process keeps its number.</summary>
    public string[] Around(string[] command) =>
    [
        "unshare", "-Urm", "sh", "-c",
        """mount -t tmpfs -o "size=$2k,mode=0700" none "$1" && if [ "$3" = ro ]; then mount -o remount,ro "$1"; fi && shift 3 && exec "$@" """,
        "sh", folder, kilobytes.ToString(CultureInfo.InvariantCulture), readOnly ? "ro" : "rw", .. command,
    ];

    /// <summary>A file on the disk of a process, as seen from outside.</summary>
    public string Seen(int process, string name) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/root{folder}/{name}");

    /// <summary>Runs a command where the process sees its disk.</summary>
    public static async Task Within(int process, params string[] command)
    {
        using var running = Process.Start(new ProcessStartInfo(
            "nsenter", ["--target", process.ToString(CultureInfo.InvariantCulture), "--user", "--mount", "--preserve-credentials", .. command])
        {
            UseShellExecute = false,
        })!;
        await running.WaitForExitAsync();
        Assert.Equal(0, running.ExitCode);
    }

    /// <summary>Writes until nothing more fits; what the file takes is all the room there was.</summary>
    public static void Fill(string path)
    {
        using var ballast = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                ballast.Write(block);
            }
        }
        catch (IOException)
        {
            return;
        }
    }

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("disk"));
        try
        {
            var command = new SmallDisk(folder.File("disk"), 64).Around(["true"]);
            using var trial = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, UseShellExecute = false })!;
            return trial.WaitForExit(10_000) && trial.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A drill that needs a small disk; passed over, with the reason, where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DiskFactAttribute : FactAttribute
{
    public DiskFactAttribute() => Skip = SmallDisk.Missing;
}
