using System.Xml.Linq;

namespace ChatLineage.Cli.Tests.Architecture;

/// <summary>The arrows between projects and to packages, as the architecture has them.</summary>
public sealed class ProjectReferenceTests
{
    /// <summary>What each project may reference. A new project must be added here, with its arrows.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Knowledge"] = [],
        ["LocalModel"] = [],
        ["Pictures"] = ["Knowledge"],
        ["Answering"] = ["Knowledge"],
        ["Retrieval"] = ["Knowledge", "Answering"],
        ["Chat"] = ["Answering", "Pictures"],
        ["Evaluation"] = ["Knowledge", "Answering"],
        ["Discord"] = ["Chat"],
        ["Slack"] = ["Chat"],
        ["Discord.DiscordNet"] = ["Discord"],
        ["Slack.SlackNet"] = ["Slack"],
        ["Sdk.Cli"] = ["Cli", "Discord.DiscordNet", "Slack.SlackNet"],
        ["Cli"] = ["Knowledge", "Answering", "Retrieval", "LocalModel", "Pictures", "Chat", "Discord", "Slack", "Evaluation"],
    };

    /// <summary>Packages that stay behind one project's door.</summary>
    private static readonly Dictionary<string, string> Owners = new(StringComparer.OrdinalIgnoreCase)
    {
        ["YamlDotNet"] = "Knowledge",
        ["Markdig"] = "Knowledge",
        ["CsvHelper"] = "Knowledge",
        ["Microsoft.SemanticKernel"] = "Answering",
        ["Microsoft.Data.Sqlite"] = "Retrieval",
        ["LLamaSharp"] = "LocalModel",
        ["SkiaSharp"] = "Pictures",
        ["Microsoft.EntityFrameworkCore"] = "Chat",
        ["Microsoft.Extensions.AI.OpenAI"] = "Cli",
        ["BouncyCastle"] = "Discord",
        ["Discord.Net"] = "Discord.DiscordNet",
        ["SlackNet"] = "Slack.SlackNet",
        ["System.CommandLine"] = "Cli",
        ["Spectre.Console"] = "Cli",
    };

    private static readonly string[] Product = [.. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    [Fact]
    public void Projects_always_are_found()
    {
        Assert.Superset(
            new HashSet<string>(["Knowledge", "Answering", "Retrieval", "LocalModel", "Pictures", "Chat", "Evaluation", "Cli"]),
            Product.Select(Name).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void References_between_projects_follow_the_arrows()
    {
        var wrong = from project in Product
                    from reference in References(project, "ProjectReference").Select(path => Name(path.Replace('\\', '/')))
                    where !Allowed.TryGetValue(Name(project), out var allowed) || !allowed.Contains(reference)
                    select $"{Name(project)} -> {reference}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void References_to_packages_stay_behind_their_project()
    {
        var found = (from project in Product
                     from package in References(project, "PackageReference")
                     from owner in Owners
                     where package.Equals(owner.Key, StringComparison.OrdinalIgnoreCase) || package.StartsWith(owner.Key + ".", StringComparison.OrdinalIgnoreCase)
                     select (Project: Name(project), Package: package, Owner: owner.Value)).ToList();

        Assert.NotEmpty(found);
        Assert.Empty(found.Where(each => each.Project != each.Owner).Select(each => $"{each.Project} references {each.Package}, which belongs to {each.Owner}"));
    }

    [Fact]
    public void LocalModel_references_only_LLamaSharp_and_the_abstractions_of_AI() => Assert.All(
        References(Product.Single(project => Name(project) == "LocalModel"), "PackageReference"),
        package => Assert.True(package.StartsWith("LLamaSharp", StringComparison.Ordinal) || package == "Microsoft.Extensions.AI.Abstractions", package));

    /// <summary>The projects of src/Sdk need packages that are not served everywhere, so they have a solution of their own.</summary>
    [Theory]
    [InlineData("ChatLineage.sln", false)]
    [InlineData("src/Sdk/ChatLineage.Sdk.sln", true)]
    public void Solution_always_holds_every_project(string solution, bool ofSdk)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, solution)).Replace('\\', '/');
        var tests = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.csproj", SearchOption.AllDirectories);
        var (inside, outside) = (Product.Concat(tests).Where(project => IsOfSdk(project) == ofSdk).ToList(), Product.Concat(tests).Where(IsOfSdk).ToList());

        Assert.NotEmpty(inside);
        Assert.All(inside, project => Assert.Contains($"{Path.GetFileName(project)}\"", text, StringComparison.Ordinal));
        if (!ofSdk)
            Assert.All(outside, project => Assert.DoesNotContain($"{Path.GetFileName(project)}\"", text, StringComparison.Ordinal));
    }

    private static bool IsOfSdk(string project) => project.Contains($"{Path.DirectorySeparatorChar}Sdk{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project).Replace("ChatLineage.", "", StringComparison.Ordinal);

    private static IEnumerable<string> References(string project, string element) =>
        XDocument.Load(project).Descendants(element).Select(item => item.Attribute("Include")?.Value).OfType<string>();
}
