namespace ChatLineage.LocalModel.Runtime;

/// <summary>One turn as a chat template takes it.</summary>
internal readonly record struct TemplateMessage(string Role, string Content);
