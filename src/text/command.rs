//! The names of commands, and what their tooltips say.

pub const NEW: (&str, &str) = ("New", "Begin an empty scenario");
pub const OPEN: (&str, &str) = ("Open…", "Open a scenario file");
pub const SAVE: (&str, &str) = ("Save", "Save to the file");
pub const SAVE_AS: (&str, &str) = ("Save as…", "Save to another file, and go on in it");
pub const SAVE_COPY: (&str, &str) = ("Save a copy…", "Save to another file, and go on in this one");
pub const REVERT: (&str, &str) =
    ("Revert to saved", "Go back to what was last saved; this can be undone");
pub const RELOAD: (&str, &str) =
    ("Reload from the file", "Take what another program made of the file; this can be undone");
pub const KEEP_MINE: (&str, &str) =
    ("Keep mine", "Let the next save replace what another program made of the file");
pub const COMPARE_OWN_FILE: (&str, &str) =
    ("Compare with the file", "Put what another program made of the file beside this");
pub const SHOW_STATES: (&str, &str) =
    ("History", "What was done, and the versions of the file: look at any of them, or take it");
pub const CLOSE_DOCUMENT: (&str, &str) = ("Close", "Close the scenario and show the first page");
pub const QUIT: (&str, &str) = ("Quit", "Close the window");
pub const UNDO: (&str, &str) = ("Undo", "Take back what was last done");
pub const REDO: (&str, &str) = ("Redo", "Do again what was taken back");
pub const MOVE_EARLIER: (&str, &str) =
    ("Move earlier", "One place towards the beginning of its list");
pub const MOVE_LATER: (&str, &str) = ("Move later", "One place towards the end of its list");
pub const REMOVE: (&str, &str) = ("Remove", "Remove what is selected, with all that refers to it");
pub const TOGGLE_LOCK: (&str, &str) =
    ("Lock or unlock", "Hold this share while other bars are dragged");
pub const ADD_OPTION: (&str, &str) = ("Add option…", "A course of action to compare");
pub const ADD_CRITERION: (&str, &str) = ("Add criterion…", "Something that options are scored on");
pub const ADD_GROUP: (&str, &str) = ("Add group…", "A branch that holds criteria");
pub const ADD_TEAM: (&str, &str) = ("Add team…", "Someone who weighs the criteria");
pub const ADD_ASSUMPTION: (&str, &str) =
    ("Add assumption…", "Something that the scores take for granted");
pub const ADD_SOURCE: (&str, &str) = ("Add source…", "Something that evidence cites");
pub const SHOW_QUESTION: (&str, &str) = ("Question", "What is decided, and among what");
pub const SHOW_MATRIX: (&str, &str) = ("Matrix", "Options by criteria, and what wins");
pub const SHOW_WEIGHTS: (&str, &str) = ("Weights", "What matters how much, to whom");
pub const SHOW_RESULT: (&str, &str) = ("Result", "What wins, by how much, and why");
pub const SHOW_FIRM: (&str, &str) =
    ("How firm", "What would change the winner: weights, scores, assumptions");
pub const SHOW_TEAMS: (&str, &str) = ("Teams", "Where the teams agree and where they part");
pub const SHOW_COMPARE: (&str, &str) = ("Compare", "Two teams or two files side by side");
pub const COMPARE_FILE: (&str, &str) =
    ("Compare with a file…", "Put another scenario beside this one");
pub const RANK_BY_GUT: (&str, &str) =
    ("Rank by gut…", "The order of the options before the team’s totals are seen");
pub const DUPLICATE_TEAM: (&str, &str) =
    ("Duplicate team", "A new team with the weights and scores of the one chosen");
pub const TOGGLE_INSPECTOR: (&str, &str) =
    ("Inspector", "Show or hide the details of what is selected");
pub const ORDER_BY_RANK: (&str, &str) = ("Order by rank", "The best option first");
pub const ORDER_AS_ENTERED: (&str, &str) =
    ("Order as entered", "Options in the order of the scenario");
pub const RANK_NOW: (&str, &str) =
    ("Rank now", "Let the rows go to their places, which stay while scores are typed");
pub const SHOW_WEAK_EVIDENCE: (&str, &str) = (
    "Show weak evidence",
    "Hatch all that rests on weak evidence, or only what is weaker than the middle grade",
);
pub const NEXT_FINDING: (&str, &str) =
    ("Next to check", "Jump to the next thing that is questionable");
pub const ZOOM_IN: (&str, &str) = ("Zoom in", "Show everything larger");
pub const ZOOM_OUT: (&str, &str) = ("Zoom out", "Show everything smaller");
pub const ZOOM_RESET: (&str, &str) = ("Usual size", "Show everything at 100 %");
pub const SYSTEM_THEME: (&str, &str) = ("Auto", "Light or dark as the system is");
pub const LIGHT_THEME: (&str, &str) = ("Light", "Dark text on a light ground");
pub const DARK_THEME: (&str, &str) = ("Dark", "Light text on a dark ground");
pub const PALETTE: (&str, &str) = ("Commands", "Find a command by its name");
pub const KEY_SHEET: (&str, &str) = ("Keys", "Every shortcut on one sheet");
