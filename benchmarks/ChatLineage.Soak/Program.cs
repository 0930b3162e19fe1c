using System.Globalization;
using ChatLineage.Soak;
using ChatLineage.Soak.Discord;
using ChatLineage.Soak.Slack;

// Services by their names, then how many questions each gets: dotnet run -c Release --project benchmarks/ChatLineage.Soak -- slack 100000
var names = args.TakeWhile(word => !char.IsAsciiDigit(word[0])).ToList();
var count = args.Length > names.Count ? int.Parse(args[names.Count], CultureInfo.InvariantCulture) : 100_000;
var services = new List<ISoakedService>();
foreach (var name in names)
{
    services.Add(name switch
    {
        "discord" => await DiscordSoak.StartAsync(count),
        "slack" => new SlackSoak(count),
        _ => throw new ArgumentException($"There is no service '{name}'; there are: discord, slack."),
    });
}

if (services.Count == 0)
{
    Console.Error.WriteLine("Name the services: discord, slack. Run it from the folder that holds 'knowledge'.");
    return 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first stops the asking, so that there is a report; a second ends the program at once.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
return (int)await SoakRun.RunAsync(services, stop.Token);
