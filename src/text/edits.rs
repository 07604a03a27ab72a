//! What was done, as undo says it.

/// What was done to a cell.
pub fn score_edit(option: &str, criterion: &str) -> String {
    format!("score of {option} on {criterion}")
}

/// What was done to a weight.
pub fn weight_edit(team: &str, criterion: &str) -> String {
    format!("{team}’s weight for {criterion}")
}

/// What was said of a cell's reason.
pub fn confirming_reason(cell: &str) -> String {
    format!("reason of {cell} still holds")
}

/// What was done to the list of things.
pub fn adding(name: &str) -> String {
    format!("adding {name}")
}

/// What was done to the list of things, several at once.
pub fn adding_several(count: usize) -> String {
    format!("adding {count} things")
}

pub fn moving(name: &str) -> String {
    format!("moving {name}")
}

pub fn removing(name: &str) -> String {
    format!("removing {name}")
}

/// What was done to a field of a thing.
pub fn change(field: &str, name: &str) -> String {
    format!("{} of {name}", field.to_lowercase())
}

/// What was done to a field of the scenario itself.
pub fn the_field(name: &str) -> String {
    name.to_lowercase()
}

/// What was done to all of a team's weights.
pub fn weights_edit(team: &str) -> String {
    format!("{team}’s weights")
}

/// What was done to a team's ranking by gut.
pub fn gut_edit(team: &str) -> String {
    format!("{team}’s ranking by gut")
}

/// What was done, as undo says it.
pub fn taking_over(sentence: &str) -> String {
    format!("taking over “{}”", sentence.trim_end_matches('.'))
}
