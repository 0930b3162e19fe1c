namespace ChatLineage.Knowledge.Comparing;

/// <summary>A field of an entity that changed between two snapshots.</summary>
/// <param name="Id">The entity.</param>
/// <param name="Field">The field as notes call it.</param>
/// <param name="Before">Its value before; null when it had none.</param>
/// <param name="After">Its value after; null when it has none.</param>
public sealed record FieldChange(string Id, string Field, string? Before, string? After);
