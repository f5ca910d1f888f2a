"""What is said of pictures, PDFs, photos and cameras that are of no use: what is so, what to do."""

PICTURES: dict[str, str] = {
    "picture-missing": "{path}: there is no such picture; check the name.",
    "picture-not-a-file": "{path} is not a picture file; name one.",
    "picture-unreadable": "{path} cannot be read; check your rights to it.",
    "picture-unknown": "{path} is not a picture of a kind that is read; save it as PNG or JPEG.",
    "picture-damaged": "{path} is damaged; take or send the picture again.",
    "picture-too-large": "{path} is too large, over {megapixels} megapixels or {megabytes} MB;"
    " make it smaller.",
    "picture-not-png": "The picture is not a PNG; save it as PNG and choose that file.",
    "picture-too-heavy": "The picture is too large, over {most} KB; make it smaller.",
    "pdf-damaged": "{path} is damaged; have the PDF sent again.",
    "pdf-locked": "{path} is protected by a password; save it without one.",
    "pdf-too-large": "{path} is larger than {megabytes} MB; split it.",
    "pdf-too-long": "{path} has {pages} pages, more than {most}; split it.",
    "no-pictures-in-folder": "{path}: there is no picture in that folder; choose another.",
    "photo-wrong": "A photo is a JPEG of at most {most} KB; choose another picture.",
    "no-picture-copied": "There is no picture to be pasted; copy one first.",
    "no-code-copied": "No code was found in the copied picture; copy it larger or sharper.",
    "no-code-in-picture": "{path}: no code was found; take a sharper picture, closer.",
    "camera-library-missing": "Cameras need the package libpulse0 on this computer; install it to"
    " scan with one.",
}
