using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>The words by which questions name kinds of things: «which models», «what org».</summary>
internal static class KindWords
{
    private static readonly Dictionary<string, EntityKind> ByWord = new(StringComparer.Ordinal)
    {
        ["model"] = EntityKind.Model,
        ["models"] = EntityKind.Model,
        ["llm"] = EntityKind.Model,
        ["llms"] = EntityKind.Model,
        ["chatbot"] = EntityKind.Model,
        ["chatbots"] = EntityKind.Model,
        ["checkpoints"] = EntityKind.Model,
        ["dataset"] = EntityKind.Dataset,
        ["datasets"] = EntityKind.Dataset,
        ["corpora"] = EntityKind.Dataset,
        ["corpus"] = EntityKind.Dataset,
        ["benchmark"] = EntityKind.Dataset,
        ["tool"] = EntityKind.Tool,
        ["tools"] = EntityKind.Tool,
        ["library"] = EntityKind.Tool,
        ["libraries"] = EntityKind.Tool,
        ["app"] = EntityKind.Tool,
        ["apps"] = EntityKind.Tool,
        ["framework"] = EntityKind.Tool,
        ["frameworks"] = EntityKind.Tool,
        ["company"] = EntityKind.Organisation,
        ["companies"] = EntityKind.Organisation,
        ["lab"] = EntityKind.Organisation,
        ["labs"] = EntityKind.Organisation,
        ["organisation"] = EntityKind.Organisation,
        ["organisations"] = EntityKind.Organisation,
        ["org"] = EntityKind.Organisation,
        ["orgs"] = EntityKind.Organisation,
        ["university"] = EntityKind.Organisation,
        ["universities"] = EntityKind.Organisation,
        ["uni"] = EntityKind.Organisation,
        ["unis"] = EntityKind.Organisation,
        ["institute"] = EntityKind.Organisation,
        ["firm"] = EntityKind.Organisation,
        ["firms"] = EntityKind.Organisation,
        ["investors"] = EntityKind.Organisation,
        ["person"] = EntityKind.Person,
        ["engineer"] = EntityKind.Person,
        ["dev"] = EntityKind.Person,
        ["researcher"] = EntityKind.Person,
        ["researchers"] = EntityKind.Person,
        ["licence"] = EntityKind.Licence,
        ["licences"] = EntityKind.Licence,
        ["event"] = EntityKind.Event,
        ["events"] = EntityKind.Event,
    };

    /// <summary>The kind of thing that a word names: «org» an organisation; null for other words.</summary>
    public static EntityKind? Of(string word) => ByWord.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>True for a word that names a kind of thing.</summary>
    public static bool Contains(string word) => ByWord.ContainsKey(word);
}
