using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>Conditions on the members of a list: «Databricks models», «released in 2023», «that allow commercial use».</summary>
/// <param name="Kind">The kind of thing; null for any.</param>
/// <param name="Maker">Who made it; null for anybody.</param>
/// <param name="From">The earliest date, inclusive; null for none.</param>
/// <param name="To">The latest date, inclusive; null for none.</param>
/// <param name="Licence">The licence it stands under; null for any.</param>
/// <param name="Commercial">True when commercial use must be allowed.</param>
/// <param name="Open">True when weights must be open.</param>
/// <param name="NotMaker">Who must not have made it; null for nobody.</param>
internal sealed record Filter(EntityKind? Kind, Entity? Maker, DateOnly? From, DateOnly? To, Entity? Licence, bool Commercial, bool Open,
    Entity? NotMaker = null)
{
    public static Filter None { get; } = new(null, null, null, null, null, false, false);

    public bool IsEmpty => this == None;

    public bool Accepts(Entity entity, EvaluationContext context) =>
        (Kind is null || entity.Kind == Kind || (Kind == EntityKind.Model && entity.Kind == EntityKind.Tool
            && context.Facts.From(entity, Predicates.BuiltOn).Length > 0))
        && (Maker is null || context.Facts.IsBy(entity, Maker))
        && (NotMaker is null || !context.Facts.IsBy(entity, NotMaker))
        && (Size is null || Sizes(entity).Contains(Size))
        && AcceptsDate(entity, context)
        && (Licence is null || context.Facts.From(entity, Predicates.LicensedUnder).Any(fact => fact.Object == Licence))
        && (!Commercial || AllowsCommerce(entity, context))
        && (!Open || entity.Openness == Openness.WeightsOpen);

    /// <summary>The size asked for, as notes write it: «7B»; null for any.</summary>
    public string? Size { get; init; }

    /// <summary>The conditions in words, to stand behind a noun: «by Databricks released in 2023»; empty without any.</summary>
    public string InWords()
    {
        var words = new List<string>();
        if (Maker is not null)
            words.Add("by " + Maker.Name);
        if (NotMaker is not null)
            words.Add("not by " + NotMaker.Name);
        if (Licence is not null)
            words.Add("under " + Licence.Name);
        if (Commercial)
            words.Add("open to commercial use");
        if (Open)
            words.Add("with open weights");
        if (Size is not null)
            words.Add("of " + Size);
        if (From is { } from && To is { } to)
            words.Add(from.Year == to.Year && from.Month == to.Month ? "from " + (from == to
                ? new PartialDate(from.Year, from.Month, from.Day) : new PartialDate(from.Year, from.Month)).ToWords()
                : $"from {(from.Year == to.Year ? from.Year : $"{from.Year} to {to.Year}")}");
        else if (From is { } after)
            words.Add($"since {after.Year}");
        else if (To is { } before)
            words.Add($"up to {before.Year}");
        return words.Count == 0 ? "" : " " + string.Join(' ', words);
    }

    private static string[] Sizes(Entity entity) =>
        (entity.Size ?? "").Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    private bool AcceptsDate(Entity entity, EvaluationContext context)
    {
        if (From is null && To is null)
            return true;
        return Dating.Of(entity, context) is { } dating && (From is null || dating.Date.Latest >= From)
            && (To is null || dating.Date.Earliest <= To)
            && (dating.Date.Month is not null || From is null || To is null || To.Value.DayNumber - From.Value.DayNumber > 300);
    }

    private static bool AllowsCommerce(Entity entity, EvaluationContext context)
    {
        var own = LicenceInheritance.OwnLicences(context.Knowledge, entity);
        return own.Any(licence => licence.Object.Terms is { Commercial: not CommercialUse.Forbidden })
            && !own.Any(licence => licence.Object.Terms is { Commercial: CommercialUse.Forbidden })
            && !LicenceInheritance.Inherited(context.Knowledge, entity)
                .Any(terms => terms.Terms is { Commercial: CommercialUse.Forbidden });
    }
}
