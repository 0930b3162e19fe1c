using System.Collections.Immutable;
using System.Text.Json;

namespace ChatLineage.Evaluation.Questions;

/// <summary>Reads judged questions: JSON lines, one question a line, as <c>tests/questions/README.md</c> describes them.</summary>
public static class QuestionFiles
{
    /// <summary>Reads a file, or every <c>*.jsonl</c> directly in a folder, in the order of their names.</summary>
    /// <exception cref="QuestionFileException">There is no such file or folder, a line is wrong, or an id occurs twice.</exception>
    public static ImmutableArray<JudgedQuestion> Read(string path)
    {
        var files = Files(path);
        var questions = ImmutableArray.CreateBuilder<JudgedQuestion>();
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var number = 0;
            foreach (var line in Lines(file))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                var place = $"{file}:{number}";
                var question = Parse(line, place);
                if (!places.TryAdd(question.Id, place))
                    throw new QuestionFileException(
                        $"{place}: the id '{question.Id}' was already used at {places[question.Id]}. Give one of the two another id.");
                questions.Add(question);
            }
        }

        return questions.Count > 0
            ? questions.DrainToImmutable()
            : throw new QuestionFileException(
                $"'{path}' holds no question. Put one JSON object on each line of a .jsonl file, as tests/questions/README.md says.");
    }

    private static string[] Files(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new QuestionFileException(
                $"There is no file or folder '{path}'. Name a .jsonl file with questions, or a folder of them such as tests/questions.");
        return [.. Directory.GetFiles(path, "*.jsonl").Order(StringComparer.Ordinal)];
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new QuestionFileException($"'{file}' cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static JudgedQuestion Parse(string line, string place)
    {
        try
        {
            var read = JsonSerializer.Deserialize(line, QuestionJsonContext.Default.QuestionLine)
                ?? throw new QuestionFileException($"{place}: the line is null. Write a JSON object.");
            return new JudgedQuestion
            {
                Id = NotEmpty(read.Id, "id", place),
                Kind = read.Kind is { Length: > 0 } kind ? kind : "other",
                Turns = read.Turns is { Length: > 0 } turns && turns.All(turn => !string.IsNullOrWhiteSpace(turn))
                    ? [.. turns]
                    : throw new QuestionFileException(
                        $"{place}: 'turns' is missing, empty or holds an empty text. List what the user says, in order."),
                MustInclude = [.. (read.AnswerMustInclude ?? []).Select(group => group.ToImmutableArray())],
                MustNotInclude = [.. read.AnswerMustNotInclude ?? []],
                SupportingEntities = [.. read.SupportingEntities ?? []],
                Abstain = read.Abstain,
            };
        }
        catch (JsonException broken)
        {
            throw new QuestionFileException(
                $"{place}: the line is not a question: {broken.Message} Correct it as tests/questions/README.md says.", broken);
        }
    }

    private static string NotEmpty(string? value, string field, string place) =>
        string.IsNullOrWhiteSpace(value) ? throw new QuestionFileException($"{place}: '{field}' is missing. Give the question one.")
            : value;
}
