//! Why something typed was not done.

/// What typed text must be.
pub fn not_a_number(typed: &str) -> String {
    format!("Not done: “{typed}” is no number. Type one like 7 or 2.5. Nothing was changed.")
}

/// Why a comma was not understood.
pub fn ambiguous_comma(typed: &str) -> String {
    format!(
        "Not done: “{typed}” can be read in two ways. Write thousands without a comma, and \
         decimals with a point. Nothing was changed."
    )
}

/// Why a thing can't have this id.
pub fn id_taken(id: &str) -> String {
    format!(
        "Not done: there is something with the id “{id}” already. Choose another id. Nothing was \
         changed."
    )
}

/// Why a text is no letter.
pub fn not_a_letter(typed: &str) -> String {
    format!(
        "Not done: “{typed}” is no letter of an option. Type one to three of A–Z, like B or AA. \
         Nothing was changed."
    )
}

/// Why a text is no date.
pub fn not_a_date(typed: &str) -> String {
    format!(
        "Not done: “{typed}” is no date. Type one like 2025, 2025-09 or 2025-09-30. Nothing was \
         changed."
    )
}
