#!/usr/bin/env python3
"""Writes Tests/LetteringTests/UnicodeData.swift from Unicode's own files, as they lie in /usr/share/unicode where Debian's
package unicode-data is installed. The table of the program is made from another source, by width-table.py.

    python3 scripts/width-data.py /usr/share/unicode > Tests/LetteringTests/UnicodeData.swift
"""
import re
import sys

folder = sys.argv[1]
WIDTHS = open(f"{folder}/EastAsianWidth.txt", encoding="utf-8").read()
EMOJI = open(f"{folder}/emoji/emoji-data.txt", encoding="utf-8").read()
# Categories of what has no column of its own; of format characters the test says which have a shape.
EMPTY = {"Cc", "Mn", "Me", "Mc", "Zl", "Zp"}


def rows(text):
    """First and last code point, the property, and the general category where the comment says it."""
    pattern = r"^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)\s*#\s*(\S+)"
    for first, last, value, category in re.findall(pattern, text, re.M):
        yield int(first, 16), int(last or first, 16), value, category


def table(name, comment, wanted):
    found = []
    for first, last in sorted(wanted):
        if found and found[-1][1] == first - 1:
            found[-1][1] = last
        else:
            found.append([first, last])
    print(f"    /// {comment}")
    print("    // swift-format-ignore")
    print(f"    static let {name}: [ClosedRange<UInt32>] = [")
    pairs = [f"0x{first:04X}...0x{last:04X}," for first, last in found]
    for index in range(0, len(pairs), 5):
        print("        " + " ".join(pairs[index : index + 5]))
    print("    ]")


version = re.match(r"# EastAsianWidth-([\d.]+)\.txt", WIDTHS).group(1)
widths, emoji = list(rows(WIDTHS)), list(rows(EMOJI))
# Code points to come, for which the file's head gives blocks and planes.
reserved = [(int(a, 16), int(b, 16)) for a, b in re.findall(r"^#.*U\+([0-9A-F]+)\.\.U\+([0-9A-F]+)$", WIDTHS, re.M)]
wide = [(first, last) for first, last, value, _ in widths if value in ("W", "F")]
listed = {code for first, last, _, _ in widths for code in range(first, last + 1)}
wide += [(code, code) for a, b in reserved for code in range(a, b + 1) if code not in listed]

print("// Made by scripts/width-data.py; do not edit. Ranges taken out of EastAsianWidth.txt and emoji-data.txt of Unicode")
print(f"// {version}, © 2022 Unicode, Inc., https://www.unicode.org/terms_of_use.html\n")
print("/// What Unicode's files say of code points, as ranges in rising order.")
print("enum UnicodeData {")
print(f"    /// The version of the files.\n    static let version = ({version.split('.')[0]}, {version.split('.')[1]})\n")
table("wide", "East Asian Wide or Fullwidth, what is reserved for such included.", wide)
print()
table("empty", "Control characters, combining marks, separators of lines and paragraphs.",
      [(first, last) for first, last, _, category in widths if category in EMPTY])
print()
table("format", "Format characters.", [(first, last) for first, last, _, category in widths if category == "Cf"])
print()
for name, value, comment in [
    ("emoji", "Emoji", "What can be drawn as an emoji."),
    ("emojiPresentation", "Emoji_Presentation", "What is drawn as an emoji unless something else is asked for."),
    ("emojiModifierBase", "Emoji_Modifier_Base", "What can take a skin tone."),
]:
    if name != "emoji":
        print()
    table(name, comment, [(first, last) for first, last, own, _ in emoji if own == value])
print("}")
