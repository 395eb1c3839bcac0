namespace Kehu.Domain;

/// <summary>A fact that an open decision misses, and whether any answer to it would end the question: the decision would be open no more.</summary>
public sealed record Question(Fact Fact, bool Decides);
