using ChatLineage.Benchmarks;

// Each measurement is a word: dotnet run -c Release --project benchmarks/ChatLineage.Benchmarks -- retrieval-quality
Func<CancellationToken, Task>? run = args.FirstOrDefault() switch
{
    "answer-signals" => AnswerSignalsMeasurement.RunAsync,
    "knowledge-cold" => KnowledgeColdMeasurement.RunAsync,
    "knowledge-scale" => KnowledgeScaleMeasurement.RunAsync,
    "knowledge-fuzz" => KnowledgeFuzzMeasurement.RunAsync,
    "pictures" => PictureMeasurement.RunAsync,
    "retrieval-quality" => RetrievalQualityMeasurement.RunAsync,
    "retrieval-scale" => RetrievalScaleMeasurement.RunAsync,
    _ => null,
};
if (run is null)
{
    Console.Error.WriteLine("Name a measurement: answer-signals, knowledge-cold, knowledge-scale, knowledge-fuzz, pictures, retrieval-quality, retrieval-scale. Run it from the folder that holds 'knowledge'.");
    return 1;
}

await run(CancellationToken.None);
return 0;
