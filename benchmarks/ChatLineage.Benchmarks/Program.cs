using System.Globalization;
using ChatLineage.Benchmarks;
using ChatLineage.Benchmarks.LocalModel;
using ChatLineage.Benchmarks.LocalModel.Comparison;
using ChatLineage.Benchmarks.LocalModel.Faults;

// Each measurement is a word: dotnet run -c Release --project benchmarks/ChatLineage.Benchmarks -- retrieval-quality
Func<CancellationToken, Task>? run = args.FirstOrDefault() switch
{
    "answer-signals" => AnswerSignalsMeasurement.RunAsync,
    "knowledge-cold" => KnowledgeColdMeasurement.RunAsync,
    "knowledge-scale" => KnowledgeScaleMeasurement.RunAsync,
    "knowledge-fuzz" => KnowledgeFuzzMeasurement.RunAsync,
    "model-comparison" => ComparisonMeasurement.RunAsync,
    "model-faults" => cancellationToken =>
        FaultMeasurement.RunAsync(TimeSpan.FromMinutes(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 0),
            cancellationToken),
    "model-quantisations" => QuantisationMeasurement.RunAsync,
    "model-prompts" => WriterPromptMeasurement.RunAsync,
    "pictures" => PictureMeasurement.RunAsync,
    "retrieval-quality" => RetrievalQualityMeasurement.RunAsync,
    "retrieval-scale" => RetrievalScaleMeasurement.RunAsync,
    _ => null,
};
if (run is null)
{
    Console.Error.WriteLine(
        "Name a measurement: answer-signals, knowledge-cold, knowledge-scale, knowledge-fuzz, model-comparison, model-faults [minutes], "
            + "model-prompts, model-quantisations, pictures, retrieval-quality, retrieval-scale. Run it from the folder that holds "
            + "'knowledge'.");
    return 1;
}

await run(CancellationToken.None);
return 0;
