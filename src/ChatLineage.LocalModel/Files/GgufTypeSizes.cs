namespace ChatLineage.LocalModel.Files;

/// <summary>
/// Bytes of a tensor by its ggml type. Types and block layouts are those of ggml.h and ggml-common.h of the llama.cpp release that the
/// program ships (ggml 0.18.0); a type that is not listed is left to the runtime to judge.
/// </summary>
internal static class GgufTypeSizes
{
    // type number -> (values in a block, bytes of a block)
    private static readonly Dictionary<uint, (ulong Values, ulong Bytes)> Blocks = new()
    {
        [0] = (1, 4), // F32
        [1] = (1, 2), // F16
        [2] = (32, 18), // Q4_0
        [3] = (32, 20), // Q4_1
        [6] = (32, 22), // Q5_0
        [7] = (32, 24), // Q5_1
        [8] = (32, 34), // Q8_0
        [10] = (256, 84), // Q2_K
        [11] = (256, 110), // Q3_K
        [12] = (256, 144), // Q4_K
        [13] = (256, 176), // Q5_K
        [14] = (256, 210), // Q6_K
        [24] = (1, 1), // I8
        [25] = (1, 2), // I16
        [26] = (1, 4), // I32
        [27] = (1, 8), // I64
        [28] = (1, 8), // F64
        [30] = (1, 2), // BF16
    };

    /// <summary>Bytes of so many values of a type, or 0 when the type is not listed.</summary>
    public static ulong Bytes(uint type, ulong values) =>
        Blocks.TryGetValue(type, out var block) ? checked((values + block.Values - 1) / block.Values * block.Bytes) : 0;
}
