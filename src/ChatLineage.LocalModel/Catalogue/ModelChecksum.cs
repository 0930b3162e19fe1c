using System.Security.Cryptography;

namespace ChatLineage.LocalModel.Catalogue;

/// <summary>Compares model files with the SHA-256 that the catalogue has for them.</summary>
public static class ModelChecksum
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Computes the SHA-256 of a file, about a gigabyte in a few seconds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Hears how many bytes were read; null for nobody.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns>The hash in lower-case hexadecimal.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<string> ComputeAsync(string path, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using var file =
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        long read = 0;
        int count;
        while ((count = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, count);
            progress?.Report(read += count);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Checks a file against the catalogue.</summary>
    /// <param name="path">The file; the catalogue knows it by its name.</param>
    /// <param name="progress">Hears how many bytes were read; null for nobody.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>The entry that it matches, or null when the catalogue has no file of this name, so that nothing can be said.</returns>
    /// <exception cref="ModelLoadException">The file differs from what the catalogue knows.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<CatalogueEntry?> VerifyAsync(string path, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (ModelCatalogue.FindByFile(path) is not { Sha256: not null } entry)
        {
            return null;
        }

        var actual = await ComputeAsync(path, progress, cancellationToken);
        return actual == entry.Sha256
            ? entry
            : throw new ModelLoadException(
                ModelLoadFailure.ChecksumMismatch,
                path,
                $"The model file '{path}' is not the '{entry.Title}' that the catalogue knows: its SHA-256 is {actual}, not "
                    + $"{entry.Sha256}. Download it again, or rename it if you made it yourself.");
    }
}
