//! Tables for people: columns as wide as they need, within 100 characters.

use crate::text::one_line;

/// The widest a table gets, in characters.
pub const WIDTH: usize = 100;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// Lays rows out under a header. Where they are too wide, the widest left-aligned column is cut.
pub fn table(columns: &[(&str, Align)], rows: &[Vec<String>]) -> String {
    let header: Vec<String> = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
    let rows: Vec<Vec<String>> = std::iter::once(header)
        .chain(rows.iter().cloned())
        .map(|row| row.iter().map(|cell| one_line(cell)).collect())
        .collect();
    let mut widths: Vec<usize> = (0..columns.len())
        .map(|column| rows.iter().map(|row| width(row, column)).max().unwrap_or(0))
        .collect();
    let gaps = 2 * columns.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > WIDTH {
        let left = columns.iter().zip(&mut widths).filter(|((_, align), _)| *align == Align::Left);
        match left.map(|(_, width)| width).max_by_key(|width| **width) {
            Some(widest) if *widest > 8 => *widest -= 1,
            _ => break,
        }
    }
    let mut text = String::new();
    for row in &rows {
        let cells: Vec<String> = row
            .iter()
            .zip(columns)
            .zip(&widths)
            .map(|((cell, (_, align)), width)| fitted(cell, *width, *align))
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

/// A sentence broken between words into lines of a table's width.
pub fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in one_line(text).split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                *line = format!("{line} {word}")
            }
            _ => lines.push(cut(word)),
        }
    }
    lines.join("\n")
}

/// A text on one line of a table's width.
pub fn cut(text: &str) -> String {
    fitted(&one_line(text), WIDTH, Align::Left).trim_end().to_owned()
}

fn width(row: &[String], column: usize) -> usize {
    row.get(column).map_or(0, |cell| cell.chars().count())
}

fn fitted(cell: &str, width: usize, align: Align) -> String {
    let count = cell.chars().count();
    if count > width {
        let kept: String = cell.chars().take(width.saturating_sub(1)).collect();
        return format!("{kept}…");
    }
    let blank = " ".repeat(width - count);
    match align {
        Align::Left => format!("{cell}{blank}"),
        Align::Right => format!("{blank}{cell}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_fits_a_hundred_columns() {
        let rows =
            vec![vec!["x".repeat(300), "1".to_owned()], vec!["y".to_owned(), "22".to_owned()]];
        let shown = table(&[("name", Align::Left), ("n", Align::Right)], &rows);
        assert!(shown.lines().all(|line| line.chars().count() <= WIDTH), "{shown}");
        assert!(shown.lines().nth(1).unwrap().ends_with("…   1"));
    }

    #[test]
    fn a_long_sentence_is_broken_between_words() {
        let words = "eight ch".repeat(40);
        let broken = wrapped(&words);
        assert!(
            broken.lines().count() > 3 && broken.lines().all(|line| line.chars().count() <= WIDTH),
            "{broken}"
        );
        assert_eq!(broken.replace('\n', " "), words);
        assert_eq!(wrapped("short"), "short");
    }
}
