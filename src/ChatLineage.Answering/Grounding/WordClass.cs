using System.Collections.Frozen;

namespace ChatLineage.Answering.Grounding;

/// <summary>Words that need no proof, and words that need it more than others.</summary>
internal static class WordClass
{
    /// <summary>Forms that make a participle behind them passive.</summary>
    public static readonly FrozenSet<string> Be = Set("is are was were be been being am gets got get");

    /// <summary>Words that turn a statement round.</summary>
    public static readonly FrozenSet<string> Negators = Set("not no never nothing none neither nor cannot without nobody isnt wasnt doesnt didnt");

    /// <summary>Words that say more than their neighbours: each must stand in the evidence.</summary>
    public static readonly FrozenSet<string> Scope = Set(
        """
        only all every each both alone sole solely exclusively entirely entire whole wholly fully always ever first last latest newest oldest earliest
        nearest closest nothing exactly precisely most mostly mainly best better worse worst largest biggest smallest fastest same identical still anymore
        any everything everyone original originally unique single just half part partly some few many several
        older newer younger earlier later larger bigger smaller faster freer sooner half twice double
        must may might can could should allows forbids certainly definitely probably possibly perhaps reportedly allegedly officially
        """);

    /// <summary>Words that may stand between an auxiliary and its verb, or between a verb and its preposition.</summary>
    public static readonly FrozenSet<string> Adverbs = Set("also then directly itself just later only first originally still jointly further solely now again already partly mainly mostly publicly officially ultimately both not never longer no");

    /// <summary>Words without content of their own.</summary>
    public static readonly FrozenSet<string> Function = Set(
        """
        a an the this that these those it its it's they them their he she him her his hers who whom whose which what when where how why i
        is are was were be been being am has have had having do does did done will would
        and or but as so than then too also yet while whereas because since though although if
        of in on at to from by for with into onto over under through via between among about around across up out off after before until during within per
        here there itself themselves one ones other others another such both own rather instead else again now already directly however together ultimately
        unlike like besides apart compared thus hence put puts toward towards namely including include includes included there's both's yes no
        """);

    /// <summary>Words of the field that any statement may use to name what its parties are.</summary>
    public static readonly FrozenSet<string> Generic = Set(
        """
        model models dataset datasets data licence licences license licenses licensed version versions base bases parameters parameter weights project
        projects tool tools company organisation organization lab group family member members link links differ differs differing bases
        name names named call calls called known says said say tells gives give given states stated stating records recorded according comes come came
        goes go went back chain root roots ancestor ancestors descendant descendants parent language chatbot system work works
        made make makes maker tune tunes tuned fine finetune finetuned training trained learn learned uses use used using release released releases
        know knows notes note recorded record things thing
        linked connects connect connected connection apply applies applied
        date dates day month year size sizes answer different two sides covered covers available
        """);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().ToFrozenSet(StringComparer.Ordinal);
}
