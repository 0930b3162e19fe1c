namespace ChatLineage.Answering.Tests.Queries.Licensing;

public sealed class LicenceKindTests
{
    [Theory]
    [InlineData("what licence is StableLM under?", "licence(stablelm)", "^StableLM-Alpha is licensed under CC BY-SA 4.0.", "stability-repo")]
    [InlineData("Vicuna license?", "licence(vicuna)", "^Vicuna is licensed under the LLaMA non-commercial research licence.|One database says that Vicuna is licensed under Apache 2.0, but Apache covers the FastChat code, not the weights.", "vicuna-card")]
    [InlineData("under which terms is Alpaca?", "licence(alpaca)", "^Alpaca is licensed under CC BY-NC 4.0.", "alpaca-repo")]
    [InlineData("Can I use Vicuna commercially?", "licence(vicuna, commercial use)", "^No. Vicuna is licensed under the LLaMA non-commercial research licence.|does not allow commercial use|(Not legal advice.)", "llama-card vicuna-card")]
    [InlineData("may I use Mistral 7B in my product", "licence(mistral-7b, commercial use)", "^Yes. Mistral 7B is licensed under the Apache License 2.0.|allows commercial use|(Not legal advice.)", "licence-texts mistral-news")]
    [InlineData("is Llama 2 ok for commercial use", "licence(llama-2, commercial use)", "^Yes, with conditions: Llama 2 is licensed under the Llama 2 Community License.", "llama2-page")]
    [InlineData("Can I use Vicuna 1.5 commercially?", "licence(vicuna-1-5, commercial use)", "^Yes, with conditions: Vicuna 1.5 is fine-tuned from Llama 2|that is inherited", "vicuna-card llama2-page")]
    [InlineData("can i sell something built on StableVicuna", "licence(stablevicuna, commercial use)", "^No. StableVicuna is licensed under CC BY-NC-SA 4.0.|Vicuna is under the LLaMA non-commercial research licence|that is inherited", "licence-texts stablevicuna-card")]
    [InlineData("does StableVicuna inherit restrictions from LLaMA?", "licence(stablevicuna, inherited)", "^Yes. StableVicuna is licensed under CC BY-NC-SA 4.0.|LLaMA non-commercial research licence|that is inherited", "stablevicuna-card")]
    [InlineData("does CC BY-NC 4.0 allow commercial use", "licence(licence-cc-by-nc-4, commercial use)", "^No. CC BY-NC 4.0 does not allow commercial use", "licence-texts")]
    [InlineData("Is Vicuna under Apache 2.0?", "licence(vicuna, claimed licence-apache-2-0)", "^No. Vicuna is licensed under the LLaMA non-commercial research licence.|One database says that Vicuna is licensed under Apache 2.0", "vicuna-card")]
    [InlineData("saw Apache on the Vicuna repo, does that go for the weights?", "licence(vicuna, claimed licence-apache-2-0)", "^No. Vicuna is licensed under the LLaMA", "vicuna-card")]
    [InlineData("Is Pythia under Apache 2.0?", "licence(pythia, claimed licence-apache-2-0)", "^Yes. Pythia is licensed under the Apache License 2.0.", "pythia-paper")]
    public Task Evaluate_tells_terms_and_what_they_mean(string question, string query, string says, string cites) =>
        Expect.AnswerAsync(question, query, says, cites);
}
