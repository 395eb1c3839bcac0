namespace Kehu.Api;

/// <summary>How pages look, on a screen and on A4.</summary>
internal static class PageStyle
{
    private const string Font =
        """14px/1.5 "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif""";

    /// <summary>Moves to a higher class: the more of a row, the darker.</summary>
    private const string Up =
        ".up1 { background: #e6eff7; fill: #e6eff7; } .up2 { background: #cfe1f0; fill: #cfe1f0; } "
        + ".up3 { background: #b2cfe6; fill: #b2cfe6; } .up4 { background: #93bbdb; fill: #93bbdb; }";

    /// <summary>Moves to a lower class.</summary>
    private const string Down =
        ".down1 { background: #fbeee3; fill: #fbeee3; } .down2 { background: #f6dcc4; fill: #f6dcc4; } "
        + ".down3 { background: #efc59f; fill: #efc59f; } .down4 { background: #e6ac78; fill: #e6ac78; }";

    /// <summary>Moves between classes of which none is higher, and from or to no class.</summary>
    private const string Side =
        ".side1 { background: #f0eef5; fill: #f0eef5; } .side2 { background: #e2dded; fill: #e2dded; } "
        + ".side3 { background: #cfc7e0; fill: #cfc7e0; } .side4 { background: #bbb0d3; fill: #bbb0d3; }";

