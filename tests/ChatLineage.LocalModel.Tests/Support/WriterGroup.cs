namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>Tests that use the real models run one after the other, on one set of loaded models.</summary>
[CollectionDefinition(Name)]
public sealed class WriterGroup : ICollectionFixture<WriterHost>, ICollectionFixture<WriterModel>
{
    public const string Name = "writer";
}
