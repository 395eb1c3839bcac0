namespace Kehu.Domain;

/// <summary>A standard beside a text that says all of it: standards of equal texts are equal.</summary>
public sealed record WrittenStandard(Standard Standard, string Text);
