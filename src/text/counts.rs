//! How many there are of something.

use super::list;

/// How many names of a long list a heading gives.
const NAMED: usize = 4;

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

/// A line of a list.
pub fn listed(line: &str) -> String {
    format!("· {line}")
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

/// A small number as a word.
pub(super) fn in_words(count: usize) -> String {
    let words = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    words.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// `one team`, `three teams`.
pub(super) fn counted_in_words(count: usize, what: &str) -> String {
    format!("{} {what}{}", in_words(count), if count == 1 { "" } else { "s" })
}

/// The words with a capital letter in front.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `A, B, C, D and 5 more`, where all would be too long for a heading.
pub(super) fn few<S: AsRef<str>>(names: &[S]) -> String {
    let shown = if names.len() <= NAMED + 1 { names.len() } else { NAMED };
    let rest = names.len() - shown;
    let named = names.iter().take(shown).map(|name| name.as_ref().to_owned());
    list(&named.chain((rest > 0).then(|| format!("{rest} more"))).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_cut_where_that_saves_more_than_a_name() {
        assert_eq!(few(&["a", "b", "c", "d", "e"]), "a, b, c, d and e");
        assert_eq!(few(&["a", "b", "c", "d", "e", "f"]), "a, b, c, d and 2 more");
        assert_eq!(few::<&str>(&[]), "");
    }
}
