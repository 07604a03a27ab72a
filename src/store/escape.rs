//! A backslash in a text that begins nothing: where it stands, and whether it parts the folders of
//! a path.

use super::token::Token;
use crate::model::{BadEscape, EscapeWithin};

/// The byte offset of the first bad escape in a text with its quotes, and what it is. None where
/// all are good by themselves.
pub fn bad_escape(text: &str, token: Token) -> Option<(usize, BadEscape)> {
    let whole = text.get(token.start..token.end)?;
    let mut at = 0;
    while let Some(offset) = whole.get(at..)?.find('\\') {
        let start = at + offset;
        let behind = whole.get(start + 1..)?;
        let Some(length) = good_length(behind) else {
            let next: String = behind.chars().take(1).collect();
            let within =
                if is_path(whole) { EscapeWithin::WindowsPath } else { EscapeWithin::Words };
            return Some((token.start + start, BadEscape { written: format!("\\{next}"), within }));
        };
        at = start + 1 + length;
    }
    None
}

/// How long what follows a backslash is; none where it makes no escape.
fn good_length(behind: &str) -> Option<usize> {
    let mut chars = behind.chars();
    match chars.next()? {
        '\'' | '"' | '\\' | 'n' | 'r' | 't' | '0' => Some(1),
        'x' => {
            let digits = behind.get(1..3)?;
            digits.chars().all(|c| c.is_ascii_hexdigit()).then_some(3)
        }
        'u' => {
            let digits = behind.get(1..)?.strip_prefix('{')?.split('}').next()?;
            let is_char = |number| char::from_u32(number).is_some();
            let is_good = digits.len() <= 6 && u32::from_str_radix(digits, 16).is_ok_and(is_char);
            (is_good && behind.contains('}')).then_some(digits.len() + 3)
        }
        _ => None,
    }
}

/// Whether a text in quotes begins like a path of Windows: `C:\` or `\\`.
fn is_path(quoted: &str) -> bool {
    let inner = quoted.trim_start_matches('"');
    let drive = inner.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    inner.starts_with("\\\\") || (inner.len() == drive.len() + 1 && drive.starts_with(":\\"))
}
