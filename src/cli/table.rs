//! Tables for people: columns as wide as they need, within 100 columns of a terminal.
//!
//! A terminal shows a Chinese letter or a picture in two columns, a combining mark in none: widths
//! are Unicode's, and nothing is cut inside of what a reader takes for one letter.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::one_line;

/// The widest a table gets, in columns of a terminal.
pub const WIDTH: usize = 100;
/// No column is cut below this, as long as another is wider.
const NARROWEST: usize = 8;
const GAP: usize = 2;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    Right,
}

/// A column of a table.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    head: &'a str,
    align: Align,
}

impl<'a> Column<'a> {
    /// Of words.
    pub fn left(head: &'a str) -> Self {
        Self { head, align: Align::Left }
    }

    /// Of numbers.
    pub fn right(head: &'a str) -> Self {
        Self { head, align: Align::Right }
    }
}

/// Lays rows out under a header. Where they are too wide, the widest column of words is cut.
pub fn table(columns: &[Column], rows: &[Vec<String>]) -> String {
    let header: Vec<String> = columns.iter().map(|column| column.head.to_owned()).collect();
    let rows: Vec<Vec<String>> = std::iter::once(&header)
        .chain(rows)
        .map(|row| row.iter().map(|cell| one_line(cell)).collect())
        .collect();
    let widest = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths = narrowed(columns, (0..columns.len()).map(widest).collect());
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(columns).zip(&widths);
        let cells: Vec<String> =
            cells.map(|((cell, column), width)| fitted(cell, *width, column.align)).collect();
        cells.join(&" ".repeat(GAP)).trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

/// Widths that fit: those of words are taken from first, then those of numbers.
fn narrowed(columns: &[Column], mut widths: Vec<usize>) -> Vec<usize> {
    let room = WIDTH.saturating_sub(GAP * columns.len().saturating_sub(1));
    for align in [Align::Left, Align::Right] {
        while widths.iter().sum::<usize>() > room {
            let own = columns.iter().zip(&mut widths).filter(|(column, _)| column.align == align);
            match own.map(|(_, width)| width).max_by_key(|width| **width) {
                Some(widest) if *widest > NARROWEST => *widest -= 1,
                _ => break,
            }
        }
    }
    widths
}

/// A sentence broken between words into lines of a table's width.
pub fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in one_line(text).split(' ') {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= WIDTH => {
                *line = format!("{line} {word}");
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

/// A cell of exactly this width.
fn fitted(cell: &str, width: usize, align: Align) -> String {
    let cell = if cell.width() > width { shortened(cell, width) } else { cell.to_owned() };
    let blank = " ".repeat(width.saturating_sub(cell.width()));
    match align {
        Align::Left => format!("{cell}{blank}"),
        Align::Right => format!("{blank}{cell}"),
    }
}

/// As many letters as fit with an ellipsis.
fn shortened(cell: &str, width: usize) -> String {
    let ends = cell.grapheme_indices(true).map(|(start, letter)| start + letter.len());
    // Letters may join to be narrower than each alone, so that heads are measured whole.
    let heads = ends.filter_map(|end| cell.get(..end));
    let kept = heads.take_while(|head| head.width() < width).last().unwrap_or_default();
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names in letters that terminals show in two columns, in one, or in none.
    const NAMES: [&str; 8] = [
        "Café",
        "Cafe\u{301}",
        "伊拉克联邦政府",
        "الحكومة الاتحادية",
        "שלום",
        "नमस्ते दुनिया",
        "👨‍👩‍👧‍👦 family",
        "🇮🇶 flag",
    ];

    #[test]
    fn a_table_fits_a_hundred_columns() {
        let rows =
            vec![vec!["x".repeat(300), "1".to_owned()], vec!["y".to_owned(), "22".to_owned()]];
        let shown = table(&[Column::left("name"), Column::right("n")], &rows);
        assert!(shown.lines().all(|line| line.width() <= WIDTH), "{shown}");
        assert!(shown.lines().nth(1).unwrap().ends_with("…   1"));
    }

    #[test]
    fn numbers_are_cut_only_where_words_can_be_cut_no_further() {
        let rows = vec![vec!["name of it".to_owned(), "1".repeat(300)]];
        let shown = table(&[Column::left(""), Column::right("")], &rows);
        let line = shown.lines().nth(1).unwrap();
        assert_eq!(line.width(), WIDTH, "{line}");
        assert!(line.starts_with("name of…  1") && line.ends_with("1…"), "{line}");
    }

    #[test]
    fn columns_line_up_whatever_the_letters() {
        let rows: Vec<Vec<String>> =
            NAMES.map(|name| vec![name.to_owned(), "1.00".to_owned(), "end".to_owned()]).to_vec();
        let columns = [Column::left("option"), Column::right("total"), Column::left("")];
        let shown = table(&columns, &rows);
        let places = |word: &str| -> Vec<usize> {
            let lines = shown.lines().skip(1);
            lines.map(|line| line.find(word).map(|at| line[..at].width()).unwrap()).collect()
        };
        for word in ["1.00", "end"] {
            assert!(places(word).windows(2).all(|pair| pair[0] == pair[1]), "{word}\n{shown}");
        }
    }

    #[test]
    fn what_is_cut_fills_its_width_and_no_letter_is_cut_apart() {
        for name in NAMES {
            let long = format!("{name} ").repeat(60);
            let shown = fitted(&long, 31, Align::Left);
            assert_eq!(shown.width(), 31, "{shown}");
            let kept = shown.trim_end().strip_suffix('…').unwrap();
            let letters: Vec<&str> = long.graphemes(true).collect();
            let own: Vec<&str> = kept.graphemes(true).collect();
            assert_eq!(own, letters[..own.len()], "{shown}");
        }
        assert_eq!(cut(&"伊".repeat(60)).width(), 99, "half of a letter's room stays empty");
    }

    #[test]
    fn a_long_sentence_is_broken_between_words() {
        for words in ["eight ch".repeat(40), "حكومة اتحادية ".repeat(30), "伊拉 克联".repeat(40)]
        {
            let words = words.trim_end();
            let broken = wrapped(words);
            assert!(
                broken.lines().count() > 1 && broken.lines().all(|line| line.width() <= WIDTH),
                "{broken}"
            );
            assert_eq!(broken.replace('\n', " "), words);
        }
        assert_eq!(wrapped("short"), "short");
    }
}
