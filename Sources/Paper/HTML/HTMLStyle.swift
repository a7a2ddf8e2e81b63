import Lettering

/// How documents look on a screen and on paper.
enum HTMLStyle {
    /// The style sheet; the mark stands at the foot of every printed page where the browser can do that.
    static func text(mark: String?) -> String {
        screen + paper + foot(mark.map(quoted) ?? "\"\"")
    }

    private static let screen = """
        :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --faint: #595959; --line: #999; --red: #c00000;
          --s0: #1f5fa8; --s1: #d9822b; --s2: #2e7d5b; --s3: #8a6bb8; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e6e6; --paper: #161616; --faint: #a6a6a6; --line: #777; --red: #ff6b6b;
            --s0: #6fa8e8; --s1: #f0a858; --s2: #66bf95; --s3: #bfa3e8; } }
        body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.75; font-size: clamp(17px, 2.4vw, 20px);
          font-family: "仿宋_GB2312", "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", "Songti SC", serif; }
        article { box-sizing: border-box; max-width: 40em; margin: 0 auto; padding: 1.5em 1em; overflow-wrap: anywhere; }
        .issuer, .number, h1, figcaption, .none { text-align: center; }
        .issuer { color: var(--red); margin: 0 0 .5em; line-height: 1.3; font-size: 1.6em; }
        .issuer, h1 { font-family: "方正小标宋简体", "方正小标宋_GBK", STZhongsong, "华文中宋", "Noto Serif CJK SC", serif; text-wrap: balance; }
        .number { margin: 0 0 .5em; }
        hr { border: 0; border-top: 2px solid var(--red); margin: 0; }
        h1 { font-size: 1.375em; font-weight: normal; line-height: 1.45; margin: 1em 0; }
        h2, h3, h4 { font-size: 1em; margin: .6em 0 0; text-indent: 2em; break-after: avoid; }
        h2, th, figcaption { font-family: "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; font-weight: normal; }
        h3 { font-family: "楷体_GB2312", "楷体", KaiTi, STKaiti, "Noto Serif CJK SC", serif; font-weight: normal; }
        p { margin: 0; text-indent: 2em; text-align: justify; }
        header p, .none, .legend, .signature, .note { text-indent: 0; }
        .note { font-size: .8em; color: var(--faint); margin: .5em 0; }
        .signature { margin: 2em 2em 0 0; text-align: right; break-inside: avoid; }
        footer { margin-top: 2em; border-top: 1px solid var(--line); font-size: .7em; color: var(--faint); }
        .page { border-top: 1px dashed var(--line); margin: 1.5em 0; }
        table { width: 100%; border-collapse: collapse; font-size: .8em; line-height: 1.5; }
        th, td { border: 1px solid var(--line); padding: .2em .4em; }
        td { text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
        td.right { text-align: right; overflow-wrap: normal; }
        td.none { text-align: center; color: var(--faint); }
        figure { margin: .8em 0; break-inside: avoid; }
        .long { break-inside: auto; }
        .long div { overflow-x: auto; }
        figcaption { font-size: .8em; padding-bottom: .3em; break-after: avoid; }
        svg { display: block; width: 100%; max-width: 28em; height: auto; margin: 0 auto; font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
        svg text { fill: currentColor; font-size: 12px; }
        svg .end { text-anchor: end; }
        svg .middle { text-anchor: middle; }
        svg .grid { stroke: var(--line); stroke-width: .5; }
        svg polyline { fill: none; stroke-width: 2; stroke-linejoin: round; }
        rect.s0, circle.s0, i.s0 { fill: var(--s0); background: var(--s0); } polyline.s0 { stroke: var(--s0); }
        rect.s1, circle.s1, i.s1 { fill: var(--s1); background: var(--s1); } polyline.s1 { stroke: var(--s1); stroke-dasharray: 6 3; }
        rect.s2, circle.s2, i.s2 { fill: var(--s2); background: var(--s2); } polyline.s2 { stroke: var(--s2); stroke-dasharray: 2 3; }
        rect.s3, circle.s3, i.s3 { fill: var(--s3); background: var(--s3); } polyline.s3 { stroke: var(--s3); stroke-dasharray: 8 3 2 3; }
        .legend { text-align: center; font-size: .8em; }
        .legend span { margin: 0 .6em; white-space: nowrap; }
        .legend i { display: inline-block; width: 1em; height: .6em; margin-right: .3em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }

        """

    /// 28 characters of 16 points to a line of 156 mm, 22 lines of 28 points to a page.
    private static let paper = """
        @media print {
          :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #444; --line: #666; --red: #c00000;
            --s0: #1f5fa8; --s1: #d9822b; --s2: #2e7d5b; --s3: #8a6bb8; }
          body { font-size: 16pt; line-height: 28pt; letter-spacing: calc(156mm / 28 - 16pt); }
          article { max-width: none; padding: 0; }
          .issuer { font-size: 26pt; line-height: 40pt; letter-spacing: 0; }
          h1 { font-size: 22pt; line-height: 32pt; margin: 28pt 0; }
          h2, h3, h4 { margin: 0; }
          table, figcaption, .note, .legend { font-size: 12pt; line-height: 18pt; }
          .long div { overflow: visible; }
          table { min-width: 0 !important; letter-spacing: 0; }
          thead { display: table-header-group; }
          tr { break-inside: avoid; }
          .page { border: 0; margin: 0; break-after: page; }
          footer { font-size: 10.5pt; line-height: 14pt; }
        }

        """

    /// The page's number stands outside: on the right of odd pages, on the left of even ones.
    private static func foot(_ mark: String) -> String {
        let number =
            #"content: "— " counter(page) " —"; font: 14pt "宋体", SimSun, "Noto Serif CJK SC", serif; vertical-align: top;"#
        let small =
            "content: \(mark); font: 9pt \"仿宋\", FangSong, \"Noto Serif CJK SC\", serif; vertical-align: top;"
        return """
            @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
            @page :right { @bottom-right { \(number) } @bottom-left { \(small) } }
            @page :left { @bottom-left { \(number) } @bottom-right { \(small) } }

            """
    }

    /// The text as a string of a style sheet. Whatever is no digit goes in by its number, so that nothing in it
    /// can end the string or the style.
    private static func quoted(_ text: String) -> String {
        let shown = Visible.visible(text, keepNewlines: false).unicodeScalars.map { scalar in
            ("0"..."9").contains(scalar) || scalar.value >= 0xA0
                ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
        }
        return "\"" + shown.joined() + "\""
    }
}
