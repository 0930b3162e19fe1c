using System.Reflection;
using System.Text.RegularExpressions;
using ChatLineage.Chat.Platforms;
using ChatLineage.Testing.Chat;

namespace ChatLineage.Cli.Tests.Architecture;

/// <summary>Every implementation of <see cref="IChatPlatform"/> has a conformance suite.</summary>
public sealed partial class PlatformSuiteTests
{
    [Fact]
    public void Platforms_always_have_a_conformance_suite()
    {
        var platforms = Platforms();
        var suites = Suites();

        // The terminal and the fake exist for sure: without them the search itself is broken.
        Assert.Contains("TerminalPlatform", platforms);
        Assert.Contains("FakePlatform", platforms);
        Assert.Empty(platforms.Except(suites));
    }

    private static List<string> Platforms() =>
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("ChatLineage.", StringComparison.Ordinal) || name == "chatlineage.dll"))
            .SelectMany(file => Assembly.LoadFrom(file).GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IChatPlatform)))
            // A test double that wraps another platform only passes on what that one does.
            .Where(type => type.IsPublic || type.Assembly != typeof(FakePlatform).Assembly)
            .Select(type => type.Name)
            .Distinct(),
    ];

    /// <summary>Suites are looked for in the sources, since the test projects do not reference each other.</summary>
    private static HashSet<string> Suites() =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => Suite().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value),
    ];

    [GeneratedRegex(@"class (\w+)Tests\s*:\s*ChatPlatformConformance\b")]
    private static partial Regex Suite();
}
