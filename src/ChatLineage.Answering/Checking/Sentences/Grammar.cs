using System.Collections.Frozen;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>The words of grammar that tell the parts of a sentence apart.</summary>
internal static class Grammar
{
    private static readonly FrozenSet<string> Auxiliaries = Set("is are was were be been being has have had isnt wasnt arent became becomes remains got gets");
    private static readonly FrozenSet<string> Relatives = Set("which that who whose");
    private static readonly FrozenSet<string> Joints = Set("and or but then yet");
    private static readonly FrozenSet<string> Turns = Set("but while whereas although though because since unless whether if so");
    private static readonly FrozenSet<string> Prepositions = Set("in on at after before like unlike with for from by under following besides since during as despite given throughout until alongside");
    private static readonly FrozenSet<string> Negations = Set("not never no neither nor isnt wasnt arent doesnt didnt cannot without");
    private static readonly FrozenSet<string> Doubts = Set("""
        will would could might may should shall can if unless whether believe believes think thinks guess expect expects hope hopes suspect doubt wish imagine bet predict predicts perhaps maybe
        probably possibly likely rumoured rumored allegedly supposedly seems seem wonder opinion planned plans hypothetically ought
        """);

    private static readonly FrozenSet<string> Finites = Set("came took moved went started began grew switched used relied got held had read continued saw followed appeared arrived landed debuted merged contained counted weighed comprised carries carry has have led lasted surfaced opened emerged");
    private static readonly FrozenSet<string> PluralNouns = Set("versions variants tunes derivatives descendants offspring outputs answers responses conversations works products makers creators developers authors founders cofounders inventors rivals alternatives children");
    private static readonly FrozenSet<string> Kin = Set("successor successors predecessor predecessors derivative derivatives rival rivals clone clones competitor competitors alternative alternatives descendant descendants version versions tune tunes variant variants");

    public static bool IsAuxiliary(string word) => Auxiliaries.Contains(word);

    public static bool IsRelative(string word) => Relatives.Contains(word);

    public static bool IsJoint(string word) => Joints.Contains(word);

    /// <summary>True for a word that opens a clause of its own.</summary>
    public static bool IsTurn(string word) => Turns.Contains(word);

    public static bool IsPreposition(string word) => Prepositions.Contains(word);

    public static bool IsNegation(string word) => Negations.Contains(word);

    /// <summary>True for a word that makes a clause a forecast, a condition or an opinion.</summary>
    public static bool IsDoubt(string word) => Doubts.Contains(word);

    /// <summary>True when the first word of a cue is a verb with a subject of its own.</summary>
    public static bool IsFinite(string word) => Finites.Contains(word)
        || (word.Length > 3 && word.EndsWith('s') && !PluralNouns.Contains(word));

    /// <summary>True for a noun of kinship: «the successor of X» is another thing than X.</summary>
    public static bool IsKinship(string word) => Kin.Contains(word);

    public static bool IsThing(Entity entity) => entity.Kind is EntityKind.Model or EntityKind.Dataset or EntityKind.Tool;

    public static bool IsAgent(Entity entity) => entity.Kind is EntityKind.Organisation or EntityKind.Person;

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
