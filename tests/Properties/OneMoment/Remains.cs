using System.Text;
using Kehu.Shared;

namespace Kehu.Properties.OneMoment;

/// <summary>All that a service holds, to be looked through for what should be gone.</summary>
internal static class Remains
{
    /// <summary>The bodies of all rows and lines.</summary>
    public static async Task<string> Rows(IStore store)
    {
        var all = new StringBuilder();
        foreach (var table in Tables.Schema.Tables.Keys)
        {
            await foreach (var row in store.Range(table, "", "", default))
            {
                all.Append(table).Append(' ').Append(row.Id).Append(' ').Append(Encoding.UTF8.GetString(row.Body)).Append('\n');
            }
        }

        foreach (var log in Tables.Schema.Logs)
        {
            await foreach (var line in store.Read(log, 0, default))
            {
                all.Append(log).Append(' ').Append(line.Seq).Append(' ').Append(Encoding.UTF8.GetString(line.Body)).Append('\n');
            }
        }

        return all.ToString();
    }

    /// <summary>All that stands in the files of the service.</summary>
    public static async Task<string> Files(RunningService service)
    {
        var (all, waiting) = (new StringBuilder(), new Queue<string>(Directory.GetFiles(service.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is not (".lock" or ".copy"))));
        while (waiting.TryDequeue(out var file))
        {
            try
            {
                await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                await from.CopyToAsync(bytes);
                all.Append(Encoding.Latin1.GetString(bytes.ToArray()));
            }
            catch (FileNotFoundException)
            {
                // It went between listing and reading.
            }
            catch (IOException held) when (StoreLock.IsHeld(held))
            {
                // It is being written over.
                waiting.Enqueue(file);
                await Task.Delay(5);
            }
        }

        return all.ToString();
    }
}
