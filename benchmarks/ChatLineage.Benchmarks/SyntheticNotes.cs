using System.Text;

namespace ChatLineage.Benchmarks;

/// <summary>Writes a knowledge folder of any size: four claims a note and five in some, bases chosen so that few models have most of the
/// derivatives, as in life.</summary>
internal static class SyntheticNotes
{
    private const int Organisations = 500;
    private const int Datasets = 2_000;
    private const int Licences = 20;
    private const int Sources = 5_000;

    /// <summary>Writes the folder; the same counts give the same files.</summary>
    public static void Write(string folder, int notes)
    {
        var random = new Random(1);
        foreach (var kind in new[] { "models", "datasets", "organisations", "licences", "sources" })
            Directory.CreateDirectory(Path.Combine(folder, kind));
        WriteSources(folder);
        for (var i = 0; i < Organisations; i++)
            Note(folder, "organisations", "organisation", $"org-{i}", "");
        for (var i = 0; i < Licences; i++)
            Note(folder, "licences", "licence", $"licence-{i}", "");
        for (var i = 0; i < Datasets; i++)
            Note(folder, "datasets", "dataset", $"data-{i}", Claim("released_by", $"org-{random.Next(Organisations)}", random));
        var models = notes - Organisations - Licences - Datasets;
        for (var i = 0; i < models; i++)
            Note(folder, "models", "model", $"model-{i}", Model(i, random));
    }

    private static string Model(int number, Random random)
    {
        var claims = new StringBuilder();
        if (number > 0)
        {
            // The fourth power makes early models popular and keeps chains short.
            var older = (int)(number * Math.Pow(random.NextDouble(), 4));
            claims.Append(Claim(random.Next(3) == 0 ? "built_on" : "fine_tuned_from", $"model-{older}", random));
        }

        claims.Append(Claim("trained_on", $"data-{random.Next(Datasets)}", random));
        if (number % 5 == 0)
            claims.Append(Claim("uses", $"data-{random.Next(Datasets)}", random));
        claims.Append(Claim("released_by", $"org-{random.Next(Organisations)}", random));
        claims.Append(Claim("licensed_under", $"licence-{random.Next(Licences)}", random));
        return claims.ToString();
    }

    private static string Claim(string predicate, string target, Random random) =>
        $"  - {predicate}: {target}\n    detail: as told in the card of {target}\n    on: "
            + $"2024-{random.Next(1, 13):D2}-{random.Next(1, 28):D2}\n    sources: [source-{random.Next(Sources)}, "
            + $"source-{random.Next(Sources)}]\n";

    private static void Note(string folder, string kinds, string kind, string id, string claims) => File.WriteAllText(
        Path.Combine(folder, kinds, id + ".md"),
        $"---\nid: {id}\nname: Name {id}\nkind: {kind}\naliases: [Alias of {id}]\nsource: "
            + $"source-1\n{(claims.Length > 0 ? "claims:\n" + claims : "")}---\n\nA sentence about {id}.[^source-2]\n");

    private static void WriteSources(string folder)
    {
        foreach (var file in Enumerable.Range(0, Sources).Chunk(500))
        {
            var text = new StringBuilder("publisher: Made up\nsources:\n");
            foreach (var number in file)
                text.Append(
                    $"  - id: source-{number}\n    title: Source {number}\n    url: https://example.org/{number}\n    kind: paper\n");
            File.WriteAllText(Path.Combine(folder, "sources", $"part-{file[0]}.yaml"), text.ToString());
        }
    }
}
