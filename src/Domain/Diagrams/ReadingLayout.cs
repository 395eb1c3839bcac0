namespace Kehu.Domain;

/// <summary>How the readings lie that code for a diagram reads.</summary>
internal enum ReadingLayout
{
    /// <summary>One customer after another, each with a reading for every variable.</summary>
    Rows,

    /// <summary>One customer, what is known of every variable.</summary>
    Known,
}
