#!/usr/bin/env python3
"""Writes Sources/Lettering/WidthTable.swift from this Python's own unicodedata.

    python3 scripts/width-table.py > Sources/Lettering/WidthTable.swift
"""
import unicodedata

# Unassigned code points that Unicode gives to wide ideographs to come (UAX #11).
IDEOGRAPHS = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]
# Vowels and finals that join the Hangul syllable before them.
JAMO = [(0x1160, 0x11FF), (0xD7B0, 0xD7FF)]
# Format characters with a shape: soft hyphen (terminals draw it), Arabic and other prepended marks.
SHAPED = {0xAD, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}


def within(code, ranges):
    return any(low <= code <= high for low, high in ranges)


def columns(code):
    character = chr(code)
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Mc", "Zl", "Zp") or within(code, JAMO):
        return 0
    if category == "Cf" and code not in SHAPED:
        return 0
    if unicodedata.east_asian_width(character) in "WF" or within(code, IDEOGRAPHS):
        return 2
    return 1


def ranges(wanted):
    found = []
    for code in range(0x300, 0x110000):
        if columns(code) == wanted:
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    return found


def table(name, comment, wanted):
    print(f"    /// {comment}")
    print("    // swift-format-ignore")
    print(f"    static let {name}: [UInt32] = [")
    pairs = [f"0x{low:04X}, 0x{high:04X}," for low, high in ranges(wanted)]
    for index in range(0, len(pairs), 5):
        print("        " + " ".join(pairs[index : index + 5]))
    print("    ]")


print(f"// Made by scripts/width-table.py from Unicode {unicodedata.unidata_version}; do not edit.\n")
print("/// Widths of scalars from U+0300 on: first and last of each range, in rising order.")
print("enum WidthTable {")
print(f'    static let unicodeVersion = "{unicodedata.unidata_version}"\n')
table("zero", "No column of their own: combining marks, joiners, directions, Hangul vowels and finals.", 0)
print()
table("wide", "Two columns: East Asian Wide and Fullwidth, emoji included.", 2)
print("}")
