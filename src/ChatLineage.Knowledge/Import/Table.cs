using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace ChatLineage.Knowledge.Import;

/// <summary>A CSV file with a header line, held in memory.</summary>
internal sealed class Table
{
    private readonly string _file;
    private readonly Dictionary<string, int> _columns;
    private readonly List<string[]> _rows;

    private Table(string file, Dictionary<string, int> columns, List<string[]> rows)
    {
        _file = file;
        _columns = columns;
        _rows = rows;
    }

    /// <summary>Reads a file of a folder.</summary>
    /// <exception cref="ImportException">The file or one of the columns is missing, or a line is malformed.</exception>
    public static Table Read(string folder, string name, params ReadOnlySpan<string> columns)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
            throw new ImportException(
                $"'{file}' is missing. The folder must hold sources.csv, entities.csv, relations.csv, conflicts.csv and seed_claims.csv.");
        try
        {
            using var reader = new StreamReader(file);
            using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
            csv.Read();
            csv.ReadHeader();
            var table = new Table(file, (csv.HeaderRecord ?? []).Index().ToDictionary(pair => pair.Item, pair => pair.Index), []);
            foreach (var column in columns)
                table.Need(column);
            while (csv.Read())
                table._rows.Add(csv.Parser.Record ?? []);
            return table;
        }
        catch (CsvHelperException broken)
        {
            throw new ImportException(
                $"'{file}' is no CSV table with a header line ({broken.Message.Split('\n')[0].Trim()}). Mend that line and import again.");
        }
    }

    /// <summary>The rows, each as a function from a column's name to its trimmed text.</summary>
    public IEnumerable<Func<string, string>> Rows => _rows.Select(row => (Func<string, string>)(column => row[_columns[column]].Trim()));

    private void Need(string column)
    {
        if (!_columns.ContainsKey(column))
            throw new ImportException($"'{_file}' has no column '{column}'. Its first line names: {string.Join(", ", _columns.Keys)}.");
    }
}
