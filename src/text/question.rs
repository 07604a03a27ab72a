//! What the page says on which a decision is put.

pub const TITLE_HINT: &str = "A name for this decision";
pub const QUESTION_HINT: &str = "What is being decided, as a question";
pub const NOTHING_YET: &str = "None yet.";
