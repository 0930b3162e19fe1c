namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>A model file that is here now.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal.</param>
/// <param name="Proof">What it was compared with.</param>
/// <param name="WasThere">Whether it had been downloaded before.</param>
public sealed record DownloadedModel(string Path, long SizeBytes, string Sha256, ChecksumProof Proof, bool WasThere);
