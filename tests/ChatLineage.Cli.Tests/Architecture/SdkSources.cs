using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ChatLineage.Cli.Tests.Architecture;

/// <summary>
/// The projects of src/Sdk, compiled without Discord.Net and SlackNet: what is wrong with them then is that names of these two are missing,
/// and nothing else.
/// </summary>
internal static class SdkSources
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>A name that cannot be found, and where.</summary>
    private static readonly string[] MissingName = ["CS0246", "CS0234", "CS0103"];

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest, DocumentationMode.None);

    /// <summary>The projects, each after those that it references.</summary>
    public static ImmutableArray<string> Projects { get; } = ["ChatLineage.Discord.DiscordNet", "ChatLineage.Slack.SlackNet", "ChatLineage.Sdk.Cli"];

    /// <summary>The files of a project.</summary>
    public static ImmutableArray<SyntaxTree> Read(string project)
    {
        var folder = Path.Combine(Repository.Root, "src", "Sdk", project);
        return
        [
            .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
                .Order(StringComparer.Ordinal)
                .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Language, Path.GetRelativePath(Repository.Root, file))),
        ];
    }

    /// <summary>What is wrong with a project, and another file in it, but for names that the two libraries have.</summary>
    /// <param name="project">The project.</param>
    /// <param name="more">The text of another file; empty for none.</param>
    public static ImmutableArray<string> Faults(string project, string more = "")
    {
        var errors = Compile(project, more).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error && !IsGenerated(found));
        return [.. errors.Where(error => !MissingName.Contains(error.Id) || !ThirdPartyNames.Of(project).Contains(NameAt(error))).Select(error => error.ToString())];
    }

    /// <summary>The names of the two libraries that a project uses.</summary>
    public static ImmutableHashSet<string> Missing(string project) =>
        [.. Compile(project, "").GetDiagnostics().Where(error => MissingName.Contains(error.Id)).Select(NameAt)];

    private static CSharpCompilation Compile(string project, string more)
    {
        ImmutableArray<SyntaxTree> trees = [.. Read(project), CSharpSyntaxTree.ParseText(GlobalUsings, Language), CSharpSyntaxTree.ParseText(more, Language)];
        var others = Projects.TakeWhile(each => each != project).Where(_ => project == Projects[^1]).Select(each => (MetadataReference)Compile(each, "").ToMetadataReference());
        var kind = project == Projects[^1] ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;

        // The name decides what is visible to it (InternalsVisibleTo).
        return CSharpCompilation.Create(project == Projects[^1] ? "chatlineage-sdk" : project, trees, [.. Ours(), .. others], new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Everything that the tests run with: the main solution, its packages and the framework.</summary>
    private static IEnumerable<MetadataReference> Ours() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Select(file => MetadataReference.CreateFromFile(file));

    /// <summary>What LoggerMessage declares is written by a generator, which does not run here.</summary>
    private static bool IsGenerated(Diagnostic found) =>
        found.Id == "CS8795" && Node(found).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "LoggerMessage");

    private static string NameAt(Diagnostic error) => Node(error) switch
    {
        GenericNameSyntax generic => generic.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        var other => other.ToString(),
    };

    private static SyntaxNode Node(Diagnostic found) => found.Location.SourceTree!.GetRoot().FindNode(found.Location.SourceSpan);
}
