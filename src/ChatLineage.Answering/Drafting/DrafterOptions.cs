using System.ComponentModel.DataAnnotations;

namespace ChatLineage.Answering.Drafting;

/// <summary>How drafts are made.</summary>
public sealed class DrafterOptions
{
    /// <summary>The template to use: the name of a folder in the prompts folder.</summary>
    /// <value>Default <c>writer</c>, the format of the embedded writer; <c>general</c> fits instruction models.</value>
    [Required]
    public string Prompt { get; set; } = "writer";

    /// <summary>Where the templates lie.</summary>
    /// <value>Default null: the folder <c>prompts</c> beside the program or in a folder above it.</value>
    public string? PromptsFolder { get; set; }

    /// <summary>How many evidence lines the model is shown at most.</summary>
    /// <value>Default 6, from 1 to 8: the embedded writer has never seen more.</value>
    [Range(1, 8)]
    public int MaxLines { get; set; } = 6;

    /// <summary>Whether a grammar that admits only citations of existing lines goes with the request.</summary>
    /// <value>Default true. Clients that know no grammars ignore it.</value>
    public bool UseGrammar { get; set; } = true;
}
