//! Why something typed was not done.

use super::{Misread, editable};

/// Why another number isn't taken for a share that is held.
pub const SHARE_IS_HELD: &str =
    "Not done: this share is held. Press L to let it go. Nothing was changed.";

/// Why a typed text is not taken as a number.
pub fn misread(typed: &str, why: Misread) -> String {
    let typed = typed.trim();
    match why {
        Misread::NoNumber => {
            format!(
                "Not done: “{typed}” is no number. Type one like 7 or 2.5. Nothing was changed."
            )
        }
        Misread::TwoWays { thousands, decimal } => {
            let [thousands, decimal] = [thousands, decimal].map(editable);
            format!(
                "Not done: “{typed}” can be read in two ways, as {thousands} or as {decimal}. Type \
                 {thousands} or {decimal}. Nothing was changed."
            )
        }
        Misread::NoPercentage(number) => {
            let number = editable(number);
            format!(
                "Not done: no percentage is meant here. Type {number} instead of “{typed}” if that \
                 is the number. Nothing was changed."
            )
        }
    }
}

/// What must stand in a field.
pub const NUMBER_NEEDED: &str =
    "Not done: a number must stand here. Type one like 7 or 2.5. Nothing was changed.";

/// Why a number can't stand where those from `least` to `most` can; infinite ends are none.
pub fn outside(typed: &str, least: f64, most: f64) -> String {
    let typed = typed.trim();
    let wanted = match (least.is_finite(), most.is_finite()) {
        (true, true) => format!("from {} to {}", editable(least), editable(most)),
        (true, false) => format!("of at least {}", editable(least)),
        _ => format!("of at most {}", editable(most)),
    };
    format!("Not done: “{typed}” can't stand here. Type a number {wanted}. Nothing was changed.")
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
