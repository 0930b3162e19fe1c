// node-llama-cpp as a contestant: node peer.mjs <model> <context tokens> <batch tokens> <conversations> <threads>
// It reads one line of JSON for each round, {"prompts": [[token, …], …], "tokens": n}, and answers with one:
// {"firstTokenMs": mean over the texts, "durationMs": until the last token of all}.
import readline from "node:readline";
import {getLlama} from "node-llama-cpp";

const [path, contextTokens, batchTokens, conversations, threads] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const llama = await getLlama({gpu: false, build: "never", maxThreads: threads, logLevel: "error"});
const model = await llama.loadModel({modelPath: path});

// Its context gives every sequence cells of its own, so the size it takes is that of one.
const context = await model.createContext({
    sequences: conversations, contextSize: Math.floor(contextTokens / conversations), batchSize: batchTokens, threads
});
const sequences = Array.from({length: conversations}, () => context.getSequence());
console.log(JSON.stringify({ready: true, contextTokens: context.contextSize, gpu: llama.gpu}));

for await (const line of readline.createInterface({input: process.stdin})) {
    const {prompts, tokens} = JSON.parse(line);
    await Promise.all(sequences.map(sequence => sequence.clearHistory()));
    const began = performance.now();
    const firsts = await Promise.all(prompts.map(async (prompt, i) => {
        let first = 0;
        let written = 0;
        for await (const _ of sequences[i].evaluate(prompt, {temperature: 0, yieldEogToken: true})) {
            if (written++ === 0)
                first = performance.now() - began;
            if (written === tokens)
                break;
        }
        if (written !== tokens)
            throw new Error(`A text of ${written} tokens instead of ${tokens}.`);
        return first;
    }));
    const durationMs = performance.now() - began;
    console.log(JSON.stringify({firstTokenMs: firsts.reduce((sum, first) => sum + first, 0) / firsts.length, durationMs}));
}

await llama.dispose();
