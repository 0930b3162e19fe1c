namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>What the SHA-256 of a downloaded file was compared with.</summary>
public enum ChecksumProof
{
    /// <summary>The catalogue.</summary>
    Catalogue,

    /// <summary>What the server says about the file: that shows an error on the way, but not a file that was changed at its
    /// source.</summary>
    Server,

    /// <summary>Nothing: neither knows it.</summary>
    None,
}
