"""What is said of seals and evidence packs: what is so, and what to do next."""

PROOF: dict[str, str] = {
    "pack-not-there": "{path}: there is no such file; look at its name.",
    "pack-unreadable": "{path} is no ZIP file that can be read; ask for another copy of it.",
    "pack-unsafe": "{path} was not made by Check-in: it is too large inside, or has odd names.",
    "not-a-pack": "{path} is no evidence pack: it has no manifest.json.",
    "pack-manifest-unreadable": "The manifest of the pack cannot be read; ask for another copy, or"
    " update the program.",
    "pack-manifest-altered": "manifest.json was altered: it is not as the event's owner signed it.",
    "pack-file-missing": "{file} is missing.",
    "pack-file-altered": "{file} was altered.",
    "pack-file-added": "{file} was added.",
    "pack-fingerprint": "The fingerprint of seal {number} of {day} was altered.",
    "pack-line-unreadable": "journal.jsonl: line {line} cannot be read.",
    "pack-entry-missing": "journal.jsonl: entry {seq} of station {station} is missing.",
    "pack-entry-altered": "journal.jsonl: entry {seq} of station {station} was altered.",
    "pack-body-altered": "journal.jsonl: the text of entry {seq} of station {station} was altered.",
    "pack-seal-unknown": "Seal {number} of {day} is not in the journal.",
    "pack-seal-broken": "Seal {number} of {day} does not hold: entry {seq} of station {station} is"
    " not as it was sealed.",
    "pack-seal-missing": "A seal that is in the journal is not in the manifest, or the reverse.",
    "pack-journal-cut": "journal.jsonl does not end where the manifest says.",
    "pack-scans-unreadable": "{file} lacks the columns that are compared.",
    "pack-scan-altered": "{file}: row {row} is not what the journal says.",
    "pack-scans-missing": "{file}: {count} scans are missing.",
    "pack-journal-strange": "The journal of the pack is not the event's: entry {seq} of station"
    " {station} differs.",
}
