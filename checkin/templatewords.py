"""What is said of templates of badges that are of no use: what is so, and what to do."""

TEMPLATES: dict[str, str] = {
    "template-unknown": "{template}: there is no template of that name; there are: {templates}.",
    "template-ambiguous": "{template} is the name of several templates; use its id, or rename one"
    " of: {templates}.",
    "template-gone": "That template is not there any more; look at the list again.",
    "template-taken": "There is a template called {template} already; choose another name.",
    "too-many-templates": "An event holds at most {most} templates; remove one first.",
    "template-wrong": "{template}: {field} of {place} is missing or out of bounds; correct it and"
    " save again.",
    "template-picture-missing": "{template}: a picture on it is not in the event any more; choose"
    " the picture again.",
}
