namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>How far a download is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Bytes">Bytes on disk, or bytes hashed so far.</param>
/// <param name="TotalBytes">Length of the file; 0 when the server did not say.</param>
/// <param name="BytesPerSecond">Speed over the last seconds; 0 when it is not known yet.</param>
/// <param name="Left">Time left at this speed; null when it is not known.</param>
public readonly record struct DownloadProgress(DownloadStage Stage, long Bytes, long TotalBytes, double BytesPerSecond, TimeSpan? Left);
