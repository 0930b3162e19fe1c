namespace ChatLineage.Answering.Queries.Talk;

/// <summary>What is no question about lineage: greetings, questions about the bot, other subjects, attempts to give orders.</summary>
/// <param name="Kind">Which of them.</param>
internal sealed record TalkQuery(TalkTopic Kind) : Query
{
    public override string InWords => Kind.ToString().ToLowerInvariant();

    public override bool GivesReasons => true;
}
