namespace Kehu.Api;

/// <summary>
/// Says how far a command has come: on a terminal one line written over and over, elsewhere plain lines, few enough for a log; and one at the
/// end of every stage. The clock is handed in.
/// </summary>
internal sealed class ProgressLines
{
    /// <summary>How often a terminal's line is written over (house).</summary>
    public static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);

    /// <summary>How far apart plain lines are (house).</summary>
    public static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private readonly TextWriter output;
    private readonly bool terminal;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();

    /// <summary>Lines for a terminal or for something else, by a clock.</summary>
    public ProgressLines(TextWriter output, bool terminal, TimeProvider clock) => (this.output, this.terminal, this.clock) = (output, terminal, clock);

    /// <summary>Begins a stage and says how far it is until it is disposed.</summary>
    public IDisposable Begin(Stage stage) => new Running(this, stage);

    private sealed class Running : IDisposable
    {
        private readonly ProgressLines lines;
        private readonly Stage stage;
        private readonly long began;
        private readonly ITimer timer;
        private int written;
        private bool ended;

        public Running(ProgressLines lines, Stage stage)
        {
            (this.lines, this.stage, began) = (lines, stage, lines.clock.GetTimestamp());
            var apart = lines.terminal ? OnTerminal : Elsewhere;
            timer = lines.clock.CreateTimer(_ => Say(atEnd: false), null, apart, apart);
        }

        private TextWriter Output => lines.output;

        public void Dispose()
        {
            timer.Dispose();
            Say(atEnd: true);
        }

        /// <summary>One at a time; a tick that comes late says nothing.</summary>
        private void Say(bool atEnd)
        {
            lock (lines.gate)
            {
                if (ended)
                {
                    return;
                }

                ended = atEnd;
                var (done, elapsed) = (stage.SoFar(), lines.clock.GetElapsedTime(began));
                Write(atEnd ? ProgressText.AtEnd(stage, done, elapsed) : ProgressText.During(stage, done, elapsed));
            }
        }

        /// <summary>On a terminal over the line before, the rest of which is blanked out.</summary>
        private void Write(string line)
        {
            if (!lines.terminal)
            {
                Output.WriteLine(line);
                return;
            }

            Output.Write($"\r{line.PadRight(written)}{(ended ? Environment.NewLine : "")}");
            written = line.Length;
        }
    }
}
