//! How many there are of something.

/// `4 options, 6 criteria`.
pub fn extent(options: usize, criteria: usize) -> String {
    let criteria =
        if criteria == 1 { "1 criterion".to_owned() } else { format!("{criteria} criteria") };
    format!("{}, {criteria}", counted(options, "option"))
}

/// `1 team`, `3 teams`.
pub fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// The rest of a list that is cut.
pub fn and_more(count: usize) -> String {
    format!("… and {count} more")
}

/// `4 options × 6 criteria`.
pub fn extent_short(options: usize, criteria: usize) -> String {
    let criteria =
        if criteria == 1 { "1 criterion".to_owned() } else { format!("{criteria} criteria") };
    format!("{} × {criteria}", counted(options, "option"))
}

/// `Anchor 2`.
pub fn numbered(what: &str, number: impl std::fmt::Display) -> String {
    format!("{what} {number}")
}