    /// <summary>
    /// Colours have a contrast of 4.5 and more on white; what they say is said in words or by a pattern too. Wide tables are printed across the paper,
    /// rows are never cut, heads of tables come again on every sheet.
    /// </summary>
    public const string Rules = $$"""

        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 1200px; padding: 32px 28px; background: #fff; color: #1d252c;
          font: {{Font}}; font-variant-numeric: tabular-nums; }
        header { border-bottom: 2px solid #1f3d5a; padding-bottom: 14px; margin-bottom: 8px; }
        h1 { font-size: 26px; line-height: 1.25; margin: 0 0 8px; color: #1f3d5a; font-weight: 600; }
        h2 { font-size: 17px; margin: 30px 0 6px; color: #1f3d5a; font-weight: 600; break-after: avoid; }
        h3 { font-size: 13px; margin: 12px 0 2px; color: #46535e; font-weight: 600; break-after: avoid; }
        p { margin: 4px 0 8px; max-width: 860px; }
        .meta { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: 0; }
        .meta div { display: flex; gap: 8px; }
        .meta dt { color: #5a6772; }
        .meta dd { margin: 0; }
        .sum { font-size: 16px; margin: 14px 0 4px; }
        .note { color: #46535e; font-size: 12px; }
        .tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; margin: 16px 0 4px; }
        .tile { border: 1px solid #c9d2da; border-top: 3px solid #1f3d5a; padding: 10px 14px; }
        .tile dt { color: #46535e; font-size: 13px; }
        .tile dd { margin: 0; font-size: 26px; line-height: 1.3; font-weight: 600; color: #1f3d5a; }
        .tile .small { font-size: 12px; font-weight: 400; color: #46535e; }
        table { border-collapse: collapse; width: 100%; margin: 6px 0 10px; font-size: 12.5px; line-height: 1.35; }
        th, td { padding: 4px 7px; text-align: left; vertical-align: baseline; border-bottom: 1px solid #dde3e8; font-weight: 400; }
        thead th { border-bottom: 1.5px solid #1f3d5a; color: #46535e; vertical-align: bottom; font-size: 11.5px; }
        tbody th.group { font-weight: 600; color: #1f3d5a; padding-top: 9px; }
        .n { text-align: right; white-space: nowrap; }
        thead th, thead th.n { white-space: normal; text-wrap: balance; }
        tbody th { overflow-wrap: break-word; }
        bdi { overflow-wrap: anywhere; }
        .figures tbody th { min-width: 150px; }
        .figures td:last-child { min-width: 110px; }
        .figures td:nth-child(4) { white-space: nowrap; }
        .figures thead th { word-break: keep-all; }
        .lead { break-after: avoid; }
        .in { padding-left: 18px; }
        .met { color: #1a6644; }
        .missed { color: #a3261d; font-weight: 600; }
        .undecided { color: #7a5a00; }
        .n .note { font-size: inherit; font-weight: 400; }
        .dim { color: #5a6772; }
        .total { font-weight: 600; background: #f1f4f7; }
        .dense table { font-size: 11px; }
        .dense th, .dense td { padding: 3px 4px; }
        .dense thead th { font-size: 10px; line-height: 1.25; overflow-wrap: break-word; }
        .dense th:first-child { min-width: 34px; }
        .code { min-width: 56px; }
        .who { min-width: 104px; overflow-wrap: anywhere; }
        .score { display: inline-block; width: 46px; height: 7px; margin-left: 5px; vertical-align: middle; }
        .heat { width: auto; min-width: 60%; }
        .heat td { min-width: 56px; }
        .heat tbody th { min-width: 118px; }
        .stay { background: #e9edf0; fill: #e9edf0; }
        {{Up}}
        {{Down}}
        {{Side}}
        .none { fill: #fff; }
        .lines bdi { display: inline-block; max-width: 100%; }
        .lines .words { min-width: 190px; overflow-wrap: break-word; }
        svg { display: block; width: 100%; height: auto; overflow: hidden; }
        .patterns { position: absolute; width: 0; height: 0; }
        .chart { max-width: 860px; margin: 2px 0 6px; }
        .charts { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px 22px; margin: 8px 0; }
        figure { margin: 0; break-inside: avoid; }
        figcaption { font-size: 12.5px; font-weight: 600; color: #1d252c; }
        text { font-size: 120px; fill: #1d252c; }
        .halo { paint-order: stroke; stroke: #fff; stroke-width: 40px; stroke-linejoin: round; }
        text.head { font-weight: 600; fill: #1f3d5a; }
        text.tiny { font-size: 95px; fill: #46535e; }
        text.end { text-anchor: end; }
        text.mid { text-anchor: middle; }
        text.met { fill: #1a6644; } text.missed { fill: #a3261d; } text.undecided { fill: #7a5a00; }
        .track { fill: #eef1f4; }
        .grid { stroke: #d5dce2; stroke-width: 6; }
        .bar { stroke-width: 10; }
        .bar.met { fill: #2a7d57; stroke: #1a6644; }
        .bar.missed { fill: url(#missed); stroke: #a3261d; }
        .bar.undecided { fill: #fff3cc; stroke: #7a5a00; stroke-dasharray: 40 20; }
        .bar.plain { fill: #7f93a6; stroke: #5a6e82; }
        .target { stroke: #111; stroke-width: 20; }
        .whisker { stroke: #111; stroke-width: 10; }
        .curve { fill: none; stroke: #1f5d92; stroke-width: 20; stroke-linejoin: round; }
        .dot { fill: #1f5d92; }
        .goal { stroke: #111; stroke-width: 9; stroke-dasharray: 45 30; }
        .node { fill: #1f3d5a; }
        .flow { fill-opacity: 0.7; }
        .flow.same { fill: #c3ccd4; } .flow.up { fill: #3b7fb5; } .flow.down { fill: #d9772b; } .flow.side { fill: #8d7fb3; }
        .flow.came { fill: #3f9b72; } .flow.left { fill: #5f5f5f; }
        .key { display: inline-block; width: 12px; height: 10px; margin: 0 5px 0 12px; }
        .small-print { font-size: 11.5px; color: #46535e; }
        .small-print dl { columns: 2; column-gap: 32px; margin: 4px 0; }
        .small-print dt { font-weight: 600; color: #1d252c; break-after: avoid; }
        .small-print dd { margin: 0 0 7px; break-inside: avoid; }
        @page { size: A4; margin: 14mm 13mm; }
        @page across { size: A4 landscape; margin: 12mm; }
        @media print {
          body { max-width: none; padding: 0; font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          .wide { page: across; }
          table { font-size: 8.5pt; } thead { display: table-header-group; } thead th { font-size: 8pt; }
          .dense table { font-size: 7.5pt; } .dense thead th { font-size: 6.5pt; } .dense th, .dense td { padding: 2px 3px; }
          tr, .tile, svg { break-inside: avoid; }
          .figures { font-size: 7.5pt; } .figures th, .figures td { padding: 3px 4px; } .figures th.in { padding-left: 12px; }
          h2 { margin-top: 20px; }
          .chart { max-width: none; }
          .small-print { font-size: 8pt; }
        }
        @media screen and (max-width: 760px) { .charts, .tiles { grid-template-columns: 1fr 1fr; } .small-print dl { columns: 1; } }
        @media screen { section { overflow-x: auto; } }

        """;
}
