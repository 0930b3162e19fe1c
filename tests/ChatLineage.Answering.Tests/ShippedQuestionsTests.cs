using System.Collections.Immutable;

namespace ChatLineage.Answering.Tests;

/// <summary>Questions over the notes that ship, one for each general cause of a wrong answer that was mended.</summary>
public sealed class ShippedQuestionsTests
{
    private static readonly Answerer Answerer = new(ShippedNotes.Knowledge, null, null, null, TimeProvider.System);

    [Theory]
    [InlineData("who made EnCodec", "related(encodec", "Meta AI")]
    [InlineData("who created ExLlama", "related(exllama", "turboderp")]
    [InlineData("which company put out command r+", "related(command-r-plus", "Cohere")]
    [InlineData("how many days between stablelm and stablevicuna", "compare(stablelm, stablevicuna; interval)", "9 days")]
    [InlineData("mergekit licence? || was it always that?", "licence(mergekit", "Business Source License")]
    [InlineData("f5-tts code vs weights licence", "licence(f5-tts", "MIT License")]
    [InlineData("koala <-> stablevicuna?", "path(koala, stablevicuna)", "LLaMA")]
    [InlineData("idefics v1 has whose language model in it", "related(related(idefics", "Meta AI")]
    [InlineData("what is starcoder trained on? || and its successor?", "related(starcoder, inverse successor_of", "The Stack v2")]
    [InlineData("who made starcoder2 || and the first one?", "related(starcoder,", "BigCode")]
    [InlineData("sdxl came before sd 1.5 i think", "compare(sdxl, sd-1-5; order)", "No.")]
    [InlineData("phi-2 was trained on slimpajama. where does slimpajama come from and who made that", "related(slimpajama", "Together")]
    [InlineData("boss of black forest labs and what big image model did he do before", "related(black-forest-labs, led_by", "Stable Diffusion")]
    [InlineData("what month did emad quit", "attribute(event-mostaque-resigns, date)", "22 March 2024")]
    [InlineData("was books3 in llama", "verify(books3", "Yes. LLaMA was trained on Books3")]
    [InlineData("is mistral 7b based on llama? i heard it is", "verify(mistral-7b", "No. The notes record no base of Mistral 7B")]
    [InlineData("whats the biggest model from tii", "extreme(tii, size, most)", "Falcon-180B")]
    [InlineData("which of the falcon models can i use at work", "compare(falcon", "Falcon-180B TII License")]
    [InlineData("how many parameters does falcon 180 have", "attribute(falcon-180b, size)", "180B")]
    [InlineData("whats flux", "describe(flux", "Black Forest Labs")]
    [InlineData("who made kimi k2 || what else did they make || which of those is the newest", "extreme(moonshot-ai", "Kimi K2.5")]
    [InlineData("who wrote llama.cpp || what company is he at now", "related(georgi-gerganov, member_of", "Hugging Face")]
    [InlineData("who quit stability", "open(stability-ai", "22 March 2024")]
    [InlineData("which models have siglip as vision encoder", "related(siglip, inverse uses", "SmolVLM")]
    [InlineData("whats in the pile", "related(the-pile", "The Pile joins 22 smaller datasets")]
    [InlineData("datasets made with gpt-4", "related(gpt-4, inverse distilled_from", "OpenOrca")]
    [InlineData("impact of removing laion-5b", "impact(laion-5b)", "Stable Diffusion")]
    [InlineData("would olmo survive if llama was withdrawn", "impact(llama-1)", "Yes, as far as the notes go: OLMo")]
    [InlineData("does koala depend on llama", "verify(koala", "Yes. Koala is fine-tuned from LLaMA")]
    [InlineData("is the openorca authorship disputed", "conflict(openorca", "Yes.")]
    [InlineData("whats disputed about stable diffusion", "conflict(stable-diffusion", "is better supported")]
    [InlineData("did meta release llama on the 23rd or 24th of feb 2023", "conflict(llama-1", "Sources differ")]
    [InlineData("some say vicuna used 70k convs others 125k, which", "conflict(vicuna", "describe different versions")]
    [InlineData("which came last: gemma 2, llama 3 or qwen2", "compare(gemma-2, llama-3, qwen-2; order)", "27 June 2024")]
    [InlineData("deepseek models in chronological order", "timeline(deepseek", "DeepSeek-R1")]
    [InlineData("falcon 180b vs llama 2 70b in size", "compare(falcon-180b, llama-2; size)", "Falcon-180B is bigger")]
    [InlineData("who paid for stable diffusion's compute", "related(stable-diffusion, funded_by", "Stability AI")]
    [InlineData("which 7b models did mistral ai make", "set(model by Mistral AI of 7B", "Mathstral")]
    [InlineData("how many models did google release in 2024", "set(model by Google from 2024", "Gemma 2")]
    [InlineData("are you chatgpt", "about", "I answer questions")]
    [InlineData("whats the diff bw laion-400m and laion-5b", "compare(laion-400m, laion-5b", "5.85 billion")]
    [InlineData("why is the second Dolly named that", "open(dolly-v2", "I don't know")]
    [InlineData("OctoCoder and WizardCoder-15B, same mum?", "common(octocoder, wizardcoder-15b)", "StarCoder")]
    [InlineData("difference between flux dev and schnell licence-wise?", "compare(flux-1-dev, flux-1-schnell; licence)", "Apache")]
    [InlineData("do C4 and FineWeb have the same licence", "compare(c4, fineweb; licence)", "Yes. C4 is licensed under ODC-By")]
    [InlineData("The Stack v1 or v2: how large is each?", "compare(the-stack, the-stack-v2; size)", "67.5")]
    [InlineData("who trained olmo and on what", "related(olmo, released_by", "Dolma")]
    [InlineData("Is Falcon or MPT the one trained on RefinedWeb?", "choice(falcon-40b or mpt-7b", "Falcon-40B was trained on RefinedWeb")]
    [InlineData("was StableLM made by Meta or Stability AI?", "choice(meta-ai or stability-ai", "Stability AI")]
    [InlineData("tell me about xwin-lm || which merge uses it?", "related(xwin-lm, inverse", "Goliath")]
    [InlineData("is OpenThinker-7B from deepseek? || so what did they train it on then", "related(openthinker-7b, trained_on", "OpenThoughts")]
    [InlineData("is Jan still AGPL? || since when?", "licence(jan", "20 May 2025")]
    [InlineData("depth anything v2 base model, what licence || and the small one?", "licence(depth-anything-v2", "Apache")]
    [InlineData("R1-Distill-Llama-70B is MIT so there are no Meta terms, right?", "licence(r1-distill-llama-70b", "No.")]
    [InlineData("was Dolma under impact?", "licence(dolma", "Yes. Dolma was licensed under")]
    [InlineData("under which licence is YOLOv7", "licence(yolov7", "GPL")]
    [InlineData("hello, could somebody tell me please on which model FastSAM is based? thanks a lot", "related(fastsam", "YOLOv8")]
    [InlineData("all repos by karpathy you know", "related(andrej-karpathy", "nanoGPT")]
    [InlineData("what uni is OpenFold from", "related(openfold", "Columbia")]
    [InlineData("ltx video - company and when?", "related(ltx-video", "Lightricks")]
    [InlineData("how many days between sd 2.0 and sd 2.1 release", "compare(sd-2, sd-2-1; interval)", "13 days")]
    [InlineData("For how long was TGI under HFOIL? from when till when", "licence(tgi", "28 July 2023")]
    [InlineData("LM Studio got MLX when?", "attribute(lm-studio, date", "8 October 2024")]
    [InlineData("TinyLlama was pruned from llama 2 7b?", "verify(tinyllama", "No.")]
    [InlineData("StoryWriter is finetuned from MPT-30B, correct?", "verify(mpt-7b-storywriter", "No.")]
    [InlineData("true or false: ollama started as a wrapper around llama.cpp", "verify(ollama", "Yes.")]
    [InlineData("which qwen models are apache licensed", "set(Qwen model under Apache", "Qwen3")]
    [InlineData("which gemma models came out in 2025", "set(Gemma model from 2025", "Gemma 3")]
    [InlineData("r1 distill children? name a few", "related(deepseek-r1, inverse distilled_from", "DeepSeek-R1-Distill")]
    [InlineData("Composer: MosaicML's or Alibaba's? what are the two", "namesakes(composer-lib", "Alibaba")]
    [InlineData("when was Jan released? I see two different days.", "attribute(jan, date", "17 August 2023")]
    public async Task Answer(string turns, string query, string says)
    {
        var answer = await AskAsync(turns);
        Assert.StartsWith(query, answer.Queries[0], StringComparison.Ordinal);
        Assert.Contains(says, string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how much did grok 1 cost to train")]
    [InlineData("did google ever confirm the sernau memo")]
    [InlineData("why did databricks pick the name dolly")]
    [InlineData("what dataset did codellama use")]
    [InlineData("when was openai founded")]
    [InlineData("alternatives to ollama")]
    [InlineData("vicuna training cost?")]
    [InlineData("translate hello to french")]
    [InlineData("did llama 2 train on books3")]
    [InlineData("did meta sue anyone over the leak")]
    [InlineData("whats the licence of the llama leak")]
    [InlineData("best open model right now?")]
    [InlineData("whats rlhf")]
    [InlineData("release date of llama 7")]
    [InlineData("llama 9 release date?")]
    [InlineData("who made csm-1b? || and how many hours of audio was it trained on?")]
    [InlineData("FLUX.1 schnell how many steps does it need")]
    [InlineData("kokoro training data, what was it?")]
    [InlineData("why did Runway delete stable diffusion 1.5 from huggingface?")]
    [InlineData("is Qwen3 better than Gemma 3 for german texts?")]
    public async Task Answer_to_what_no_note_says_abstains(string turns) => Assert.NotNull((await AskAsync(turns)).Abstained);

    private static async Task<Answer> AskAsync(string turns)
    {
        var history = ImmutableArray<Turn>.Empty;
        foreach (var turn in turns.Split(" || "))
            history = history.Add(new Turn(turn, await Answerer.AnswerWholeAsync(new Question(turn, history), CancellationToken.None)));
        return history[^1].Answer;
    }
}
