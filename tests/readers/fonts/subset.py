"""Makes fixture.ttf anew: `python subset.py NotoSansCJK-Regular.ttc`, after a character was added to characters.txt.

The outlines become quadratic, because reportlab embeds no others. Needs fonttools.
"""

import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
NAMES = {
    "familyName": "Giptui Fixture",
    "styleName": "Regular",
    "copyright": "© 2014-2021 Adobe (http://www.adobe.com/), a subset of Noto Sans CJK SC",
    "licenseDescription": "SIL Open Font License, Version 1.1",
    "licenseInfoURL": "https://openfontlicense.org",
}
SIMPLIFIED = "Noto Sans CJK SC"
ERROR = 4.0  # of a thousandth of the size: unseen at 300 dpi, and a third of the points


def face(collection: str) -> TTFont:
    for number in range(20):
        font = TTFont(collection, fontNumber=number)
        if font["name"].getDebugName(1) == SIMPLIFIED:
            return font
    raise SystemExit(f"no {SIMPLIFIED} in {collection}")


def main(collection: str) -> None:
    font = face(collection)
    wanted = {ord(each) for each in (HERE / "characters.txt").read_text("utf-8") if each > "\x7f"} | set(range(32, 127))
    codes = {code: name for code, name in sorted(font.getBestCmap().items()) if code in wanted}
    shapes, order = font.getGlyphSet(), list(dict.fromkeys([".notdef", *codes.values()]))
    glyphs, widths = {}, {}
    for name in order:
        pen = TTGlyphPen(None)
        shapes[name].draw(Cu2QuPen(pen, ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
        widths[name] = (shapes[name].width, 0)
    made = FontBuilder(font["head"].unitsPerEm, isTTF=True)
    made.setupGlyphOrder(order)
    made.setupCharacterMap(codes)
    made.setupGlyf(glyphs)
    made.setupHorizontalMetrics(widths)
    made.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=font["hhea"].descent)
    made.setupNameTable({**NAMES, "psName": "GiptuiFixture-Regular", "fullName": "Giptui Fixture"})
    made.setupOS2(sTypoAscender=font["hhea"].ascent, sTypoDescender=font["hhea"].descent)
    made.setupPost(keepGlyphNames=False)
    made.save(HERE / "fixture.ttf")
    lost = sorted(chr(code) for code in wanted - set(codes))
    print(len(codes), "characters", "without:" if lost else "", *lost)


if __name__ == "__main__":
    main(sys.argv[1])
