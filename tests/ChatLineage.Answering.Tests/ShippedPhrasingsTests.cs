namespace ChatLineage.Answering.Tests;

/// <summary>Questions over the notes that ship in the words of chats: one for each general cause that a set nobody had seen showed.</summary>
public sealed class ShippedPhrasingsTests
{
    [Theory]
    [InlineData("openllama and redpajama-incite: same starting point?", "common(openllama, redpajama-incite", "")]
    [InlineData("is gemma 2 from before or after llama 3... no wait, before or after llama 2", "compare(gemma-2, llama-2; order)", "After:")]
    [InlineData("when did starcoder2 come out || by whom", "related(starcoder2, released_by", "BigCode")]
    [InlineData("is yolov7 the successor of yolov5? || n v9s licence", "licence(yolov9", "GNU AGPL v3")]
    [InlineData("how big is gemma 2 || same for gemma 1?", "attribute(gemma, size)", "2B and 7B")]
    [InlineData("is zephyr 7b based on llama || then what", "related(zephyr-7b", "Mistral 7B")]
    [InlineData("was biogpt made by google || who then", "related(biogpt, released_by", "Microsoft")]
    [InlineData("what did they start from for meditron", "related(meditron, built_on", "Llama 2")]
    [InlineData("how many datasets went into alpaca-cot", "related(alpaca-cot, trained_on", "16 in the notes")]
    [InlineData("which dataset was tulu 2 tuned on", "related(tulu-2, trained_on", "Tulu-V2-mix")]
    [InlineData("slimpajama? what is that in ai land", "describe(slimpajama", "Cerebras")]
    [InlineData("redpajama v2 is made outta what", "related(redpajama-data-v2", "Common Crawl")]
    [InlineData("prior version of llama guard 3?", "related(llama-guard-3, successor_of", "Llama Guard 2")]
    [InlineData("goliath is a blend of which models", "related(goliath", "Xwin-LM")]
    [InlineData("when did vllm go to pytorch", "attribute(event-vllm-pytorch, date)", "5 December 2024")]
    [InlineData("when was ipex archived", "attribute(event-ipex-archived, date)", "2026: IPEX-LLM archived")]
    [InlineData("how much did nvidia pay for run:ai", "quantity(", "700 million dollars")]
    [InlineData("how much did hugging face raise", "quantity(", "235 million dollars")]
    [InlineData("did google release bert in 2020", "verify(bert released_by", "No. BERT was released by Google in October 2018")]
    [InlineData("was codegen released by salesforce in 2021?", "verify(codegen released_by", "No. CodeGen was released by Salesforce on 25 March 2022")]
    [InlineData("did meta release llama 2 in july 2023", "verify(llama-2 released_by", "Yes. Llama 2 was released by Meta AI on 18 July 2023")]
    [InlineData("phi-2 came from microsoft?", "verify(phi-2 released_by", "Yes. Phi-2 was released by Microsoft")]
    [InlineData("who is mustafa suleyman", "describe(mustafa-suleyman", "founded Inflection AI")]
    [InlineData("which dev is bitsandbytes from", "related(bitsandbytes, released_by", "Tim Dettmers")]
    [InlineData("ceo of mosaic before databricks bought them", "related(mosaicml, led_by", "Naveen Rao")]
    [InlineData("what version of llama is meditron built on", "related(meditron", "Llama 2")]
    [InlineData("which qwen is inside molmo-72b", "related(molmo-72b", "Qwen2")]
    [InlineData("latest phi model", "extreme(phi", "1 May 2025")]
    [InlineData("newest glm model", "extreme(glm", "GLM-4.7-Flash")]
    [InlineData("cogview releases in order", "timeline(cogview", "CogView4")]
    [InlineData("mpl licensed tools?", "set(tool under Mozilla Public License 2.0", "Coqui TTS")]
    [InlineData("why did hugging face turn down nvidia", "open(hugging-face", "avoid one dominant investor")]
    [InlineData("how come stable diffusion 1.5 disappeared", "open(sd-1-5", "Runway")]
    [InlineData("relation between bing chat and gpt-4", "path(bing-chat, gpt-4)", "No recorded link")]
    [InlineData("tell me about the AI Alliance", "describe(ai-alliance", "AI Alliance was founded by IBM and Meta AI on 5 December 2023.")]
    [InlineData("does reflection 70b carry metas licence", "licence(reflection-70b", "Llama 3.1 Community License")]
    [InlineData("gpt-2: february 2019 or november 2019?", "attribute(gpt-2, date)", "GPT-2 came out in February 2019")]
    [InlineData("commoncatalog or laion-400m, which has more images", "compare(commoncatalog, laion-400m; size)", "LAION-400M has 400M pairs and CommonCatalog has 70M images.")]
    [InlineData("tinyllama chat wasnt trained on oasst, was it?", "verify(tinyllama-chat trained_on", "It was: TinyLlama-Chat was trained on OpenAssistant")]
    [InlineData("where was bfl founded", "conflict(black-forest-labs", "Freiburg")]
    public async Task Answer(string turns, string query, string says)
    {
        var answer = await ShippedNotes.AskAsync(turns);
        Assert.StartsWith(query, answer.Queries[0], StringComparison.Ordinal);
        Assert.Contains(says, string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("where was hugging face founded")]
    [InlineData("mmlu score of apertus 70b?")]
    [InlineData("did notus use warmup steps, how many")]
    [InlineData("how much does hugging face pay its engineers")]
    public async Task Answer_to_what_no_note_says_abstains(string turns) => Assert.NotNull((await ShippedNotes.AskAsync(turns)).Abstained);
}
