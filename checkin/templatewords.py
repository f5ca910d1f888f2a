"""What is said of templates of badges that are of no use: what is so, and what to do."""

TEMPLATES: dict[str, str] = {
    "template-unknown": "{template}: there is no template of that name; there are: {templates}.",
    "template-ambiguous": "{template} is the name of several templates; use its id, or rename one"
    " of: {templates}.",
    "template-comes-along": "{template} comes along with the program and stays as it is; export it,"
    " and import it under another name.",
    "template-gone": "That template is not there any more; look at the list again.",
    "template-taken": "There is a template called {template} already; choose another name.",
    "too-many-templates": "An event holds at most {most} templates; remove one first.",
    "template-wrong": "{template}: {field} of {place} is missing or out of bounds; correct it and"
    " save again.",
    "not-a-template": "{path} is not a template of this version; choose a file made by"
    " `checkin templates export`.",
    "template-file-missing": "{path}: there is no such file; check the name.",
    "template-file-too-large": "{path} is larger than {most} MB; make the pictures in it smaller.",
    "template-file-wrong": "{path}: {field} of {place} is missing or out of bounds; correct it, or"
    " choose another file.",
    "template-picture-missing": "{template}: a picture on it is not in the event any more; choose"
    " the picture again.",
}
