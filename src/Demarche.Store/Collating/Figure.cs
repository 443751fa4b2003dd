namespace Demarche.Store.Collating;

/// <summary>How many were killed, injured, arrested, …, as the words give it. “14” is lowest, best and highest; “at least 14” has no highest, “up to 14” no lowest, “dozens” only a lowest.</summary>
/// <param name="Kind">A kind of <c>collating.yaml</c>: <c>dead</c>, <c>injured</c>, <c>arrested</c>, <c>troops</c>, ….</param>
/// <param name="Words">The words.</param>
public sealed record Figure(string Kind, long? Low, long? Best, long? High, Span Words);
