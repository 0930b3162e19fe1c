using System.Text;

namespace ChatLineage.LocalModel.Grammars;

/// <summary>Collects the rules of a GBNF grammar.</summary>
internal sealed class GrammarBuilder
{
    private readonly Dictionary<string, string> _rules = new(StringComparer.Ordinal);

    /// <summary>A quoted text that the grammar takes literally.</summary>
    public static string Literal(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Whether there is a rule of that name.</summary>
    public bool Has(string name) => _rules.ContainsKey(name);

    /// <summary>Adds a rule, or replaces the placeholder of one that is being made.</summary>
    /// <returns>Its name.</returns>
    public string Add(string name, string body)
    {
        _rules[name] = body;
        return name;
    }

    /// <summary>Reserves a name that no other rule has.</summary>
    public string Reserve(string wish)
    {
        var clean = new string([.. wish.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')]);
        var name = clean;
        for (var number = 2; !_rules.TryAdd(name, ""); number++)
        {
            name = $"{clean}-{number}";
        }

        return name;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', _rules.Select(rule => $"{rule.Key} ::= {rule.Value}"));
}
