//! What the page says on which a decision is put.

pub const TITLE_HINT: &str = "A name for this decision";
pub const QUESTION_HINT: &str = "What is being decided, as a question";
pub const SCALE: &str = "Scale";
pub const FROM: &str = "From, for a new criterion";
pub const TO: &str = "To, for a new criterion";
/// What stands between the ends of a range.
pub const TO_WORD: &str = super::command_line::TO;
pub const UNIT: &str = "Unit, for a new criterion";
pub const GOAL_NOTE: &str = "Which end of the scale is good. Space changes it.";

/// What a new criterion's end that is good is called, for those who can't see where it stands.
pub fn new_goal(goal: &str) -> String {
    format!("A new criterion: {goal}")
}

pub const NOTHING_YET: &str = "None yet.";
