using System.Collections.Frozen;

namespace ChatLineage.Answering.Understanding.Words;

/// <summary>English words that are also names of entities, and the words of grammar that never are.</summary>
internal static class EverydayWords
{
    private static readonly FrozenSet<string> Everyday = Set("""
        adept apple arena block buzz character clue coder composer continue drop ethics fair fal forge guidance
        helm idea inspect invoke jan lambda latitude math matrix moment moss mosaic nucleus notion outlines
        pi piper ram retro roots sailor serge snap solar swift together tabby
        wit writer wan torch mum source data set model models dataset datasets tool tools code text image images
        video audio speech language chat open free base instruct small large medium mini pro max preview live music art world time
        unknown nova light flash turbo lite edge command titan goat parti canary dia clip coco bark dit beats lingua dolci muffin
        infinite alpha beta custom common public general research science machine learning deep neural network attention company
        client api engine server studio hub kit core desktop mobile web reader wind story fun star sun moon gold silver north south
        reason reasoning vision step weights version release memo leak article letter report agent agents assistant volunteers
        impact mark black song wolf young page stein robin rowan daniel thomas michael eric grant
        books papers pages news license licence original human humans instruction instructions eval evals benchmark prompts prompt safety reward tasks fast
        """);

    private static readonly FrozenSet<string> Grammar = Set("""
        a an the of in on at by for from to into onto with without about over under after before between during since until than then
        and or nor but so if as is are was were be been being am do does did done doing has have had having can could may might must
        shall should will would what which who whom whose when where why how that this these those it its they them their he she his
        her we us our you your i me my not no yes any some all each every both either neither other another more most less least many
        much few several own same such only just also too very even still again there here now ever never up down out off s t re ve ll
        d m dont doesnt isnt arent wasnt whats whos wheres hows im ive lets thats right true false correct ok okay please tell show
        give list name explain say said make made makes get got use used uses using using go goes went come came comes know known knows
        think want wants need needs like likes one two three four five six seven eight nine ten first last next new old
        pls plz please anyone btw wait thx thanks hey hi rules rule exactly actually kind sort lot bit way ever again maybe just really enough
        llm llms chatbot app apps ai forget nothing somebody someone anybody people folks guys stuff thing things
        january february march april june july august september october november december
        build built builds train trained training tune tuned finetune finetuned based derived released release licensed licence license
        big bigger biggest small smaller smallest older oldest newer newest earlier earliest later latest larger largest
        work works working wrote write written called call calls mean means difference different compare compared versus vs
        """);

    /// <summary>True for a word that people use for other things than the entity of that name.</summary>
    public static bool Contains(string word) => Everyday.Contains(word) || Grammar.Contains(word);

    /// <summary>True for words of grammar and of questions, which name nothing.</summary>
    public static bool AreGrammar(string word) => Grammar.Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
