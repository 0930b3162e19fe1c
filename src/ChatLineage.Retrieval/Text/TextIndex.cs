using System.Collections.Immutable;
using System.Globalization;
using ChatLineage.Answering.Search;
using Microsoft.Data.Sqlite;

namespace ChatLineage.Retrieval.Text;

/// <summary>A full-text index of chunks in memory: SQLite FTS5, ranked by BM25.</summary>
/// <remarks>
/// Safe to use from several threads: one connection, used by one search at a time, since a search takes about a millisecond. The
/// index holds no text of its own (<c>content=''</c>), only the places of the chunks. All columns count alike and words are stemmed:
/// docs/benchmarks.md, «Retrieval», has the alternatives that were measured.
/// </remarks>
internal sealed class TextIndex : IDisposable
{
    // Rows that one search scores at most. What remains when a question has only very common words is still ranked by its rarest.
    private const int MaxRows = 6_000;

    // Counts are kept for words with at least so many rows, and for no more words than that: to count rarer ones takes
    // microseconds, and what users type has no bound.
    private const int CommonRows = 500;
    private const int MaxKnownWords = 4_000;

    private readonly Lock _one = new();
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Dictionary<string, int> _rowsOfCommonWords = new(StringComparer.OrdinalIgnoreCase);
    private readonly SqliteCommand _search;
    private readonly SqliteCommand _count;

    /// <summary>Indexes chunks; about 60 ms for 8,000 of them.</summary>
    public TextIndex(ImmutableArray<Chunk> chunks)
    {
        _connection.Open();
        Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        Execute("CREATE VIRTUAL TABLE chunks USING fts5(name, aliases, heading, body, content='', tokenize='porter unicode61 "
            + "remove_diacritics 2')");
        Fill(chunks);
        _search = Prepared("SELECT rowid FROM chunks WHERE chunks MATCH $query ORDER BY rank, rowid LIMIT $limit", "$query", "$limit");
        _count = Prepared("SELECT count(*) FROM chunks WHERE chunks MATCH $query", "$query");
    }

    /// <summary>The places of the chunks that hold any of the words, best first.</summary>
    /// <param name="text">A question; nothing in it is query syntax.</param>
    /// <param name="limit">How many to return at most.</param>
    /// <param name="cancellationToken">Cancels between statements.</param>
    public IReadOnlyList<int> Search(string text, int limit, CancellationToken cancellationToken)
    {
        var words = QuestionWords.Of(text);
        if (words.Count == 0)
            return [];
        lock (_one)
        {
            var query = string.Join(" OR ", Rarest(words, cancellationToken));
            if (query.Length == 0)
                return [];
            cancellationToken.ThrowIfCancellationRequested();
            _search.Parameters[0].Value = query;
            _search.Parameters[1].Value = limit;
            var places = new List<int>(limit);
            using var rows = _search.ExecuteReader();
            while (rows.Read())
                places.Add(rows.GetInt32(0));
            return places;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_one)
        {
            _search.Dispose();
            _count.Dispose();
            _connection.Dispose();
        }
    }

    private List<string> Rarest(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var counted = new List<(string Word, int Rows)>(words.Count);
        foreach (var word in words)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Rows(word) is > 0 and var rows)
                counted.Add((word, rows));
        }

        counted.Sort((left, right) => left.Rows.CompareTo(right.Rows));
        var chosen = new List<string>(counted.Count);
        var total = 0;
        foreach (var (word, rows) in counted)
        {
            total += rows;
            if (chosen.Count > 0 && total > MaxRows)
                break;
            chosen.Add(word);
        }

        return chosen;
    }

    private int Rows(string word)
    {
        if (_rowsOfCommonWords.TryGetValue(word, out var known))
            return known;
        _count.Parameters[0].Value = word;
        var rows = Convert.ToInt32(_count.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (rows >= CommonRows && _rowsOfCommonWords.Count < MaxKnownWords)
            _rowsOfCommonWords[word] = rows;
        return rows;
    }

    private void Fill(ImmutableArray<Chunk> chunks)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = Prepared(
            "INSERT INTO chunks(rowid, name, aliases, heading, body) VALUES ($place, $name, $aliases, $heading, $body)", "$place", "$name",
                "$aliases", "$heading", "$body");
        for (var place = 0; place < chunks.Length; place++)
        {
            var chunk = chunks[place];
            insert.Parameters[0].Value = place;
            insert.Parameters[1].Value = chunk.Subject?.Name ?? "";
            insert.Parameters[2].Value = chunk.Subject is { Aliases.IsEmpty: false } subject ? string.Join(" ; ", subject.Aliases) : "";
            insert.Parameters[3].Value = chunk.Heading ?? "";
            insert.Parameters[4].Value = chunk.Text;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private SqliteCommand Prepared(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        return command;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
