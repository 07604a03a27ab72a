//! Numbers with commas, points, blanks and other signs between their digits, as people write them
//! in one country or another.

use crate::model::{Hint, is_invisible};

/// What is meant by digits with separators between them: `run` as it is written, `plain` the same
/// in the file's digits. None where RON reads it, or nobody could.
pub fn separated(run: &str, plain: &str) -> Option<Hint> {
    let unsigned = plain.trim_start_matches(['-', '+']);
    let sign = plain.strip_suffix(unsigned).filter(|sign| sign.len() <= 1)?.replace('+', "");
    let groups: Vec<&str> = unsigned.split(is_separator).collect();
    let separators: Vec<char> = unsigned.chars().filter(|c| is_separator(*c)).collect();
    let is_whole = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    if !groups.iter().all(is_whole) {
        return None;
    }
    let (last, ahead) = separators.split_last()?;
    let (tail, heads) = groups.split_last()?;
    let written = run.to_owned();
    let whole = || sign.clone() + &groups.concat();
    let decimal = || format!("{sign}{}.{tail}", heads.concat());
    match ahead {
        [] if *last == ',' && is_group_of_three(heads, tail) => {
            Some(Hint::EitherComma { written, whole: whole(), decimal: decimal() })
        }
        [] if *last == ',' => Some(Hint::DecimalComma { written, number: decimal() }),
        [] if *last == '.' => None,
        [first, ..] if ahead.iter().any(|separator| separator != first) => None,
        [first, ..] if first != last => (matches!(last, ',' | '.') && are_thousands(heads))
            .then(|| Hint::Thousands { written, number: decimal() }),
        _ => are_thousands(&groups).then(|| Hint::Thousands { written, number: whole() }),
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | '\'' | '’' | '_' | '٬' | '·') || is_other_blank(c)
}

/// Whether a comma between the two may part thousands as well as decimals.
fn is_group_of_three(heads: &[&str], tail: &str) -> bool {
    are_thousands(heads) && tail.len() == 3
}

/// Whether these are groups of thousands: one to three digits, then three each, or two as in India,
/// where only the last has three.
fn are_thousands(groups: &[&str]) -> bool {
    let Some((first, rest)) = groups.split_first() else { return false };
    let is_first = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let are_rest = match rest.split_last() {
        None => true,
        Some((last, between)) => {
            last.len() == 3
                && (between.iter().all(|group| group.len() == 3)
                    || between.iter().all(|group| group.len() == 2))
        }
    };
    is_first && are_rest
}

/// Blanks of other kinds, as they stand in numbers.
pub fn is_other_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}
