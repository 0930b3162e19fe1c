namespace ChatLineage.LocalModel.Files;

/// <summary>Where a tensor of a GGUF file begins and how long it is.</summary>
/// <param name="Offset">Bytes from the beginning of the data section.</param>
/// <param name="SizeBytes">Length in bytes; 0 when the type of the tensor is unknown here.</param>
internal readonly record struct GgufTensor(ulong Offset, ulong SizeBytes);
