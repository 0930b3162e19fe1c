using System.CommandLine;
using System.Globalization;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Drafting;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary><c>chatlineage knowledge draft &lt;card&gt;</c></summary>
internal static class DraftCommand
{
    private const string Hub = "hf:";
    private const string HubDataset = "hf:datasets/";
    private const int DefaultTimeoutSeconds = 30;
    private const int LongestTimeoutSeconds = 3600;

    public static Command Create()
    {
        var card = new Argument<string>("card") { Description = "The file of a model card or dataset card, hf:owner/name, or hf:datasets/owner/name." };
        var write = new Option<bool>("--write") { Description = "Write the note and its source into the knowledge folder instead of showing them." };
        var knowledge = KnowledgeOption.Create();
        var command = new Command("draft", "Draft a note from a model card or a dataset card; what is inferred stays in comments.") { card, write, knowledge };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(card), parsed.GetValue(write), parsed.GetRequiredValue(knowledge), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string card, bool write, string folder, CancellationToken cancellationToken)
    {
        var notes = KnowledgeOption.Load(folder);
        try
        {
            EntityKind? kind = card.StartsWith(HubDataset, StringComparison.Ordinal) ? EntityKind.Dataset : card.StartsWith(Hub, StringComparison.Ordinal) ? EntityKind.Model : null;
            var fetched = kind is { } known ? await FetchAsync(card, known, cancellationToken) : await ReadAsync(card, cancellationToken);
            var draft = NoteDrafter.Write(notes, fetched, CardReader.Read($"'{card}'", fetched.Text, kind));
            if (write)
                DraftFiles.Write(draft, folder);
            else
                Console.Out.Write($"{draft.Note}\n# Add to {draft.SourcePath}, under 'publisher: {draft.Publisher}' and 'sources:':\n{draft.SourceEntry}");
            foreach (var remark in draft.Remarks)
                await Console.Error.WriteLineAsync($"look at this: {remark}");
            return ExitCode.Done;
        }
        catch (CardException wrong)
        {
            throw new CommandException(wrong.Message, wrong);
        }
    }

    private static async Task<FetchedCard> FetchAsync(string card, EntityKind kind, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Timeout() };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("chatlineage");
        var repository = card[(kind == EntityKind.Dataset ? HubDataset : Hub).Length..];
        return await new HubClient(http, HubEndpoint.Address(HubClient.DefaultEndpoint), HubEndpoint.Token).FetchAsync(repository, kind, cancellationToken);
    }

    // The name and the unit are those of the hub's own library.
    private static TimeSpan Timeout()
    {
        if (Environment.GetEnvironmentVariable("HF_HUB_DOWNLOAD_TIMEOUT") is not { Length: > 0 } given)
            return TimeSpan.FromSeconds(DefaultTimeoutSeconds);
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestTimeoutSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new CommandException($"HF_HUB_DOWNLOAD_TIMEOUT is '{given}'. Give whole seconds from 1 to {LongestTimeoutSeconds}, or remove it for {DefaultTimeoutSeconds}.");
    }

    private static async Task<FetchedCard> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            throw new CommandException($"There is no file '{file}'. Name the file of a card, or a repository of the hub as hf:owner/name.");
        if (new FileInfo(file).Length > KnowledgeFolder.MaxFileBytes)
            throw new CommandException($"'{file}' is larger than {KnowledgeFolder.MaxFileBytes / 1024 / 1024} MB, which is no card. Save the part with the front matter as a file of its own.");
        return new FetchedCard(await File.ReadAllTextAsync(file, cancellationToken), null);
    }
}
