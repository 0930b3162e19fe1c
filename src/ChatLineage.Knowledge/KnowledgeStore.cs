using System.Collections.Immutable;
using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Knowledge;

/// <summary>Holds the latest snapshot of a knowledge folder and takes in changed files, one or many at a time.</summary>
/// <remarks>
/// <see cref="Current"/> can be read from any number of threads and is swapped at once; <see cref="Refresh"/> calls are taken one
/// after the other. A file that became wrong is reported and its last good version stays in use.
/// </remarks>
public sealed class KnowledgeStore
{
    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly Dictionary<string, KnowledgeFile> _files;
    private volatile KnowledgeBase _current;

    private KnowledgeStore(string folder, IEnumerable<KnowledgeFile> files)
    {
        _folder = folder;
        _files = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var findings = new List<Finding>(_files.Values.SelectMany(file => file.Findings));
        _current = KnowledgeLinker.Link(KnowledgeFiles.Of(folder, _files.Values), findings);
        Findings = [.. findings];
    }

    /// <summary>The latest snapshot.</summary>
    public KnowledgeBase Current => _current;

    /// <summary>What was wrong with files or ids when the folder was opened.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The knowledge folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static KnowledgeStore Open(string folder) => new(folder, KnowledgeFolder.ReadEach(folder));

    /// <summary>Takes in files that were changed, added or removed.</summary>
    /// <param name="paths">The files, relative to the folder, with forward slashes.</param>
    public KnowledgeUpdate Refresh(IReadOnlyCollection<string> paths)
    {
        lock (_gate)
        {
            var findings = new List<Finding>();
            var kept = ImmutableArray.CreateBuilder<string>();
            var changed = new List<(KnowledgeFile? Before, KnowledgeFile? After)>();
            foreach (var path in paths.Distinct(StringComparer.Ordinal))
                Read(path, findings, kept, changed);
            if (changed.Count > 0)
                _current = Link(changed, findings);
            return new KnowledgeUpdate(_current, [.. findings], kept.DrainToImmutable());
        }
    }

    private void Read(
        string path, List<Finding> findings, ImmutableArray<string>.Builder kept,
        List<(KnowledgeFile? Before, KnowledgeFile? After)> changed)
    {
        var before = _files.GetValueOrDefault(path);
        if (!File.Exists(Path.Combine(_folder, path)))
        {
            if (_files.Remove(path))
                changed.Add((before, null));
            return;
        }

        var after = KnowledgeFolder.ReadFile(_folder, path);
        findings.AddRange(after.Findings);
        if (before is { IsSound: true } && !after.IsSound)
        {
            kept.Add(path);
            return;
        }

        _files[path] = after;
        changed.Add((before, after));
    }

    private KnowledgeBase Link(List<(KnowledgeFile? Before, KnowledgeFile? After)> changed, List<Finding> findings)
    {
        if (!changed.TrueForAll(pair => IsEdit(pair.Before, pair.After)))
            return KnowledgeLinker.Link(KnowledgeFiles.Of(_folder, _files.Values), findings);
        return changed.Aggregate(_current, (snapshot, pair) => NoteReplacement.Apply(snapshot, pair.After!.Note!, findings));
    }

    // A new, removed or renamed note can make ids of other notes resolve, or no longer; only a full link sees that.
    private bool IsEdit(KnowledgeFile? before, KnowledgeFile? after) =>
        before?.Note is { } old && after?.Note is { } note && old.Id.Value == note.Id.Value
        && _current.FindEntity(note.Id.Value) is { } entity && _current.NoteOf(entity).Path == note.Path;
}
