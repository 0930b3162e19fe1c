using ChatLineage.Knowledge.Entities;
using SkiaSharp;

namespace ChatLineage.Pictures.Drawing;

/// <summary>A shape for each kind of entity, so that colours are not all that tells them apart.</summary>
internal static class KindShape
{
    private const float Round = 12;
    private const float Pill = 28;
    private const float Corner = 12;
    private const float Lip = 10;

    /// <summary>The outline of a box; the caller disposes it.</summary>
    /// <param name="kind">The kind; null for «and 43 more».</param>
    /// <param name="box">Where it stands.</param>
    public static SKPath Outline(EntityKind? kind, SKRect box)
    {
        using var path = new SKPathBuilder();
        switch (kind)
        {
            case EntityKind.Model:
                path.AddRoundRect(box, Round, Round);
                break;
            case EntityKind.Dataset:
                Barrel(path, box);
                break;
            case EntityKind.Tool:
                path.AddPoly(
                [
                    new(box.Left + Corner, box.Top), new(box.Right - Corner, box.Top), new(box.Right, box.MidY),
                    new(box.Right - Corner, box.Bottom), new(box.Left + Corner, box.Bottom), new(box.Left, box.MidY),
                ]);
                break;
            case EntityKind.Event:
                path.AddPoly(
                [
                    new(box.Left + Corner, box.Top), new(box.Right, box.Top),
                    new(box.Right - Corner, box.Bottom), new(box.Left, box.Bottom),
                ]);
                break;
            case EntityKind.Licence:
                path.AddPoly(
                [
                    new(box.Left, box.Top), new(box.Right - Corner, box.Top), new(box.Right, box.Top + Corner),
                    new(box.Right, box.Bottom), new(box.Left, box.Bottom),
                ]);
                break;
            case EntityKind.Organisation:
                path.AddRect(box);
                break;
            default:
                path.AddRoundRect(box, Math.Min(Pill, box.Height / 2), Math.Min(Pill, box.Height / 2));
                break;
        }

        return path.Detach();
    }

    /// <summary>What is drawn inside the outline: the lip of a barrel, the fold of a sheet; null when there is nothing.</summary>
    public static SKPath? Detail(EntityKind? kind, SKRect box)
    {
        using var path = new SKPathBuilder();
        switch (kind)
        {
            case EntityKind.Dataset:
                path.AddArc(new SKRect(box.Left, box.Top, box.Right, box.Top + Lip), 0, 180);
                return path.Detach();
            case EntityKind.Licence:
                var corner = new SKPoint(box.Right - Corner, box.Top + Corner);
                path.AddPoly([new(corner.X, box.Top), corner, new(box.Right, corner.Y)], close: false);
                return path.Detach();
            case EntityKind.Organisation:
                path.AddPoly([new(box.Left + 6, box.Top), new(box.Left + 6, box.Bottom)], false);
                return path.Detach();
            default:
                return null;
        }
    }

    private static void Barrel(SKPathBuilder path, SKRect box)
    {
        path.MoveTo(box.Left, box.Top + (Lip / 2));
        path.ArcTo(new SKRect(box.Left, box.Top, box.Right, box.Top + Lip), 180, 180, false);
        path.LineTo(box.Right, box.Bottom - (Lip / 2));
        path.ArcTo(new SKRect(box.Left, box.Bottom - Lip, box.Right, box.Bottom), 0, 180, false);
        path.Close();
    }
}
