using System.Text.Json.Serialization;

namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>A part of a message or form that people act on (components/reference.mdx). Each type uses some of the fields.</summary>
internal sealed record Component
{
    public const int ActionRowType = 1;
    public const int ButtonType = 2;
    public const int TextInputType = 4;
    public const int LabelType = 18;

    public required int Type { get; init; }

    public string? CustomId { get; init; }

    public string? Label { get; init; }

    public string? Description { get; init; }

    public int? Style { get; init; }

    public string? Url { get; init; }

    public bool? Disabled { get; init; }

    public bool? Required { get; init; }

    public int? MaxLength { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>What was typed, in a form that was sent.</summary>
    public string? Value { get; init; }

    public Component[]? Components { get; init; }

    /// <summary>What a label stands above.</summary>
    [JsonPropertyName("component")]
    public Component? Child { get; init; }

    public static Component Row(params Component[] buttons) => new() { Type = ActionRowType, Components = buttons };

    /// <summary>A grey button.</summary>
    public static Component Button(string customId, string label) => new() { Type = ButtonType, Style = 2, CustomId = customId, Label = label };

    /// <summary>A box for several lines of text under a label.</summary>
    public static Component TextBox(string customId, string label, int maxLength) => new()
    {
        Type = LabelType,
        Label = label,
        Child = new Component { Type = TextInputType, Style = 2, CustomId = customId, MaxLength = maxLength, Required = false },
    };

    /// <summary>This and everything in it.</summary>
    public IEnumerable<Component> All() =>
        [this, .. (Components ?? []).SelectMany(part => part.All()), .. Child?.All() ?? []];
}
