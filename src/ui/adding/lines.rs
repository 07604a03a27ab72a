//! Pasted text as the names of things: one a line.

use unicode_segmentation::UnicodeSegmentation as _;

/// What lists begin their lines with.
const BULLETS: &[&str] =
    &["-", "–", "—", "*", "+", "•", "·", "‣", "◦", "▪", "●", "○", "☐", "☑", "✓", "✔"];

/// The names in a text: its lines without bullets, numbers and what is blank.
pub fn names(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| without_number(without_bullet(line.trim())));
    lines.map(joined).filter(|name| !name.is_empty()).collect()
}

/// A name on one line, as few spaces in it as it needs.
fn joined(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_bullet(line: &str) -> &str {
    let first = line.graphemes(true).next().unwrap_or_default();
    let rest = line.strip_prefix(first).filter(|_| BULLETS.contains(&first));
    match rest {
        Some("") => "",
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start(),
        _ => line,
    }
}

/// A line without `1.`, `2)`, `(3)` or `a)` at its beginning. A year or an initial is none.
fn without_number(line: &str) -> &str {
    let is_bracketed = line.starts_with('(');
    let inner = line.strip_prefix('(').unwrap_or(line);
    let Some((number, rest)) = inner.split_once(['.', ')']) else { return line };
    let closes_with_dot = inner.as_bytes().get(number.len()) == Some(&b'.');
    let is_digits = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let is_letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic());
    let is_number = match (is_bracketed, closes_with_dot) {
        (true, true) => false,
        (false, true) => is_digits,
        (_, false) => is_digits || is_letter,
    };
    let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    if is_number && is_apart { rest.trim_start() } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_name_without_its_bullet_or_number() {
        let text = "• Repair the bridge\n\n  2. Build a new one\r\n- \n3)\tFerry\n(4) Do nothing\n*Tunnel\n\
                    a) Ford\n— Two   lanes\n";
        assert_eq!(
            names(text),
            [
                "Repair the bridge",
                "Build a new one",
                "Ferry",
                "Do nothing",
                "*Tunnel",
                "Ford",
                "Two lanes"
            ]
        );
    }

    #[test]
    fn what_only_looks_like_a_number_stays() {
        for line in ["2025 budget", "3.5 t limit", "A. Smith", "1,500 seats", "-5 °C", "(old) road"]
        {
            assert_eq!(names(line), [line]);
        }
        assert_eq!(names(" \n\t\n"), Vec::<String>::new());
    }
}
