using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Cli.Terminal;
using ChatLineage.Testing.Chat;
using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.Cli.Tests.Terminal;

/// <summary>A terminal in memory: typed lines, and what the screen shows.</summary>
internal sealed class TerminalStage : PlatformStage
{
    private int _added;
    private readonly TypedInput _input = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _notices = new() { NewLine = "\n" };

    public TerminalStage(TerminalTraits? traits = null)
    {
        Screen = new TerminalScreen(_input, _output, _notices, traits ?? TerminalTraits.Piped);
        Interrupts = new Interrupts(Screen.Notice);
        Commands = new TerminalCommands(Screen, Memory, name => name == "Vicuna" ? "Vicuna\n  comes from LLaMA" : throw new CommandException($"No note is named '{name}'."));
        Platform = new TerminalPlatform(Screen, Commands, Interrupts, new FakeTimeProvider());
    }

    public override IChatPlatform Platform { get; }

    public TerminalScreen Screen { get; }

    public TerminalCommands Commands { get; }

    public Interrupts Interrupts { get; }

    public ChatMemory Memory { get; } = new();

    public string Output => _output.ToString();

    public string Notices => _notices.ToString();

    public override string Visible => Output;

    public override void Ask(string text) => _input.Type(text);

    public override void Withdraw(string question) => Assert.True(Interrupts.Press());

    /// <summary>The input ends.</summary>
    public void Close() => _input.Close();

    /// <summary>Puts answers into the conversation, as if they had been given.</summary>
    public async Task AddTurnsAsync(params ImmutableArray<Answer> answers)
    {
        foreach (var answer in answers)
            await Memory.AddAnswerAsync(
                new StoredAnswer($"{_added++:x32}", TerminalPlatform.Conversation, $"added-{_added}", new Turn(answer.Question, answer), DateTimeOffset.UnixEpoch), CancellationToken.None);
    }

    public override ValueTask DisposeAsync()
    {
        Interrupts.Dispose();
        return base.DisposeAsync();
    }
}
