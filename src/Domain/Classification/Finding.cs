namespace Kehu.Domain;

/// <summary>
/// What a leaf read: the quantity, what is known of it, the values it admits, and by how much a known value misses them
/// (signed: below is negative).
/// </summary>
public sealed record Observation(Quantity Quantity, Interval Reading, Arr<Interval> Admitted, Option<long> Miss);

/// <summary>
/// How one criterion came out for a customer, with its parts. The words describe the criterion;
/// a leaf has an observation and a citation, a group has parts.
/// </summary>
public sealed record Finding(Truth Truth, Label Words, Option<Observation> Observation, Option<Citation> Citation, Arr<Finding> Parts);

/// <summary>How the criterion to enter one class came out.</summary>
public sealed record ClassFinding(PolicyClass Class, Finding Finding);

/// <summary>
/// Why a customer is in its class and not in a better one: whether the policy applies, then each class tested from the first to the assigned one.
/// <see cref="WhateverUnknown"/>: criterion by criterion it stays open, yet every filling of the unknown facts decides alike.
/// </summary>
public sealed record Evidence(Option<Finding> Applies, Arr<ClassFinding> Classes, bool WhateverUnknown);
