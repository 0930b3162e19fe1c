using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Parts a sentence among the assertions in it, so that a date or a number is judged with the one that it belongs to.</summary>
internal static class Regions
{
    /// <summary>Gives each assertion its part of the sentence.</summary>
    public static ImmutableArray<Assertion> Of(IReadOnlyList<Element> elements, IEnumerable<Assertion> found)
    {
        var sorted = found.OrderBy(assertion => assertion.At).ToList();
        var regions = ImmutableArray.CreateBuilder<Assertion>(sorted.Count);
        var from = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            var to = elements.Count;
            if (i + 1 < sorted.Count)
            {
                var next = sorted[i + 1].At;
                to = Math.Max(next, from);
                for (var at = next - 1; at >= Math.Max(sorted[i].At + 1, Math.Min(sorted[i].End, next)); at--)
                {
                    if (elements[at].Kind is ElementKind.Comma or ElementKind.And or ElementKind.Relative or ElementKind.Break)
                    {
                        to = at;
                        break;
                    }
                }
            }

            var isDirect = elements.Skip(from).Take(to - from).Any(element =>
                element.Text.Contains("directly", StringComparison.OrdinalIgnoreCase)
                && !element.Text.Contains("indirectly", StringComparison.OrdinalIgnoreCase));
            regions.Add(sorted[i] with { From = from, To = to, IsDirect = isDirect });
            from = to;
        }

        return regions.DrainToImmutable();
    }
}
