//! What the window asks and tells over its content.

use super::isolated;

pub const CLOSE: &str = "Close";
pub const CANCEL: &str = "Cancel";
pub const PATH_NOTE: &str =
    "The system showed no dialog. Type the path of the file, or choose it below; ~ is your home:";
pub const PATH_FIELD: &str = "Path";
pub const ADD: &str = "Add";
pub const ADD_AND_NEXT: &str = "Add and next";
pub const KEYS_TITLE: &str = "Keys";

/// What the matrix's own keys do.
pub const MATRIX_KEY_LIST: &[(&str, &str)] = &[
    ("Arrows, Home, End, Page", "Move through the matrix, its heads included"),
    ("0–9", "Type a score"),
    ("Enter, Tab", "Take the score and go on, down the column or along the row; Shift goes back"),
    ("Enter", "Edit the score, or the option or criterion"),
    ("F2", "Its reason, or its name"),
    ("Space", "Show or hide the inspector"),
    ("Delete", "Take the score out"),
    ("Alt+Up, Alt+Down", "One point more or less of weight, for the team shown"),
    ("Escape", "Drop what is being typed or dragged"),
];

pub const NEW_OPTION: &str = "New option";
pub const NEW_CRITERION: &str = "New criterion";
pub const NEW_GROUP: &str = "New group";
pub const NEW_TEAM: &str = "New team";
pub const NEW_ASSUMPTION: &str = "New assumption";
pub const NEW_SOURCE: &str = "New source";
pub const BEGIN_WAY: &str = "Weigh anew";
pub const BEGIN_WAY_TITLE: &str = "Begin in another way?";

pub const CLEAR_WAY_TITLE: &str = "Clear weights of another way?";

/// Asks before the judgements of another way go for the first in this one.
pub fn begin_way(team: &str) -> String {
    format!(
        "What {} gave so far was given in another way, and goes with this. Undo brings it back.",
        isolated(team)
    )
}

/// Asks before the judgements of another way go for the same weight everywhere.
pub fn begin_way_alike(team: &str) -> String {
    format!(
        "The weights that {} gave so far were given in another way. They go, and all weigh the \
         same. Undo brings them back.",
        isolated(team)
    )
}

/// Asks before the judgements of another way are cleared.
pub fn clear_way(team: &str) -> String {
    format!(
        "The weights that {} gave so far were given in another way. They go, and none are given in \
         this one yet. Undo brings them back.",
        isolated(team)
    )
}

pub const BROKEN: &str = "This page broke down";
pub const BROKEN_NOTE: &str = "A fault of the program’s own: the document is as it was, and the other \
                               pages go on. It is tried again when the document is another.";
pub const TRY_AGAIN: &str = "Try again";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_teams_name_turns_a_question_around() {
        for ask in [begin_way, begin_way_alike, clear_way] {
            assert_eq!(ask("بغداد"), ask("Erbil").replace("Erbil", "\u{2068}بغداد\u{2069}"));
        }
    }
}
