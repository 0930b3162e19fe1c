namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>Tests that use the real models run one after the other, on one pair of models.</summary>
[CollectionDefinition(Name)]
public sealed class WriterGroup : ICollectionFixture<WriterHost>
{
    public const string Name = "writer";
}
