namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>What a download is doing.</summary>
public enum DownloadStage
{
    /// <summary>Bytes are received.</summary>
    Receiving,

    /// <summary>The connection broke; it waits before it goes on.</summary>
    Waiting,

    /// <summary>The SHA-256 is computed.</summary>
    Checking,
}
