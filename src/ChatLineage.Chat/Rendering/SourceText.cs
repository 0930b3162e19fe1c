using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Chat.Rendering;

/// <summary>Words about a source that are the same in every dialect.</summary>
public static class SourceText
{
    /// <summary>The publisher and, where known, the date in words: <c>Stability AI, 19 April 2023</c>.</summary>
    public static string Origin(Source source) =>
        source.Published is { } date ? $"{source.Publisher}, {date.ToWords()}" : source.Publisher;

    /// <summary>The address when it can be opened; null for names such as <c>urn:</c>.</summary>
    public static string? Address(Source source) =>
        Uri.TryCreate(source.Url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? source.Url
            : null;

    /// <summary>The source on one line of plain text: title, publisher, date and address.</summary>
    public static string Line(Source source) =>
        Address(source) is { } address ? $"{source.Title}. {Origin(source)}. {address}" : $"{source.Title}. {Origin(source)}.";
}
