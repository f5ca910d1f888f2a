"""What is said while a badge is designed of what cannot be done."""

DESIGNER: dict[str, str] = {
    "template-name-missing": "A template needs a name.",
    "not-a-length": "{text} is not a length; write one such as 5.4 mm.",
    "nothing-to-paste": "Nothing was copied that can stand on a badge; copy an element, a picture"
    " or words first.",
    "badge-full": "A side of a badge holds at most {most} elements; remove some first.",
}
