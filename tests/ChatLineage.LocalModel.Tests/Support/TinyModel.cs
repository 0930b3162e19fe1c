using System.Text;

namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>Writes a GGUF file (version 3) of a LLaMA model of 0.3 MB with small random weights, byte tokens and the ChatML
/// template.</summary>
internal sealed class TinyModel
{
    public const string ChatMl =
        "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}"
        + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

    private const int Alignment = 32;
    private const uint Width = 64, Heads = 4, KeyHeads = 2, Feed = 128, Layers = 2;
    private readonly Random _random = new(7);
    private readonly List<(string Name, uint[] Shape, bool Ones)> _tensors = [];
    private readonly List<(string Key, Action<BinaryWriter> Write)> _values = [];

    public string Architecture { get; init; } = "llama";

    public string? Template { get; init; } = ChatMl;

    public uint TrainedContext { get; init; } = 512;

    public uint? SplitCount { get; init; }

    public static string Write(string folder, string name = "tiny.gguf", TinyModel? model = null)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, (model ?? new TinyModel()).ToBytes());
        return path;
    }

    public byte[] ToBytes()
    {
        Describe();
        AddTensors();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((ulong)_tensors.Count);
        writer.Write((ulong)_values.Count);
        foreach (var (key, write) in _values)
        {
            Text(writer, key);
            write(writer);
        }

        ulong offset = 0;
        foreach (var (name, shape, _) in _tensors)
        {
            Text(writer, name);
            writer.Write((uint)shape.Length);
            System.Array.ForEach(shape, size => writer.Write((ulong)size));
            writer.Write(0u); // F32
            writer.Write(offset);
            offset += Bytes(shape);
        }

        foreach (var (_, shape, ones) in _tensors)
        {
            writer.Write(new byte[(int)((Alignment - (stream.Position % Alignment)) % Alignment)]);
            for (ulong i = 0; i < Bytes(shape) / 4; i++)
            {
                writer.Write(ones ? 1f : (float)((_random.NextDouble() - 0.5) * 0.5));
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    private void Describe()
    {
        String("general.architecture", Architecture);
        String("general.name", "Tiny");
        Number($"{Architecture}.block_count", Layers);
        Number($"{Architecture}.context_length", TrainedContext);
        Number($"{Architecture}.embedding_length", Width);
        Number($"{Architecture}.feed_forward_length", Feed);
        Number($"{Architecture}.attention.head_count", Heads);
        Number($"{Architecture}.attention.head_count_kv", KeyHeads);
        Number($"{Architecture}.rope.dimension_count", Width / Heads);
        _values.Add(($"{Architecture}.attention.layer_norm_rms_epsilon", writer => { writer.Write(6u); writer.Write(1e-5f); }));
        if (SplitCount is { } split)
        {
            _values.Add(("split.count", writer => { writer.Write(2u); writer.Write((ushort)split); }));
        }

        string[] tokens = ["<unk>", "<|im_start|>", "<|im_end|>", .. Enumerable.Range(0, 256).Select(value => $"<0x{value:X2}>")];
        String("tokenizer.ggml.model", "llama");
        Array("tokenizer.ggml.tokens", 8, tokens.Length, (writer, i) => Text(writer, tokens[i]));
        Array("tokenizer.ggml.scores", 6, tokens.Length, (writer, _) => writer.Write(0f));
        Array("tokenizer.ggml.token_type", 5, tokens.Length, (writer, i) => writer.Write(i == 0 ? 2 : i < 3 ? 3 : 6));
        Number("tokenizer.ggml.bos_token_id", 1);
        Number("tokenizer.ggml.eos_token_id", 2);
        _values.Add(("tokenizer.ggml.add_bos_token", writer => { writer.Write(7u); writer.Write((byte)0); }));
        _values.Add(("tokenizer.ggml.add_space_prefix", writer => { writer.Write(7u); writer.Write((byte)0); }));
        if (Template is not null)
        {
            String("tokenizer.chat_template", Template);
        }
    }

    private void AddTensors()
    {
        const uint vocabulary = 259, key = Width / Heads * KeyHeads;
        _tensors.Add(("token_embd.weight", [Width, vocabulary], false));
        _tensors.Add(("output_norm.weight", [Width], true));
        _tensors.Add(("output.weight", [Width, vocabulary], false));
        for (var layer = 0; layer < Layers; layer++)
        {
            _tensors.Add(($"blk.{layer}.attn_norm.weight", [Width], true));
            _tensors.Add(($"blk.{layer}.attn_q.weight", [Width, Width], false));
            _tensors.Add(($"blk.{layer}.attn_k.weight", [Width, key], false));
            _tensors.Add(($"blk.{layer}.attn_v.weight", [Width, key], false));
            _tensors.Add(($"blk.{layer}.attn_output.weight", [Width, Width], false));
            _tensors.Add(($"blk.{layer}.ffn_norm.weight", [Width], true));
            _tensors.Add(($"blk.{layer}.ffn_gate.weight", [Width, Feed], false));
            _tensors.Add(($"blk.{layer}.ffn_up.weight", [Width, Feed], false));
            _tensors.Add(($"blk.{layer}.ffn_down.weight", [Feed, Width], false));
        }
    }

    private void String(string key, string value) => _values.Add((key, writer => { writer.Write(8u); Text(writer, value); }));

    private void Number(string key, uint value) => _values.Add((key, writer => { writer.Write(4u); writer.Write(value); }));

    private void Array(string key, uint type, int count, Action<BinaryWriter, int> write) => _values.Add((key, writer =>
    {
        writer.Write(9u);
        writer.Write(type);
        writer.Write((ulong)count);
        for (var i = 0; i < count; i++)
        {
            write(writer, i);
        }
    }
    ));

    private static void Text(BinaryWriter writer, string text)
    {
        writer.Write((ulong)Encoding.UTF8.GetByteCount(text));
        writer.Write(Encoding.UTF8.GetBytes(text));
    }

    // Every size here is a multiple of the alignment.
    private static ulong Bytes(uint[] shape) => shape.Aggregate(4ul, (product, size) => product * size);
}
